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
  parameters: Readonly<Record<string, string>>,
  secretParameters: Readonly<Record<string, unknown>>,
): void {
  const names = new Map<string, string>();
  const named = (of: object, secret: boolean) => Object.keys(of).map((name) => ({ name, secret }));
  for (const { name, secret } of [...named(parameters, false), ...named(secretParameters, true)]) {
    // RFC 6749 section 3.2: a parameter is sent once. Servers differ in whether they tell letters' cases apart.
    const lower = name.toLowerCase();
    const first = names.get(lower);
    const reserved = RESERVED_PARAMETERS.get(lower);
    if (first !== undefined)
      faults.add(
        "repeated-parameter",
        `the parameter "${name}" is given twice, as "${first}" too. Give it once (RFC 6749 section 3.2).`,
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

/** Reserved since they are secrets, and so allowed where secrets are. */
const SECRETS = new Set(["assertion", "subject_token", "actor_token", "password", "refresh_token"]);
