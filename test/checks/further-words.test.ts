import { describe, expect, it } from "vitest";
import { checkAccessTokens, type CheckOptions } from "../../checks/index.js";

const TOKEN = "https://sso.acme.example/oauth2/token";

const localExec = (provisioner: object) => ({
  resource: { null_resource: { token: { provisioner: [{ "local-exec": provisioner }] } } },
});

const CURL = `curl -fsS -o token.json -d grant_type=client_credentials --data-urlencode`;

/** A secret that only the user knows to be one, in each place where a name stands beside it. */
const PLACES: readonly (readonly [place: string, rule: string, configuration: object])[] = [
  [
    "a literal in an environment",
    "literal-secret",
    localExec({ command: `${CURL} "pin@-" ${TOKEN}`, environment: { PIN: "83kd02jf7" } }),
  ],
  ["a form field of curl", "literal-secret", localExec({ command: `${CURL} pin=83kd02jf7 ${TOKEN}` })],
  [
    "a form field of Python",
    "literal-secret",
    localExec({
      interpreter: ["python3", "-c"],
      command: `import requests\nrequests.post("${TOKEN}", data={"grant_type": "x", "pin": "83kd02jf7"}).raise_for_status()`,
    }),
  ],
  ["a field of the URL", "secret-in-command", localExec({ command: `${CURL} a=b '${TOKEN}?pin=83kd02jf7'` })],
  [
    "a member of an object variable",
    "unmarked-variable",
    {
      ...localExec({ command: `./login.sh`, environment: { X: "${var.client.pin}" } }),
      variable: { client: { type: "object({ id = string, pin = string })" } },
    },
  ],
  [
    "a default of a variable",
    "literal-secret",
    {
      ...localExec({ command: `${CURL} "pin=$PIN" ${TOKEN}`, environment: { PIN: "${var.pin}" } }),
      variable: { pin: { default: "83kd02jf7", sensitive: true } },
    },
  ],
  ["a default in a script", "literal-secret", localExec({ command: `PIN=83kd02jf7\n${CURL} "a=b" ${TOKEN}` })],
  [
    "a setting of a provider",
    "literal-secret",
    { provider: { acme: [{ url: "https://sso.acme.example", pin: "83kd02jf7" }] } },
  ],
  ["an output", "unmarked-output", { output: { x: { value: "${var.pin}" } }, variable: { pin: { sensitive: true } } }],
];

const rulesFinding = (configuration: object, options: CheckOptions): string[] =>
  checkAccessTokens(configuration, options).findings.map(({ rule }) => rule);

describe("a secret that the user names", () => {
  it.each(PLACES)("is found as %s, by %s", (_, rule, configuration) => {
    expect(rulesFinding(configuration, { secretNames: ["pin"] })).toContain(rule);
  });

  it.each(PLACES)("is none by itself, as %s", (_, rule, configuration) => {
    expect(rulesFinding(configuration, {})).not.toContain(rule);
  });

  it.each(["Pin", "client-PIN", "clientPin"])("is found however it is written: %s", (name) => {
    const configuration = localExec({ command: `${CURL} ${name}=83kd02jf7 ${TOKEN}` });
    expect(rulesFinding(configuration, { secretNames: ["pin", "client_pin"] })).toContain("literal-secret");
  });
});
