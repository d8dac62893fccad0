import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../checks/configuration/read.js";
import { rules } from "../../checks/rules/index.js";
import { examine } from "../../checks/run/examine.js";

const SECRET = 'variable "client_secret" {\n  type = string\n  sensitive = true\n}\n';

const localExec = (command: string, attributes = ""): string => `
resource "null_resource" "x" {
  ${attributes}
  provisioner "local-exec" {
    environment = { S = var.client_secret }
    command     = <<-EOT
      ${command}
    EOT
  }
}
`;

const POST = "printf 'grant_type=x&client_secret=%s' \"$S\" | curl -sSf --data @-";

const TOKEN = "https://login.example.com/oauth/token";

/** What a hole leaves of each rule: the table in checks/README.md. */
const ROWS: readonly (readonly [rule: string, unknown: string, outcome: string, configuration: string])[] = [
  ["json-body", "the whole body", "could not tell", localExec(`curl -sSf --data "$BODY" ${TOKEN}`)],
  [
    "json-content-type",
    "the value of the header",
    "nothing",
    localExec(`curl -sSf -H "Content-Type: $TYPE" --data @body ${TOKEN}`),
  ],
  [
    "literal-secret",
    "a part of the secret",
    "nothing",
    localExec(`printf 'grant_type=x&client_secret=abc%s' "$REST" | curl -sSf --data @- ${TOKEN}`),
  ],
  [
    "secret-in-command",
    "what a function made of the secret",
    "likely",
    SECRET + localExec(`frobnicate \${provider::x::mix(var.client_secret)}; ${POST} ${TOKEN}`),
  ],
  [
    "secret-in-state",
    "what a function made of the secret",
    "likely",
    SECRET + localExec(`${POST} ${TOKEN}`, "triggers = { k = provider::x::mix(var.client_secret) }"),
  ],
  [
    "unmarked-variable",
    "whether it is sensitive",
    "likely",
    `variable "hide" {}\nvariable "client_secret" {\n  sensitive = var.hide\n}\n${localExec(`${POST} ${TOKEN}`)}`,
  ],
  [
    "unmarked-output",
    "what a function made of the secret",
    "likely",
    `${SECRET}${localExec(`${POST} ${TOKEN}`)}output "x" {\n  value = provider::x::mix(var.client_secret)\n}\n`,
  ],
  ["unencoded-field", "the value", "certain", localExec(`curl -sSf --data "grant_type=x&scope=$SCOPE" ${TOKEN}`)],
  [
    "insecure-transport",
    "whether a default stays",
    "likely",
    localExec('curl -sSf --data @body "$${URL:-http://login.example.com/oauth/token}"'),
  ],
  ["verbose-logging", "the URL, but for its name", "likely", localExec('curl -sSf -v --data "$BODY" "$TOKEN_URL"')],
  [
    "unchecked-status",
    "a program beside the request",
    "likely",
    localExec(`curl -sS --data @body -o answer ${TOKEN}; ./check.sh answer`),
  ],
  ["followed-redirect", "the URL, but for its name", "likely", localExec('curl -sSfL --data "$BODY" "$TOKEN_URL"')],
  [
    "stale-token",
    "what a function made of the token",
    "likely",
    `data "external" "token" {
  program = ["sh", "-c", "curl -sSf --data @body ${TOKEN}"]
}
resource "x_y" "z" {
  t = provider::x::mix(data.external.token.result.access_token)
}`,
  ],
];

function outcomeOf(rule: string, configuration: string): string {
  const { findings, undetermined, problems } = examine([joinFiles("/", [readHcl(configuration, "main.tf")])]);
  expect(problems).toEqual([]);
  const found = findings.find((finding) => finding.rule === rule);
  return found?.certainty ?? (undetermined.some((one) => one.rule === rule) ? "could not tell" : "nothing");
}

describe("what a hole leaves", () => {
  beforeAll(() => loadHclParser(wasmOfSources()));

  it.each(ROWS)("of %s, where %s is not known: %s", (rule, _unknown, outcome, configuration) => {
    expect(outcomeOf(rule, configuration)).toBe(outcome);
  });

  it("is said of every rule", () => {
    expect(ROWS.map(([rule]) => rule)).toEqual(rules.map(({ id }) => id));
  });

  it("is the table of the README", () => {
    const readme = readFileSync(fileURLToPath(new URL("../../checks/README.md", import.meta.url)), "utf8");
    const table = readme.split("\n").filter((line) => /^\| `[\w-]+` \|/.test(line) && !/^\| `\w+\/`/.test(line));
    expect(table).toEqual(ROWS.map(([rule, unknown, outcome]) => `| \`${rule}\` | ${unknown} | ${outcome} |`));
  });
});

it.each([
  ["https://cxone.niceincontact.com/auth/token", "could not tell"],
  ["https://api.incontact.com/InContactAuthorizationServer/Token", "could not tell"],
  ["https://na1.nice-incontact.com/authentication/v1/token/access-key", "nothing"],
  ["https://acme.eu.auth0.com/oauth/token", "certain"],
])("judges JSON without its Content-Type by what the vendor of %s says: %s", (url, outcome) => {
  const send = `printf '{"grant_type":"password","client_secret":"%s"}' "$S" | curl -sSf --data @- ${url}`;
  expect(outcomeOf("json-body", SECRET + localExec(send))).toBe(outcome);
});
