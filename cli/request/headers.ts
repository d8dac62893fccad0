import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import {
  HEADER_NAMES_ALLOWED,
  isHeaderName,
  isHeaderValue,
  namesSecret,
  RESERVED_HEADERS,
} from "../../lib/program/header-fields.js";
import type { Given, Option } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

export const HEADER_OPTION: Option = {
  name: "header",
  value: "NAME=VALUE",
  repeatable: true,
  help: "a further header field of the request; no secret; may be repeated",
};

/** @throws UsageError */
export function headerArguments(given: Given): string[] {
  const names = new Set<string>();
  return given.all(HEADER_OPTION.name).map((text) => {
    const [, name, value = ""] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
    if (name === undefined) throw new UsageError("--header is written as --header name=value.");
    if (!isHeaderName(name)) throw new UsageError(`--header: the name is not allowed. ${HEADER_NAMES_ALLOWED}`);
    const why = faultOf(name, value, names.has(name.toLowerCase()));
    if (why !== undefined) throw new UsageError(`--header ${name}: ${why} (its value is not repeated here).`);
    names.add(name.toLowerCase());
    return `header.${name}=${formEncodeLiteral(value)}`;
  });
}

function faultOf(name: string, value: string, isTwice: boolean): string | undefined {
  if (RESERVED_HEADERS.has(name.toLowerCase())) return "the program or another option sets it";
  if (isTwice) return "it is given twice";
  if (namesSecret(name)) return "it has the name of a secret, which is never an argument";
  if (!isHeaderValue(value)) return "its value is empty, or has a line break or another control character";
  return undefined;
}
