import { didYouMean } from "./did-you-mean";
import { refuse, type Faults } from "./faults";
import { isResponseFieldName, OWN_RESPONSE_FIELDS, RESPONSE_FIELDS_ALLOWED } from "./program/response-field-names";
import type { Properties } from "./properties";

/** A member of the token endpoint's answer, besides those that every answer has. */
export interface ResponseFieldOptions {
  /**
   * Whether an answer without it will do. Its value is then empty.
   *
   * @default false - the request fails, with exit status 48
   */
  readonly optional?: boolean;
  /**
   * Whether Terraform keeps its value out of what it prints.
   *
   * @default true
   */
  readonly sensitive?: boolean;
}

/** @internal */
export const RESPONSE_FIELD_OPTIONS: Properties<ResponseFieldOptions> = {
  optional: { type: "boolean", allowed: "true or false" },
  sensitive: { type: "boolean", allowed: "true or false" },
};

/**
 * The program's arguments for the members that are asked for.
 *
 * @internal
 */
export function responseFieldArguments(
  faults: Faults,
  fields: Readonly<Record<string, ResponseFieldOptions>> = {},
): string[] {
  const variables = new Map<string, string>();
  for (const name of Object.keys(fields)) {
    const own = OWN_RESPONSE_FIELDS.get(name);
    // Two names that would be one variable of the command of run.
    const variable = name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
    const other = variables.get(variable);
    if (own !== undefined)
      faults.add("invalid-response-field", `the response field "${name}" is in every answer: ${own}.`);
    else if (!isResponseFieldName(name))
      faults.add(
        "invalid-response-field",
        `the response field ${JSON.stringify(name)} is not allowed. ${RESPONSE_FIELDS_ALLOWED}`,
      );
    else if (other !== undefined)
      faults.add(
        "invalid-response-field",
        `the response fields "${other}" and "${name}" would both be ACCESS_TOKEN_RESPONSE_${variable}. Give one of them.`,
      );
    variables.set(variable, name);
  }
  return Object.entries(fields).map(([name, { optional }]) => `${optional ? "optional_" : ""}response_field=${name}`);
}

/**
 * What was said of a member that is read.
 *
 * @throws if it was not asked for
 * @internal
 */
export function responseFieldOptions(
  where: string,
  fields: Readonly<Record<string, ResponseFieldOptions>>,
  name: string,
): ResponseFieldOptions {
  return (
    fields[name] ??
    refuse(
      where,
      "unknown-response-field",
      `responseFields has no ${JSON.stringify(name)}${didYouMean(name, Object.keys(fields)) || "."} Add it there: { ${name}: {} }.`,
    )
  );
}
