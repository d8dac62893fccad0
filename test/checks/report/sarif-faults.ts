import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const json = (name: string): object => JSON.parse(readFileSync(require.resolve(name), "utf8")) as object;

/** What is wrong with a SARIF log, by the schema of OASIS as Microsoft's matchers for SARIF ship it. */
export function sarifFaults(text: string): unknown {
  const ajv = new Ajv({ schemaId: "id", meta: false, allErrors: true });
  ajv.addMetaSchema(json("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(json("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
  validate(JSON.parse(text));
  return validate.errors;
}
