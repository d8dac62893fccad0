import type { Construct } from "constructs";

/**
 * Refuses what is no text, such as a variable of `process.env` that is not set. What was given is not repeated, since it
 * may be a secret.
 *
 * @internal
 */
export function requireText(what: string, given: unknown, allowed: string): void {
  if (typeof given === "string") return;
  const unset = given === undefined ? " A variable of process.env is undefined where it is not set at synthesis." : "";
  throw new Error(`${what} is ${kindOf(given)}. Allowed: ${allowed}.${unset}`);
}

/**
 * Refuses what is no list of texts, such as a command line in one string.
 *
 * @internal
 */
export function requireTexts(what: string, given: unknown, allowed: string): void {
  if (!Array.isArray(given)) throw new Error(`${what} is ${kindOf(given)}. Allowed: a list, such as ${allowed}.`);
  for (const item of given) requireText(`An item of ${what}`, item, `a string, as in ${allowed}`);
}

/**
 * Refuses what is not a value of this library. It is told by a member, so that a second copy of the library will do.
 *
 * @internal
 */
export function requireValue(what: string, given: unknown, member: string, allowed: string): void {
  if (given instanceof Object && member in given) return;
  throw new Error(`${what} is ${kindOf(given)}. Allowed: ${allowed}.`);
}

/** @internal */
export function requireRequest(construct: Construct, given: unknown): void {
  requireValue(`${construct.node.path}: request`, given, "_arguments", "AccessTokenRequest.clientCredentials(...)");
}

/** @internal */
export function kindOf(given: unknown): string {
  if (given === undefined || given === null) return String(given);
  if (Array.isArray(given)) return "a list";
  if (typeof given === "object") return given.constructor === Object ? "a plain object" : `a ${given.constructor.name}`;
  return `a ${typeof given}`;
}
