import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { isParameterName, PARAMETER_NAMES_ALLOWED, RESERVED_PARAMETERS } from "../../lib/program/parameters.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import type { Grant, GrantParameter } from "./grants.js";
import { ACTOR_TOKEN } from "./slots.js";

/**
 * The parameters of the body that are not secret, as the program's arguments.
 *
 * @param taken parameters that the grant or another option sets
 * @throws UsageError
 */
export function formArguments(
  given: Given,
  grant: Grant,
  scopes: readonly string[],
  taken: readonly string[],
): string[] {
  const grantType = grantTypeOf(given, grant);
  return [
    ...(grantType === undefined ? [] : [`form.grant_type=${formEncodeLiteral(grantType)}`]),
    ...(scopes.length === 0 ? [] : [`form.scope=${formEncodeLiteral(scopes.join(" "))}`]),
    ...grant.parameters.flatMap((one) =>
      valuesOf(given, one, grant).map((value) => `form.${one.parameter}=${formEncodeLiteral(value)}`),
    ),
    ...given.all("parameter").map((text) => parameter(text, taken)),
  ];
}

function grantTypeOf(given: Given, grant: Grant): string | undefined {
  if (!grant.typeIsGiven) return grant.grantType;
  const grantType = given.one("grant-type");
  if (grantType === undefined || grantType === "")
    throw new UsageError(
      `--grant ${grant.name} needs --grant-type TYPE: the value of grant_type, such as urn:ibm:params:oauth:grant-type:apikey.`,
    );
  return grantType;
}

/** An actor token comes with its type, and its type with it (RFC 8693 section 2.1). */
function valuesOf(given: Given, { option, optional, help }: GrantParameter, grant: Grant): readonly string[] {
  const values = given.all(option);
  const actor = ["-env", "-file", "-command"].some((suffix) => given.has(`${ACTOR_TOKEN.option}${suffix}`));
  if (option === "actor-token-type" && actor !== values.length > 0)
    throw new UsageError("Only one of the actor token and --actor-token-type is given. Give both, or neither.");
  if (values.includes("") || (!optional && values.length === 0))
    throw new UsageError(`--grant ${grant.name} needs --${option} VALUE: ${help}.`);
  return values;
}

function parameter(given: string, own: readonly string[]): string {
  const at = given.indexOf("=");
  const name = given.slice(0, Math.max(at, 0));
  if (at < 0) throw new UsageError("--parameter is written as --parameter name=value.");
  const why = RESERVED_PARAMETERS.get(name.toLowerCase());
  if (why !== undefined)
    throw new UsageError(
      `--parameter ${name}: it is not given as a parameter (its value is not repeated here). The options for endpoint, client, secret and scope set what they are for; a secret is never an argument.`,
    );
  if (own.includes(name.toLowerCase()))
    throw new UsageError(`--parameter ${name}: another option sets it (its value is not repeated here).`);
  if (!isParameterName(name)) throw new UsageError(`--parameter: the name is not allowed. ${PARAMETER_NAMES_ALLOWED}`);
  return `form.${name}=${formEncodeLiteral(given.slice(at + 1))}`;
}
