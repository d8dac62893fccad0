import type { Faults } from "./faults";
import { isListToken } from "./terraform/references";

/**
 * Refuses what is not text, such as a variable of `process.env` that is not set. What was given is not repeated, since it
 * may be a secret.
 *
 * @internal
 */
export function isText(faults: Faults, what: string, given: unknown, allowed: string): given is string {
  if (typeof given !== "string") {
    const unset =
      given === undefined ? " A variable of process.env is undefined where it is not set at synthesis." : "";
    faults.add("wrong-type", `${what} is ${kindOf(given)}. Allowed: ${allowed}.${unset}`);
    return false;
  }
  if (/\p{Surrogate}/u.test(given)) {
    faults.add(
      "malformed-text",
      `${what} has half of a surrogate pair at character ${given.search(/\p{Surrogate}/u) + 1}, as text has that was cut within a character. Allowed: ${allowed}, with whole characters.`,
    );
    return false;
  }
  if (isListToken(given)) {
    faults.add(
      "malformed-text",
      `${what} is an item taken out of a list that only Terraform knows. Take it by Terraform: Fn.element(list, 0).`,
    );
    return false;
  }
  return true;
}

/**
 * Refuses what is not a list of texts, such as a command line in one string.
 *
 * @internal
 */
export function isTexts(faults: Faults, what: string, given: unknown, allowed: string): given is string[] {
  if (!Array.isArray(given)) {
    faults.add("wrong-type", `${what} is ${kindOf(given)}. Allowed: a list, such as ${allowed}.`);
    return false;
  }
  return given
    .map(
      (item: unknown) =>
        (typeof item === "string" && isListToken(item)) ||
        isText(faults, `an item of ${what}`, item, `a string, as in ${allowed}`),
    )
    .every(Boolean);
}

/**
 * Refuses what is not a value of this library. It is told by a member, so that a second copy of the library will do.
 *
 * @internal
 */
export function isValue(faults: Faults, what: string, given: unknown, member: string, allowed: string): boolean {
  if (given instanceof Object && member in given) return true;
  faults.add("wrong-type", `${what} is ${kindOf(given)}. Allowed: ${allowed}.`);
  return false;
}

/**
 * Refuses what is not a `Secret`, above all a literal.
 *
 * @internal
 */
export function isSecret(faults: Faults, what: string, given: unknown): boolean {
  if (given instanceof Object && "_faults" in given) return true;
  const literal = typeof given === "string" && !isListToken(given);
  faults.add(
    literal ? "literal-secret" : "wrong-type",
    `${what} is given as ${literal ? "a literal (not repeated here)" : kindOf(given)}. Give a Secret: Secret.ephemeralVariable, fromVariable, fromExpression, fromEnvironment, fromFile or fromCommand.`,
  );
  return false;
}

/** @internal */
export function kindOf(given: unknown): string {
  if (given === undefined || given === null) return String(given);
  if (Array.isArray(given)) return "a list";
  if (typeof given !== "object") return `a ${typeof given}`;
  const name = (given as { readonly constructor?: { readonly name: string } }).constructor?.name;
  return name === undefined || name === "Object" ? "a plain object" : `a ${name}`;
}
