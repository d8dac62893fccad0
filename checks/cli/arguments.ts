import { parseArgs } from "node:util";
import type { CheckOptions } from "../options/options.js";
import { readOptions } from "../options/read-options.js";
import { didYouMean } from "../options/suggest.js";

export const FORMATS = ["text", "json", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** A command line that cannot be carried out. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}

export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | {
      readonly kind: "check";
      readonly paths: readonly string[];
      readonly format: Format;
      readonly output: string | undefined;
      readonly config: string | undefined;
      readonly undetermined: boolean;
      readonly ignoredToo: boolean;
      /** Without acknowledgements, which have no place on a command line. */
      readonly options: CheckOptions;
    };

const OPTIONS = {
  format: { type: "string", short: "f" },
  output: { type: "string", short: "o" },
  config: { type: "string", short: "c" },
  rule: { type: "string", multiple: true },
  exclude: { type: "string", multiple: true },
  "token-endpoint": { type: "string", multiple: true },
  "secret-name": { type: "string", multiple: true },
  undetermined: { type: "boolean" },
  "no-gitignore": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** @throws UsageError, OptionsError */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  // The first is the name of the command, which led here.
  const [, ...paths] = positionals;
  const format = values.format ?? "text";
  if (!isFormat(format))
    throw new UsageError(`--format ${format} is not one${didYouMean(format, FORMATS)}; allowed: ${FORMATS.join(", ")}`);
  for (const name of ["output", "config"] as const)
    if (values[name] === "") throw new UsageError(`--${name} needs the path of a file`);
  const options = {
    ...(values.rule && { rules: Object.fromEntries(values.rule.map(severity)) }),
    ...(values.exclude && { exclude: values.exclude }),
    ...(values["token-endpoint"] && { tokenEndpoints: values["token-endpoint"] }),
    ...(values["secret-name"] && { secretNames: values["secret-name"] }),
  };
  return {
    kind: "check",
    paths: paths.length > 0 ? paths : ["."],
    format,
    output: values.output,
    config: values.config,
    undetermined: values.undetermined ?? false,
    ignoredToo: values["no-gitignore"] ?? false,
    options: readOptions(options, "The command line"),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const unknown = /^Unknown option '(-{1,2}[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1];
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    if (unknown === undefined)
      throw new UsageError(error instanceof Error ? error.message.replace(/\.$/, "") : String(error));
    throw new UsageError(`${unknown} is not an option${didYouMean(unknown, names)}; allowed: ${names.join(", ")}`);
  }
}

function severity(given: string): readonly [string, string] {
  const [id = "", level] = given.split("=", 2);
  if (level === undefined)
    throw new UsageError(
      `--rule ${given} has no severity; write it as --rule json-body=warning (error, warning or off)`,
    );
  return [id, level];
}

const isFormat = (format: string): format is Format => (FORMATS as readonly string[]).includes(format);
