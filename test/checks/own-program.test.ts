import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { examine, type Examination } from "../../checks/run/examine.js";
import { readSynthesized } from "../../checks/configuration/json/read.js";

const PROGRAM = readFileSync(fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url)), "utf8");

/** What a stack gets that asks an http: endpoint by the program. */
function examined(
  program: string,
  args = "token_endpoint=http%3A%2F%2Fsso.acme.example%2Foauth2%2Ftoken",
  environment: Readonly<Record<string, string>> = {},
): Examination {
  const command = `./request.sh ${args} output=none`;
  const provisioner = [{ "local-exec": { command, environment } }];
  const stack = { resource: { null_resource: { x: { provisioner } } } };
  const directory = readSynthesized(stack, "/stack/cdk.tf.json");
  return examine([directory], {
    readFile: (path) => (path.endsWith("request.sh") ? { path, json: false, text: () => program } : undefined),
  });
}

const rules = ({ findings }: Examination) => findings.map(({ rule }) => rule);

it("is known", () => {
  expect(rules(examined(PROGRAM))).toEqual(["insecure-transport"]);
});

it("is known with other comments, and with other code", () => {
  expect(rules(examined(PROGRAM.replace("Secrets come from", "A secret comes from")))).toEqual(["insecure-transport"]);
  expect(rules(examined(PROGRAM.replace("IFS=' ", "IFS='")))).toEqual(["insecure-transport"]);
});

const HTTPS = "token_endpoint=https%3A%2F%2Fsso.acme.example%2Fx client_id=abc";

it.each([
  [
    `${HTTPS} client_authentication=client_secret_post`,
    "ACCESS_TOKEN_REQUEST_CLIENT_SECRET",
    "ACCESS_TOKEN_REQUEST_CLIENT_SECRET",
  ],
  [`${HTTPS} secret=client_secret client_secret.environment=MINE`, "MINE", "client_secret"],
  [
    `${HTTPS} secret=client_assertion client_authentication=client_assertion client_assertion.environment=JWT`,
    "JWT",
    "client_assertion",
  ],
  [`${HTTPS} client_authentication=none secret=p1 form_secret.password=p1 p1.environment=PIN`, "PIN", "password"],
  [
    `${HTTPS} client_authentication=private_key_jwt secret=key jwt=client_assertion jwt.client_assertion.key=key key.environment=K`,
    "K",
    "key",
  ],
])("reads the secrets of %s", (args, variable, name) => {
  const { findings } = examined(PROGRAM, args, { [variable]: "hunter2-and-more" });
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ["literal-secret", `The ${name} is written down in the files.`],
  ]);
  expect(examined(PROGRAM, args, { [variable]: "${var.x}" }).findings.map(({ rule }) => rule)).not.toContain(
    "literal-secret",
  );
});

it("is told of a secret parameter among its arguments", () => {
  expect(rules(examined(PROGRAM, `${HTTPS} client_authentication=none form.password=$PIN`))).toEqual([
    "secret-in-command",
  ]);
});

it("is not guessed at in a version that is not known", () => {
  const { findings, undetermined } = examined(PROGRAM.replace(", version 1:", ", version 99:"));
  expect(findings).toEqual([]);
  expect(undetermined.map(({ why }) => why)).toEqual([
    "It runs version 99 of the program of cdktf-oauth2-token, which these checks do not know.",
  ]);
});
