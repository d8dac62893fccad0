import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { GRANTS, type Grant } from "./grants.js";
import { METHODS, type Method } from "./methods.js";
import { JWT_OPTIONS, type SignedHere } from "./signing.js";
import { SLOTS, slotOptions, TLS_KEY, TLS_KEY_PASSPHRASE, type Slot } from "./slots.js";

/**
 * What is given for another grant or method is no part of this request, and so a mistake.
 *
 * @throws UsageError
 */
export function refuseUnused(given: Given, grant: Grant, slots: readonly Slot[], signed: readonly SignedHere[]): void {
  const used = new Set([
    ...ofGrant(grant),
    ...slots.flatMap(namesOf),
    ...(signed.length > 0 ? JWT_OPTIONS.map(({ name }) => name) : []),
  ]);
  const known = [...GRANTS.flatMap(ofGrant), ...METHODS.flatMap(ofMethod), ...SLOTS.flatMap(namesOf)];
  const unused = known.find((option) => given.has(option) && !used.has(option));
  if (unused === undefined) return;
  const users = [
    ...GRANTS.filter((one) => ofGrant(one).includes(unused)).map(({ name }) => `--grant ${name}`),
    ...METHODS.filter((one) => ofMethod(one).includes(unused)).map(({ name }) => `--method ${name}`),
    ...([TLS_KEY, TLS_KEY_PASSPHRASE].flatMap(namesOf).includes(unused) ? ["--certificate"] : []),
  ];
  throw new UsageError(
    `--${unused} has no use with this grant and method: it goes with ${users.join(", ")}. Leave it out, or give one of these too.`,
  );
}

function ofGrant({ parameters, secrets, signing, typeIsGiven }: Grant): string[] {
  return [
    ...parameters.map(({ option }) => option),
    ...secrets.flatMap(namesOf),
    ...(signing ? JWT_OPTIONS.map(({ name }) => name) : []),
    ...(typeIsGiven ? ["grant-type"] : []),
  ];
}

function ofMethod({ secrets, signing }: Method): string[] {
  return [...secrets.flatMap(namesOf), ...(signing ? JWT_OPTIONS.map(({ name }) => name) : [])];
}

function namesOf(slot: Slot): string[] {
  return slotOptions(slot).map(({ name }) => name);
}
