import { resolve } from "node:path";
import { environmentNameFault } from "../../lib/program/environment-name.js";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import type { Given } from "../options/option.js";
import { MissingSecret, UsageError } from "../options/usage-error.js";
import { commandWords } from "./command-words.js";
import type { Slot } from "./slots.js";

/** Where a secret comes from: as the program is told, and as TypeScript says it. */
export interface SecretSource {
  readonly slot: Slot;
  readonly args: readonly string[];
  /** What the program reads from its standard input. */
  readonly stdin: string;
  readonly typescript: string;
  /** The value, where this process has it anyway; it goes nowhere but into `stdin`. */
  readonly value: string | undefined;
  /** The program reads it itself, and not curl. */
  readonly declared: boolean;
}

/** Asks the user; undefined where there is nobody to ask. */
export type Ask = (what: string) => Promise<string | undefined>;

/**
 * @returns undefined where a secret that need not be is not given
 * @throws UsageError
 */
export async function secretSource(slot: Slot, given: Given, ask: Ask): Promise<SecretSource | undefined> {
  const { option, what } = slot;
  const ways = ["-env", "-file", "-command"].filter((suffix) => given.has(`${option}${suffix}`));
  const [suffix, ...others] = ways;
  if (others.length > 0)
    throw new UsageError(
      `The ${what} is given twice: by ${ways.map((way) => `--${option}${way}`).join(" and ")}. Give one.`,
    );
  if (suffix !== undefined) return givenSource(slot, suffix, given.one(`${option}${suffix}`) ?? "");
  if (slot.optional) return undefined;
  return asked(slot, slot.lines ? undefined : await ask(what));
}

/**
 * A secret that is given by reference.
 *
 * @throws UsageError
 */
export function givenSource(slot: Slot, suffix: string, value: string): SecretSource {
  if (value === "") throw new UsageError(`--${slot.option}${suffix} is empty.`);
  if (suffix === "-env") return fromEnvironment(slot, value);
  return suffix === "-file" ? fromFile(slot, value) : fromCommand(slot, value);
}

function fromEnvironment(of: Slot, name: string): SecretSource {
  const { slot, option, what } = of;
  const fault = environmentNameFault(name);
  if (fault !== undefined) throw new UsageError(`--${option}-env: ${fault}`);
  // The program would repeat the name, and it may be the secret itself.
  if (process.env[name] === undefined)
    throw new MissingSecret(
      `--${option}-env: there is no environment variable of the name that is given (not repeated here). Export it for this run, and give its name, never the ${what} itself.`,
    );
  return {
    slot: of,
    declared: true,
    args: [`${slot}.environment=${name}`],
    stdin: "",
    typescript: `Secret.fromEnvironment(${JSON.stringify(name)})`,
    value: process.env[name],
  };
}

function fromFile(of: Slot, path: string): SecretSource {
  const absolute = resolve(path);
  return {
    slot: of,
    declared: of.pathArgument === undefined,
    args: [`${of.pathArgument ?? `${of.slot}.file`}=${formEncodeLiteral(absolute)}`],
    stdin: "",
    typescript: `Secret.fromFile(${JSON.stringify(absolute)})`,
    value: undefined,
  };
}

function fromCommand(of: Slot, text: string): SecretSource {
  const { slot, option } = of;
  const words = commandWords(`${option}-command`, text);
  return {
    slot: of,
    declared: true,
    args: words.map((word) => `${slot}.command=${formEncodeLiteral(word)}`),
    stdin: "",
    typescript: `Secret.fromCommand([${words.map((word) => JSON.stringify(word)).join(", ")}])`,
    value: undefined,
  };
}

/** What was typed. */
export function asked(of: Slot, value: string | undefined): SecretSource {
  const { slot, option, what } = of;
  if (value === undefined)
    throw new MissingSecret(
      `The ${what} is missing, and ${of.lines ? "it is not typed, because it has line breaks" : "there is no terminal to ask for it"}. Give it by --${option}-env NAME, --${option}-file PATH or --${option}-command COMMAND.`,
    );
  if (value === "") throw new MissingSecret(`The ${what} that was typed is empty.`);
  return {
    slot: of,
    declared: true,
    args: [`${slot}.source=stdin`],
    stdin: `${slot}=${formEncodeLiteral(value)}`,
    typescript: `Secret.ephemeralVariable(this, ${JSON.stringify(slot)})`,
    value,
  };
}
