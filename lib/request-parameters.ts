import type { Faults } from "./faults";
import {
  isParameterName,
  isScope,
  PARAMETER_NAMES_ALLOWED,
  RESERVED_PARAMETERS,
  SCOPES_ALLOWED,
} from "./program/parameters";
import { holdsToken, isListToken } from "./terraform/references";

/** @internal */
export function refuseScopes(faults: Faults, scopes: readonly string[]): void {
  for (const scope of scopes)
    if (!isListToken(scope) && !holdsToken(scope) && !isScope(scope))
      faults.add(
        "invalid-scope",
        `the scope "${scope}" is not allowed. ${SCOPES_ALLOWED} Give several scopes as several items.`,
      );
}

/**
 * Refuses parameters that are given twice, that something else sets, or that have no name.
 *
 * @param own the parameters that the grant itself sets
 * @internal
 */
export function refuseParameters(
  faults: Faults,
  own: readonly string[],
  given: Record<"parameters" | "repeatedParameters" | "secretParameters", object>,
): void {
  const names = new Map<string, string>();
  const named = (of: object, secret = false) => Object.keys(of).map((name) => ({ name, secret }));
  for (const { name, secret } of [
    ...named(given.parameters),
    ...named(given.repeatedParameters),
    ...named(given.secretParameters, true),
  ]) {
    // RFC 6749 section 3.2: a parameter is sent once, unless its extension says otherwise. Servers differ in whether they tell
    // letters' cases apart.
    const lower = name.toLowerCase();
    const first = names.get(lower);
    const reserved = RESERVED_PARAMETERS.get(lower);
    if (first !== undefined)
      faults.add(
        "repeated-parameter",
        `the parameter "${name}" is given twice, as "${first}" too. Give it once (RFC 6749 section 3.2); what an extension sends several times, give once in repeatedParameters, with its values.`,
      );
    else if (own.includes(lower))
      faults.add("reserved-parameter", `the parameter "${name}" is reserved: the grant sets it, by a property.`);
    else if (reserved !== undefined && !(secret && SECRETS.has(lower)))
      faults.add("reserved-parameter", `the parameter "${name}" is reserved: ${reserved}.`);
    else if (!isParameterName(name))
      faults.add("invalid-parameter-name", `the parameter name "${name}" is not allowed. ${PARAMETER_NAMES_ALLOWED}`);
    names.set(lower, name);
  }
}

/**
 * Refuses lists that only Terraform knows, where each item is a parameter of its own.
 *
 * @internal
 */
export function refuseLists(faults: Faults, sent: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of sent)
    if (isListToken(value))
      faults.add(
        "list-reference",
        `the values of the parameter "${name}" are a list that only Terraform knows, and so is how often it is sent. Give the values one by one; each of them may be a reference, such as Fn.element(list, 0).`,
      );
}

/**
 * Refuses what cannot be the URI of a service (RFC 8707 section 2).
 *
 * @internal
 */
export function refuseResources(faults: Faults, resources: readonly string[]): void {
  for (const resource of resources)
    if (!isListToken(resource) && !holdsToken(resource) && !/^[a-z][a-z0-9+.-]*:[^#\s]+$/i.test(resource))
      faults.add(
        "invalid-resource",
        `the resource "${resource}" is no absolute URI without fragment (RFC 8707 section 2). Allowed: such as "https://api.example.com/"; what else a server takes as audience goes into parameters.`,
      );
}

/** Reserved since they are secrets, and so allowed where secrets are. */
const SECRETS = new Set(["assertion", "subject_token", "actor_token", "password", "refresh_token"]);
