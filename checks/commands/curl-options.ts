import { CURL_OPTIONS } from "../vocabulary/curl-options.js";
import type { Grammar, Option } from "./options.js";

/** Names that curl takes and its documentation does not list. */
const ALIASES: ReadonlyMap<string, string> = new Map([["include", "show-headers"]]);

/** curl ends with `--help` whether or not a subject follows, so nothing depends on the next word. */
const VALUE_IS_OPTIONAL = new Set(["help"]);

const TAKES_VALUE = new Map<string, boolean>(
  CURL_OPTIONS.map(([long, , value]) => [long, value !== "" && !VALUE_IS_OPTIONAL.has(long)]),
);
const LONG_OF_SHORT = new Map(CURL_OPTIONS.flatMap(([long, short]) => (short === "" ? [] : [[short, long] as const])));
const LONG = [...TAKES_VALUE.keys(), ...ALIASES.keys()];

const EXPAND = "expand-";

/** curl takes the beginning of a name where only one option begins so. */
function fullName(name: string): string {
  const known = ALIASES.get(name) ?? name;
  if (TAKES_VALUE.has(known)) return known;
  const candidates = LONG.filter((long) => long.startsWith(name));
  return candidates.length === 1 ? (ALIASES.get(candidates[0] ?? "") ?? candidates[0] ?? name) : name;
}

/** `no-` turns off what takes no value; `expand-` gives a value with variables in it. */
function takesValue(name: string): boolean | undefined {
  const known = TAKES_VALUE.get(fullName(name));
  if (known !== undefined) return known;
  if (name.startsWith(EXPAND)) return TAKES_VALUE.has(fullName(name.slice(EXPAND.length))) ? true : undefined;
  return name.startsWith("no-") && TAKES_VALUE.get(fullName(name.slice("no-".length))) === false ? false : undefined;
}

export const CURL: Grammar = {
  shortWithValue: CURL_OPTIONS.filter(([long, short]) => short !== "" && TAKES_VALUE.get(long))
    .map(([, short]) => short)
    .join(""),
  // What follows an option that is not known may be a value or a URL; a URL that is lost would hide a request.
  longWithValue: (name) => takesValue(name) ?? false,
};

/** The documented name of an option, however it was written. */
export const curlName = ({ name }: Option): string => {
  if (name.length === 1) return LONG_OF_SHORT.get(name) ?? name;
  return name.startsWith(EXPAND) ? EXPAND + fullName(name.slice(EXPAND.length)) : fullName(name);
};

/** Whether an option is one of curl's: of another one, a newer curl's or a misspelt one, nobody can tell what it changes. */
export const isCurlOption = ({ name }: Option): boolean =>
  name.length === 1 ? LONG_OF_SHORT.has(name) : takesValue(name) !== undefined;
