import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json";
import { AccessTokenChecks } from "../../../checks/index.js";
import type { Report } from "../../../checks/index.js";
import { sarifFaults } from "../report/sarif-faults.js";
import { app, JSON_REQUEST, runs, stackIn, temporaryFolder } from "../stacks.js";
import { command, FINE, JSON_ONLY, SECRET, WRONG, write } from "./command.js";

const FORMATS = ["text", "json", "sarif", "github"] as const;

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  write(folder, files);
  return folder;
}

function reportOf(folder: string, ...args: string[]): Report & { readonly status: number | null } {
  const { status, stdout } = command(folder, ["check", "--format", "json", ...args]);
  return { status, ...(JSON.parse(stdout) as Report) };
}

const places = (report: Report): string[] =>
  report.findings.map(({ rule, file, address }) => `${rule} ${file} ${address}`);

describe("check", () => {
  it("checks whole repositories: HCL, JSON, and what CDKTF synthesizes", () => {
    const json = { resource: { null_resource: { t: { provisioner: [{ "local-exec": { command: JSON_REQUEST } }] } } } };
    const folder = folderWith({
      "envs/prod/main.tf": JSON_ONLY,
      "envs/dev/main.tf.json": JSON.stringify(json),
      "cdktf.out/stacks/a/cdk.tf.json": JSON.stringify(json),
      "node_modules/x/main.tf": JSON_ONLY,
      ".terraform/modules/x/main.tf": JSON_ONLY,
      "README.md": JSON_ONLY,
    });
    const report = reportOf(folder);
    expect(places(report).filter((place) => place.startsWith("json-body"))).toEqual([
      "json-body cdktf.out/stacks/a/cdk.tf.json null_resource.t",
      "json-body envs/dev/main.tf.json null_resource.t",
      "json-body envs/prod/main.tf null_resource.token",
    ]);
    expect(report.looked).toEqual({ blocks: 3, files: 3, scripts: 0, requests: [{ by: "curl", count: 3 }] });
    expect(report.status).toBe(1);
  });

  it("says in text where, what, why not and how to do it right", () => {
    const { stdout, stderr } = command(folderWith({ "main.tf": JSON_ONLY }), ["check"]);
    expect(stdout).toMatch(/^null_resource\.token {2}main\.tf\n {2}3 {2}json-body: .+\n {5}fix: /);
    expect(stderr).toBe("");
  });

  it.each(FORMATS)("ends with 0, 1 or 2 in the format %s", (format) => {
    const folder = folderWith({ "fine/main.tf": FINE, "wrong/main.tf": WRONG, "broken/main.tf": 'resource "a" {{{\n' });
    expect(command(folder, ["check", "fine", "-f", format]).status).toBe(0);
    expect(command(folder, ["check", "wrong", "-f", format]).status).toBe(1);
    expect(command(folder, ["check", "broken", "-f", format]).status).toBe(2);
    expect(command(folder, ["check", ".", "-f", format]).status).toBe(1);
    expect(command(folder, ["check", "nowhere", "-f", format]).status).toBe(2);
  });

  it.each(FORMATS)("shows no secret in the format %s", (format) => {
    const folder = folderWith({
      "main.tf": WRONG,
      "broken.tf": `locals {\n  client_secret = "${SECRET}\n}}}`,
      "broken.tf.json": `{"locals": {"client_secret": "${SECRET}" "x"`,
      "dev.tfvars": `client_secret = "${SECRET}"`,
    });
    const { stdout, stderr } = command(folder, ["check", "-f", format, "--undetermined"]);
    expect(stdout).toContain("literal-secret");
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it("is valid SARIF, written to a file, and nothing else is", () => {
    const folder = folderWith({ "a b.tf": WRONG, "broken.tf": "}{" });
    const { stdout, stderr, status } = command(folder, ["check", "--format=sarif", "--output", "out.sarif"]);
    expect([stdout, status]).toEqual(["", 1]);
    expect(stderr).toMatch(/^access token checks: .*\n$/);
    expect(sarifFaults(readFileSync(join(folder, "out.sarif"), "utf8"))).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(["a b.tf", "broken.tf", "out.sarif"]);
  });

  it("says that the report cannot be written", () => {
    const { status, stderr } = command(folderWith({ "main.tf": FINE }), ["check", "-o", "no/such/folder.json"]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^The report cannot be written: no\/such\/folder\.json does not exist\./),
    ]);
  });

  it("reports broken HCL with its line, and checks the rest", () => {
    const report = reportOf(
      folderWith({ "main.tf": `${FINE}\nresource "x" {\n  a = \n}\n\n${JSON_ONLY}`, "other.tf": FINE }),
    );
    expect(report.problems).toMatchObject([{ file: "main.tf", line: expect.any(Number) as number }]);
    expect(places(report)).toContain("json-body main.tf null_resource.token");
  });

  it("follows modules of the same repository, and reports each mistake once", () => {
    const module = (name: string): string => `module "${name}" {\n  source = "../../modules/token"\n}\n`;
    const folder = folderWith({
      ".git/HEAD": "ref: refs/heads/main\n",
      "modules/token/main.tf": JSON_ONLY,
      "envs/a/main.tf": module("a"),
      "envs/b/main.tf": module("b"),
    });
    const once = ["json-body modules/token/main.tf null_resource.token"];
    for (const paths of [["."], ["envs/a"], ["envs"]])
      expect(places(reportOf(folder, ...paths)).filter((place) => place.startsWith("json-body"))).toEqual(once);
  });

  it("says nothing of a .gitignore above what it checks, where there is no repository", () => {
    const { notLookedAt } = reportOf(folderWith({ ".gitignore": "x\n", "stack/main.tf": JSON_ONLY }), "stack");
    expect(notLookedAt).toEqual([]);
  });

  it("says that a module outside of the repository was left out", () => {
    const folder = folderWith({
      "modules/token/main.tf": JSON_ONLY,
      "repository/.git/HEAD": "ref: refs/heads/main\n",
      "repository/main.tf": `module "a" {\n  source = "../modules/token"\n}\n`,
    });
    const { findings, notLookedAt } = reportOf(folder, "repository");
    expect([findings, notLookedAt]).toEqual([
      [],
      ["files outside of the repository, to which the configuration leads"],
    ]);
  });

  it("looks at a module among a stack's assets where it is called, and only there", () => {
    const called = "assets/__cdktf_module_asset_26CE565C/1/token";
    const folder = folderWith({
      "stacks/a/cdk.tf.json": JSON.stringify({ module: { token: { source: `./${called}` } } }),
      [`stacks/a/${called}/main.tf`]: JSON_ONLY,
      "stacks/a/assets/other/main.tf": JSON_ONLY,
    });
    expect(places(reportOf(folder)).filter((place) => place.startsWith("json-body"))).toEqual([
      `json-body stacks/a/${called}/main.tf null_resource.token`,
    ]);
  });

  it("reports about a file that is named, and takes the rest of its folder as what it refers to", () => {
    const folder = folderWith({
      "main.tf": JSON_ONLY.replace("https://login.example.com/oauth/token", "${var.url}"),
      "variables.tf": 'variable "url" {\n  default = "https://login.example.com/oauth/token"\n}\n',
      "other.tf": JSON_ONLY.replace('"token"', '"other"'),
      "broken.tf": "}{",
    });
    const report = reportOf(folder, "main.tf");
    expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(["main.tf"]));
    expect(report.problems).toEqual([]);
  });

  it("says so when there is nothing to check", () => {
    const { status, stdout } = command(folderWith({ "README.md": "" }), ["check"]);
    expect([status, stdout]).toEqual([
      2,
      expect.stringMatching(/^\. {2}problem\n {2}This has no Terraform configuration/),
    ]);
  });

  it("knows of acknowledgements that were made on constructs", () => {
    const all = app();
    const stack = stackIn(all, "stack");
    AccessTokenChecks.acknowledge(runs(stack, "token", JSON_REQUEST), { id: "json-body", reason: "Their gateway." });
    all.synth();
    const report = reportOf(temporaryFolder(), all.outdir, "--rule", "json-content-type=off");
    expect(report.findings).toEqual([]);
    expect(report.acknowledgements).toMatchObject([
      { status: "used", id: "json-body", reason: "Their gateway.", where: "construct stack/token" },
    ]);
  });

  it("takes acknowledgements in comments, and fails by one that means nothing", () => {
    const acknowledged = `# access-token-checks: acknowledge json-body until 2999-01-31: Their gateway.\n${JSON_ONLY}`;
    const fine = reportOf(folderWith({ "main.tf": acknowledged }), "--rule", "json-content-type=off");
    expect(fine.acknowledgements).toMatchObject([{ status: "used", until: "2999-01-31", where: "main.tf:1" }]);
    expect([fine.findings, fine.status]).toEqual([[], 0]);
    const wrong = reportOf(
      folderWith({ "main.tf": `${FINE}\n# access-token-checks: acknowledge jsn-body: Typo.\n${FINE}` }),
    );
    expect(wrong.acknowledgements).toMatchObject([
      { status: "invalid", where: "main.tf:3", fault: expect.stringContaining('did you mean "json-body"?') as string },
    ]);
    expect(wrong.status).toBe(1);
  });

  it("shows what could not be told only when asked for", () => {
    const folder = folderWith({
      "main.tf":
        'resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "./nowhere/token.sh"\n  }\n}\n',
    });
    expect(reportOf(folder).undetermined).toEqual([]);
    expect(reportOf(folder, "--undetermined").undetermined).not.toEqual([]);
  });
});

describe("the configuration file", () => {
  it("sets severities, leaves out paths, and acknowledges", () => {
    const folder = folderWith({
      "cdktf-oauth2-token.json": JSON.stringify({
        rules: { "json-content-type": "off", "unchecked-status": "off" },
        exclude: ["legacy"],
        acknowledgements: [
          { id: "json-body", reason: "Their gateway.", file: "infra/**", address: "null_resource.token" },
          { id: "stale-token", reason: "Old.", file: "infra/**" },
        ],
      }),
      "infra/main.tf": JSON_ONLY,
      "legacy/main.tf": JSON_ONLY,
    });
    const report = reportOf(folder);
    expect(report.findings).toEqual([]);
    expect(report.acknowledgements.map(({ id, status, where }) => [id, status, where])).toEqual([
      ["json-body", "used", "cdktf-oauth2-token.json, acknowledgements[0]"],
      ["stale-token", "stale", "cdktf-oauth2-token.json, acknowledgements[1]"],
    ]);
    expect([report.status, report.looked.files]).toEqual([0, 1]);
  });

  it("with an unknown rule ends with 2, and names those that there are", () => {
    const folder = folderWith({ "c.json": '{"rules": {"jsn-body": "off"}}', "main.tf": FINE });
    const { status, stdout, stderr } = command(folder, ["check", "--config", "c.json"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^The configuration file c\.json cannot be used:\n.*"jsn-body" is not a known rule, did you mean "json-body"\?\n.*allowed: json-body, /,
    );
  });
});

describe("the command line", () => {
  it.each([
    [["check", "--fromat", "json"], '--fromat is not an option, did you mean "--format"?; allowed: --format, '],
    [["check", "--format", "xml"], "--format xml is not one; allowed: text, json, sarif, github"],
    [["chekc"], 'This is not a command, did you mean "check"?; allowed: check, request, verify'],
    [[], "A command is missing; allowed: check, request, verify"],
    [["check", "--output"], "argument missing"],
    [["check", "--rule", "json-body"], "--rule json-body has no severity; write it as --rule json-body=warning"],
    [["check", "--rule", "x=off"], '"x" is not a known rule'],
    [["check", "--token-endpoint", "login.example.com"], '"login.example.com" is not a URL'],
  ])("%j ends with 2, and says what is allowed", (args, message) => {
    const { status, stdout, stderr } = command(temporaryFolder(), args);
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });

  it("shows its help and its version", () => {
    for (const [args, usage] of [
      [["--help"], "Usage: cdktf-oauth2-token COMMAND"],
      [["check", "--help"], "Usage: cdktf-oauth2-token check"],
    ] as const)
      expect(command(temporaryFolder(), args)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining(usage) as string,
        stderr: "",
      });
    expect(command(temporaryFolder(), ["--version"])).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: "",
    });
  });
});
