/**
 * Arguments of Terraform's functions that are no part of the result: they say where, how much or by what. A function that
 * is not listed gives something of each of its arguments.
 *
 * https://developer.hashicorp.com/terraform/language/functions
 *
 * @internal
 */
export const CHOOSING_ARGUMENTS: Readonly<Record<string, readonly number[] | undefined>> = {
  chunklist: [1],
  element: [1],
  file: [0],
  filebase64: [0],
  formatdate: [0],
  indent: [0],
  lookup: [1],
  parseint: [1],
  regex: [0],
  regexall: [0],
  replace: [1],
  slice: [1, 2],
  split: [0],
  substr: [1, 2],
  templatefile: [0],
  textdecodebase64: [1],
  textencodebase64: [1],
  trim: [1],
  trimprefix: [1],
  trimsuffix: [1],
  zipmap: [0],
};

/**
 * Functions whose result says nothing of a sensitive argument, or is declared to.
 *
 * @internal
 */
export const DECLASSIFYING: ReadonlySet<string> = new Set([
  "base64sha256",
  "base64sha512",
  "bcrypt",
  "issensitive",
  "md5",
  "nonsensitive",
  "sha1",
  "sha256",
  "sha512",
]);
