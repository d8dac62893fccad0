import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { GRANTS, type Grant } from "./grants.js";
import { JWT_OPTIONS, type SignedHere } from "./signing.js";
import { SLOTS, slotOptions, type Slot } from "./slots.js";

/**
 * What is given for another grant or method is no part of this request, and so a mistake.
 *
 * @throws UsageError
 */
export function refuseUnused(given: Given, grant: Grant, slots: readonly Slot[], signed: readonly SignedHere[]): void {
  const used = new Set([
    ...grant.parameters.map(({ option }) => option),
    ...slots.flatMap((slot) => slotOptions(slot).map(({ name }) => name)),
    ...(signed.length > 0 ? JWT_OPTIONS.map(({ name }) => name) : []),
    ...(grant.typeIsGiven ? ["grant-type"] : []),
  ]);
  const known = [
    ...GRANTS.flatMap(({ parameters }) => parameters.map(({ option }) => option)),
    ...SLOTS.flatMap((slot) => slotOptions(slot).map(({ name }) => name)),
    ...JWT_OPTIONS.map(({ name }) => name),
    "grant-type",
  ];
  const unused = known.find((option) => given.has(option) && !used.has(option));
  if (unused !== undefined)
    throw new UsageError(`--${unused} has no use with this grant and method: see --grant and --method.`);
}
