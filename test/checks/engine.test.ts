import { Vocabulary } from "../../checks/vocabulary/vocabulary.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { examine } from "../../checks/run/examine";
import { readSynthesized } from "../../checks/configuration/read";
import { rules } from "../../checks/rules";

const command = (text: string, more: object = {}) => ({
  resource: {
    null_resource: {
      token: {
        "//": { metadata: { path: "stack/token" } },
        provisioner: [{ "local-exec": { command: text, ...more } }],
      },
    },
  },
});
const check = (json: object, options = {}) => examine([readSynthesized(json, "stack/cdk.tf.json")], options);
const ids = (json: object, options = {}) => check(json, options).findings.map((finding) => finding.rule);

afterEach(() => vi.restoreAllMocks());

describe("examine", () => {
  it("says where a finding stands: file, line, address and construct path", () => {
    const { findings, blocks } = check(
      command("curl -kfsS -n -d grant_type=client_credentials https://sso.acme.example/oauth2/token -o t"),
    );
    expect(blocks).toBe(1);
    expect(findings).toMatchObject([
      {
        rule: "insecure-transport",
        file: "stack/cdk.tf.json",
        address: "null_resource.token",
        constructPath: "stack/token",
        line: 13,
      },
    ]);
  });

  it("reports a rule that throws as a problem, and what others find", () => {
    const rule = rules[0];
    if (!rule) throw new Error("there are no rules");
    vi.spyOn(rule, "check").mockImplementation(() => {
      throw new TypeError("broken");
    });
    expect(check(command("true")).problems).toEqual([
      {
        file: "stack/cdk.tf.json",
        message: "The rule json-body failed in this folder (TypeError): nothing is known of it.",
      },
    ]);
  });

  it("leaves out a rule that is off, and takes another severity", () => {
    const json = command("curl -kLfsS -n -d grant_type=client_credentials https://sso.acme.example/oauth2/token -o t");
    expect(ids(json, { severities: { "insecure-transport": "off" } })).toEqual(["followed-redirect"]);
    expect(check(json, { severities: { "followed-redirect": "warning" } }).findings).toContainEqual(
      expect.objectContaining({ rule: "followed-redirect", severity: "warning" }),
    );
  });

  it("knows the token endpoints that it is told", () => {
    const json = command("curl -kfsS -d a=b https://gateway.acme.example/issue -o t");
    expect(ids(json)).toEqual([]);
    expect(
      ids(json, { vocabulary: new Vocabulary({ tokenEndpoints: ["https://gateway.acme.example/issue"] }) }),
    ).toEqual(["insecure-transport"]);
  });

  it("knows the secret names that it is told", () => {
    const json = {
      ...command(
        "printf 'user = \"x:%s\"' '${var.kennwort}' | curl -fsS -K - -d grant_type=client_credentials https://sso.acme.example/oauth2/token -o t",
      ),
      variable: { kennwort: { sensitive: true } },
      output: { x: { value: "${var.passwort}" } },
    };
    expect(ids(json)).toEqual(["secret-in-command"]);
    expect(ids(json, { vocabulary: new Vocabulary({ secretNames: ["passwort"] }) })).toEqual([
      "secret-in-command",
      "unmarked-output",
    ]);
  });

  it("names what it could not read, which is no finding", () => {
    const { findings, undetermined } = check(command("./login.sh"));
    expect(findings).toEqual([]);
    expect(undetermined).toMatchObject([{ address: "null_resource.token", constructPath: "stack/token" }]);
  });

  const nested = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);
  const FOUND = { rules: ["unchecked-status"], cut: [] };
  const DEEP =
    "This nests commands or functions of a shell deeper than 40, which were not followed: it was checked in part.";
  const CUT = {
    rules: [],
    cut: ["This starts a script of more than 256 KiB, which was not followed: it was checked in part."],
  };

  it.each([
    ["substitutions", nested("$(", ")"), { ...FOUND, cut: [DEEP] }],
    ["groups", nested("{", "}"), FOUND],
    ["expansions", nested("${", "}"), FOUND],
    ["quotes", '"'.repeat(1_000_001), CUT],
    ["arguments", `curl ${"-d ".repeat(100_000)}`, CUT],
    ["escapes", "\\".repeat(500_000), CUT],
  ])("reads a command with many %s, or says that it did not", (_, text, expected) => {
    const json = command(`curl -o /dev/null -d grant_type=x https://sso.acme.example/oauth2/token ${text}`);
    const { findings, problems } = check(json);
    expect({ rules: findings.map(({ rule }) => rule), cut: problems.map(({ message }) => message) }).toEqual(expected);
  });
});

it("never tells a secret that it finds", () => {
  const secret = "Hq7-ZkP2-mV91";
  const json = {
    ...command(
      `curl -kLv -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials","client_secret":"${secret}"}' -u x:${secret} http://x:${secret}@sso.acme.example/oauth2/token | tee t`,
    ),
    variable: { client_secret: { default: secret } },
  };
  const { findings } = check(json);
  expect(findings.map((finding) => finding.rule)).toContain("literal-secret");
  expect(JSON.stringify(findings)).not.toContain(secret);
});
