import { resolve } from "node:path";
import { environmentNameFault } from "../../lib/program/environment-name.js";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import type { Given } from "../options/option.js";
import { MissingSecret, UsageError } from "../options/usage-error.js";
import { commandWords } from "./command-words.js";
import type { Slot } from "./slots.js";

/** Where a secret comes from: as the program is told, and as TypeScript says it. */
export interface SecretSource {
  readonly args: readonly string[];
  /** What the program reads from its standard input. */
  readonly stdin: string;
  readonly typescript: string;
  /** The value, where this process has it anyway; it goes nowhere but into `stdin`. */
  readonly value: string | undefined;
}

/** Asks the user; undefined where there is nobody to ask. */
export type Ask = (what: string) => Promise<string | undefined>;

/** @throws UsageError */
export async function secretSource(slot: Slot, given: Given, ask: Ask): Promise<SecretSource> {
  const { option, what } = slot;
  const ways = [`${option}-env`, `${option}-file`, `${option}-command`].filter((name) => given.has(name));
  const [way, ...others] = ways;
  if (others.length > 0)
    throw new UsageError(`The ${what} is given twice: by ${ways.map((name) => `--${name}`).join(" and ")}. Give one.`);
  const value = way === undefined ? "" : (given.one(way) ?? "");
  if (way === undefined) return asked(slot, await ask(what));
  if (value === "") throw new UsageError(`--${way} is empty.`);
  if (way.endsWith("-env")) return fromEnvironment(slot, value);
  if (way.endsWith("-file")) return fromFile(slot, value);
  return fromCommand(slot, value);
}

function fromEnvironment({ slot, option, what }: Slot, name: string): SecretSource {
  const fault = environmentNameFault(name);
  if (fault !== undefined) throw new UsageError(`--${option}-env: ${fault}`);
  // The program would repeat the name, and it may be the secret itself.
  if (process.env[name] === undefined)
    throw new MissingSecret(
      `--${option}-env: there is no environment variable of the name that is given (not repeated here). Export it for this run, and give its name, never the ${what} itself.`,
    );
  return {
    args: [`${slot}.environment=${name}`],
    stdin: "",
    typescript: `Secret.fromEnvironment(${JSON.stringify(name)})`,
    value: process.env[name],
  };
}

function fromFile({ slot }: Slot, path: string): SecretSource {
  const absolute = resolve(path);
  return {
    args: [`${slot}.file=${formEncodeLiteral(absolute)}`],
    stdin: "",
    typescript: `Secret.fromFile(${JSON.stringify(absolute)})`,
    value: undefined,
  };
}

function fromCommand({ slot, option }: Slot, text: string): SecretSource {
  const words = commandWords(`${option}-command`, text);
  return {
    args: words.map((word) => `${slot}.command=${formEncodeLiteral(word)}`),
    stdin: "",
    typescript: `Secret.fromCommand([${words.map((word) => JSON.stringify(word)).join(", ")}])`,
    value: undefined,
  };
}

function asked({ slot, option, what }: Slot, value: string | undefined): SecretSource {
  if (value === undefined)
    throw new MissingSecret(
      `The ${what} is missing, and there is no terminal to ask for it. Give it by --${option}-env NAME, --${option}-file PATH or --${option}-command COMMAND.`,
    );
  if (value === "") throw new MissingSecret(`The ${what} that was typed is empty.`);
  return {
    args: [`${slot}.source=stdin`],
    stdin: `${slot}=${formEncodeLiteral(value)}`,
    typescript: `Secret.ephemeralVariable(this, ${JSON.stringify(slot)})`,
    value,
  };
}
