import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { examine, type Examination } from "../../checks/run/examine.js";
import { readSynthesized } from "../../checks/configuration/json/read.js";

const PROGRAM = readFileSync(fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url)), "utf8");

/** What a stack gets that asks an http: endpoint by the program. */
function examined(program: string): Examination {
  const command = "./request.sh token_endpoint=http%3A%2F%2Fsso.acme.example%2Foauth2%2Ftoken output=none";
  const stack = { resource: { null_resource: { x: { provisioner: [{ "local-exec": { command } }] } } } };
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

it("is not guessed at in a version that is not known", () => {
  const { findings, undetermined } = examined(PROGRAM.replace(", version 1:", ", version 99:"));
  expect(findings).toEqual([]);
  expect(undetermined.map(({ why }) => why)).toEqual([
    "It runs version 99 of the program of cdktf-oauth2-token, which these checks do not know.",
  ]);
});
