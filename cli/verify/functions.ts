import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { listOf, NotKnown, textOf, type Value } from "./value.js";

/** A function of Terraform's language (https://developer.hashicorp.com/terraform/language/functions). */
export type TerraformFunction = (args: readonly Value[], workingDirectory: string) => Value;

const text =
  (apply: (...texts: string[]) => Value): TerraformFunction =>
  (args) =>
    apply(...args.map(textOf));

/** Those that arguments of a request are written with; for the others Terraform is needed. */
export const FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  // Go's url.QueryEscape: the form encoding of RFC 6749 appendix B.
  urlencode: text((value = "") => formEncodeLiteral(value)),
  base64encode: text((value = "") => Buffer.from(value).toString("base64")),
  base64decode: text((value = "") => Buffer.from(value, "base64").toString("utf8")),
  lower: text((value = "") => value.toLowerCase()),
  upper: text((value = "") => value.toUpperCase()),
  chomp: text((value = "") => value.replace(/[\r\n]+$/, "")),
  trimspace: text((value = "") => value.trim()),
  trimprefix: text((value = "", prefix = "") => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: text((value = "", suffix = "") =>
    suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  replace: text((value = "", part = "", by = "") => {
    if (/^\/.*\/$/.test(part)) throw new NotKnown("only Terraform evaluates replace() with a pattern");
    return value.split(part).join(by);
  }),
  split: text((separator = "", value = "") => value.split(separator)),
  tostring: ([value = null]) => (value === null ? null : textOf(value)),
  tonumber: ([value = null]) => (value === null ? null : Number(textOf(value))),
  join: ([separator = "", ...lists]) => lists.flatMap(listOf).map(textOf).join(textOf(separator)),
  concat: (lists) => lists.flatMap(listOf),
  compact: ([list = []]) => listOf(list).filter((item) => item !== null && item !== ""),
  tolist: ([list = []]) => listOf(list),
  coalesce: (values) => {
    const found = values.find((value) => value !== null && value !== "");
    if (found === undefined) throw new NotKnown("coalesce() has no value to give", true);
    return found;
  },
  format: ([pattern = "", ...values]) => {
    const rest = values.map(textOf);
    return textOf(pattern).replace(/%(.)/g, (_, verb: string) => {
      if (verb === "%") return "%";
      if (!["s", "v", "d"].includes(verb)) throw new NotKnown(`only Terraform evaluates format() with %${verb}`);
      return rest.shift() ?? "";
    });
  },
  lookup: ([map = null, key = "", otherwise]) => member(map, textOf(key)) ?? otherwise ?? missing(textOf(key)),
  element: ([list = [], at = 0]) => {
    const items = listOf(list);
    return items[Number(at) % items.length] ?? null;
  },
  jsondecode: text((json = "") => {
    try {
      return JSON.parse(json) as Value;
    } catch {
      // The parser's own message quotes the text, which may be a secret.
      throw new NotKnown("jsondecode() is given a text that is not JSON", true);
    }
  }),
  sensitive: ([value = null]) => value,
  nonsensitive: ([value = null]) => value,
  ephemeralasnull: () => null,
  basename: text((path = "") => basename(path)),
  dirname: text((path = "") => dirname(path)),
  pathexpand: text((path = "") => path.replace(/^~(?=\/|$)/, () => homedir())),
  abspath: ([path = ""], workingDirectory) => resolve(workingDirectory, textOf(path)),
  file: ([path = ""], workingDirectory) => {
    try {
      return readFileSync(resolve(workingDirectory, textOf(path)), "utf8");
    } catch {
      throw new NotKnown(`the file ${textOf(path)} cannot be read`, true);
    }
  },
};

/** A member of an object or map, or an item of a list. */
export function member(value: Value, name: string): Value | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, Value>>)[name] : undefined;
}

function missing(name: string): never {
  throw new NotKnown(`there is no member "${name}"`, true);
}
