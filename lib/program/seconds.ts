import { inspect } from "node:util";
import { Token } from "cdktf";
import type { Faults } from "../faults";

/**
 * An argument of whole seconds, where they are given.
 *
 * @internal
 */
export function secondsArgument(
  faults: Faults,
  argument: string,
  prop: string,
  value: number | undefined,
  most: number,
): string[] {
  if (value === undefined) return [];
  if (Token.isUnresolved(value)) return [`${argument}=${Token.asString(value)}`];
  if (!Number.isInteger(value) || value < 1 || value > most)
    faults.add("invalid-seconds", `${prop} is ${inspect(value)}. Allowed: whole seconds from 1 to ${most}.`);
  return [`${argument}=${value}`];
}
