import {
  isResponseFieldName,
  OWN_RESPONSE_FIELDS,
  RESPONSE_FIELDS_ALLOWED,
} from "../../lib/program/response-field-names.js";
import type { Given, Option } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/** Each with the program's argument. */
const WAYS = [
  ["response-field", "response_field", "fails where the answer lacks it (48); may be repeated"],
  ["optional-response-field", "optional_response_field", "may be missing; may be repeated"],
] as const;

export const RESPONSE_FIELD_OPTIONS: readonly Option[] = WAYS.map(([name, , help]) => ({
  name,
  value: "NAME",
  repeatable: true,
  help: `a further member of the answer, such as id_token; ${help}`,
}));

/** @throws UsageError */
export function responseFieldArguments(given: Given): string[] {
  const asked = WAYS.flatMap(([option, argument]) => given.all(option).map((name) => ({ option, argument, name })));
  const names = asked.map(({ name }) => name);
  for (const [at, { option, name }] of asked.entries()) {
    if (!isResponseFieldName(name)) throw new UsageError(`--${option}: not allowed. ${RESPONSE_FIELDS_ALLOWED}`);
    if (OWN_RESPONSE_FIELDS.has(name)) throw new UsageError(`--${option} ${name}: it is told of every answer.`);
    if (names.indexOf(name) < at) throw new UsageError(`--${option} ${name}: it is given twice. Give it once.`);
  }
  return asked.map(({ argument, name }) => `${argument}=${name}`);
}
