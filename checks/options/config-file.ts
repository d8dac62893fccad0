import { dirname, resolve } from "node:path";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { isThere, MAX_SETTINGS, namedFile, Reader } from "../configuration/file-reader.js";
import { printable } from "../vocabulary/printable.js";
import type { CheckOptions } from "./options.js";
import { OptionsError, readOptions } from "./read-options.js";

/** The configuration file that is found by itself, in the working directory. */
export const CONFIG_FILE = "cdktf-oauth2-token.json";

export interface Config {
  readonly path: string;
  /** Patterns in the file are relative to it. */
  readonly folder: string;
  readonly options: CheckOptions;
}

/**
 * The configuration file that was named, or the one in the working directory, if there is one. It is JSON, in which
 * comments and trailing commas are allowed.
 *
 * @throws OptionsError if it is missing, no JSON, or holds what is no option
 */
export function loadConfig(named: string | undefined, workingDirectory: string): Config | undefined {
  const path = resolve(workingDirectory, named ?? CONFIG_FILE);
  const name = printable(named ?? CONFIG_FILE);
  if (named === undefined && !isThere(path)) return undefined;
  const contents =
    named === undefined ? new Reader([workingDirectory]).text(path, MAX_SETTINGS, true) : namedFile(path, MAX_SETTINGS);
  if ("why" in contents) throw new OptionsError(`The configuration file ${name} cannot be used: it ${contents.why}.`);
  const { text } = contents;
  const errors: ParseError[] = [];
  const given: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split("\n").length;
    throw new OptionsError(`${name}:${line}: this is not JSON (${printParseErrorCode(first.error)}).`);
  }
  return { path, folder: dirname(path), options: readOptions(given, `The configuration file ${name}`) };
}
