import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../checks/configuration/read.js";
import { checkPaths } from "../../checks/files/check-paths.js";
import { RULE_IDS } from "../../checks/options/rule-ids.js";
import type { Report } from "../../checks/report/report.js";
import { FIXES } from "../../checks/rules/fixes/fixes.js";
import { rules } from "../../checks/rules/index.js";
import { examine } from "../../checks/run/examine.js";

const CORPUS = fileURLToPath(new URL("./corpus/open/", import.meta.url));
/** Rules of a request alone: their fix always depends on what makes it. */
const OF_A_REQUEST = ["json-body", "json-content-type", "unencoded-field", "unchecked-status", "followed-redirect"];

let report: Report;
beforeAll(async () => {
  report = await checkPaths(
    ["."],
    {},
    { source: "", folder: CORPUS, workingDirectory: CORPUS, hclWasm: wasmOfSources },
  );
}, 60_000);

describe("the fix of a finding", () => {
  it.each(OF_A_REQUEST)("of %s is that of the tool, whatever makes the request", (id) => {
    const generic = rules.find((rule) => rule.id === id)?.fix;
    const found = report.findings.filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ fix }) => fix === generic).map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it("comes with the construct that makes the request right, wherever one can run", () => {
    const without = report.findings.filter(
      ({ rule, replacement }) => OF_A_REQUEST.includes(rule) && replacement === undefined,
    );
    // Boot scripts and remote-exec run on another machine.
    expect(without.length).toBeGreaterThan(0);
    expect(
      without.filter(({ address }) => /^(?:null_resource|terraform_data|data\.)/.test(address)).length,
    ).toBeLessThan(without.length);
    expect(new Set(report.findings.map(({ replacement }) => replacement))).toEqual(
      new Set([undefined, "LocalExecAccessToken", "ExternalAccessToken", "EphemeralAccessToken"]),
    );
  });
});

const TOKEN = 'curl -sSf --data "$FORM" https://login.example.com/oauth/token';
const provisioner = (command: string): string =>
  `resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = <<-EOT\n      ${command.replaceAll("\n", "\n      ")}\n    EOT\n  }\n}\n`;

describe("the fix is that of the mistake itself:", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each([
    ["an argument of -u", provisioner(TOKEN.replace("--data", '-u "id:$S" --data')), "secret-in-command", "--config -"],
    [
      "a header with the token",
      provisioner(
        `T=$(${TOKEN} | jq -r .access_token)\ncurl -sSf -H "Authorization: Bearer $T" https://api.example.com/x`,
      ),
      "secret-in-command",
      "`-H @-`",
    ],
    ["set -x", provisioner(`set -x\n${TOKEN} >/dev/null`), "verbose-logging", "`set +x`"],
    ["an answer that nobody takes", provisioner(TOKEN), "verbose-logging", "/dev/null"],
    [
      "a token that is printed",
      provisioner(`T=$(${TOKEN} | jq -r .access_token)\necho "$T"`),
      "verbose-logging",
      "not print",
    ],
    [
      "a provider's debug mode",
      'provider "restapi" {\n  uri   = "https://x.example"\n  debug = true\n  oauth_client_credentials {\n    oauth_client_id = "a"\n    oauth_client_secret = var.s\n    oauth_token_endpoint = "https://x.example/oauth/token"\n  }\n}\nvariable "s" {\n  sensitive = true\n}\n',
      "verbose-logging",
      "Drop debug, or set it to false.",
    ],
  ])("%s", (_, text, rule, fix) => {
    const fixes = found(text).filter((finding) => finding.rule === rule);
    expect(fixes.map((finding) => finding.fix)).toEqual([expect.stringContaining(fix)]);
  });

  it("no construct replaces a call that only uses a token", () => {
    const text = `data "http" "token" {\n  url = "https://login.example.com/oauth/token"\n  method = "POST"\n  request_body = "grant_type=client_credentials&client_secret=\${urlencode(var.s)}"\n}\ndata "http" "call" {\n  url = "https://api.example.com/x"\n  request_headers = { Authorization = "Bearer \${jsondecode(data.http.token.response_body).access_token}" }\n}\nvariable "s" {\n  sensitive = true\n}\n`;
    const replaced = new Set(found(text).map(({ address, replacement }) => `${address} ${replacement ?? "-"}`));
    expect(replaced).toEqual(new Set(["data.http.token ExternalAccessToken", "data.http.call -"]));
  });
});

function found(text: string): ReturnType<typeof examine>["findings"] {
  return examine([joinFiles("", [readHcl(text, "main.tf")])], {}).findings;
}

it.each(Object.entries(FIXES))("the fixes of %s are those of rules, each in a line or two", (_, rows) => {
  for (const [id, fix] of Object.entries(rows)) {
    expect(RULE_IDS).toContain(id);
    expect(fix).toMatch(/^\S.{10,110}\.$/);
  }
});
