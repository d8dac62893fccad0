import { isParameterName, PARAMETER_NAMES_ALLOWED, RESERVED_PARAMETERS } from "../../lib/program/parameters.js";
import { slotName } from "../../lib/program/slot-name.js";
import type { Given, Option } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import type { Slot } from "./slots.js";

/** Parameters of the body that are secrets, and that no grant has. */
export interface SecretParameter {
  readonly parameter: string;
  readonly slot: Slot;
  /** How it is given: `-env` and the like, with its value; or it is asked for. */
  readonly way: readonly [suffix: string, value: string] | undefined;
}

const WAYS = [
  ["-env", "NAME=VARIABLE", "a secret parameter of the body, from an environment variable; may be repeated"],
  ["-file", "NAME=PATH", "a secret parameter of the body, from a file; may be repeated"],
  ["-command", "NAME=COMMAND", "a secret parameter of the body, printed by a command; may be repeated"],
] as const;

export const SECRET_PARAMETER_OPTIONS: readonly Option[] = [
  ...WAYS.map(([suffix, value, help]): Option => ({
    name: `secret-parameter${suffix}`,
    value,
    help,
    repeatable: true,
  })),
  {
    name: "secret-parameter",
    value: "NAME",
    repeatable: true,
    help: "the name of a secret parameter of the body, which is asked for; may be repeated",
  },
];

/**
 * @param own parameters that the grant sets
 * @param slots those that are taken
 * @throws UsageError
 */
export function secretParameters(given: Given, own: readonly string[], slots: readonly string[]): SecretParameter[] {
  const ways = WAYS.flatMap(([suffix]) =>
    given.all(`secret-parameter${suffix}`).map((text) => {
      const at = text.indexOf("=");
      if (at < 1)
        throw new UsageError(
          `--secret-parameter${suffix} is written as --secret-parameter${suffix} name=..., never with the secret itself.`,
        );
      return { parameter: text.slice(0, at), way: [suffix, text.slice(at + 1)] as const };
    }),
  );
  const asked = given.all("secret-parameter").map((parameter) => ({ parameter, way: undefined }));
  const taken = [...own];
  const takenSlots = new Set(slots);
  return [...ways, ...asked].map(({ parameter, way }) => {
    // It may be the secret itself, given where its name belongs.
    if (!isParameterName(parameter) || parameter.length > 64)
      throw new UsageError(
        `--secret-parameter: the name is not allowed (not repeated here). ${PARAMETER_NAMES_ALLOWED}`,
      );
    const lower = parameter.toLowerCase();
    if (taken.includes(lower) || (!SECRETS.has(lower) && RESERVED_PARAMETERS.has(lower)))
      throw new UsageError("--secret-parameter: the name is one that another option sets, or that is given twice.");
    taken.push(lower);
    const slot = slotName(parameter, (name) => takenSlots.has(name));
    takenSlots.add(slot);
    return { parameter, way, slot: { slot, option: "secret-parameter", what: `parameter ${parameter}` } };
  });
}

/** Reserved since they are secrets. */
const SECRETS = new Set(["assertion", "subject_token", "actor_token", "password", "refresh_token"]);
