import type { HttpRequest } from "../requests/request.js";
import { blend, requestsOf, unknown, type Text } from "../values/text.js";
import { at, text, type Value } from "../values/value.js";
import { classifyName } from "../vocabulary/names.js";
import { allPieces, constant } from "../values/value.js";

/** What an expression of a program gives: a value as far as it is known, and the dotted name by which it was called. */
export interface Thing {
  readonly value: Value;
  readonly symbol?: string | undefined;
  /** A request that is made, or being prepared, with what the thing says. */
  readonly request?: HttpRequest | undefined;
  /** What it is a member of: the object of a method. */
  readonly of?: Thing | undefined;
  /** The path of the file that it is a handle of. */
  readonly path?: Text | undefined;
}

export const thing = (value: Value, symbol?: string): Thing => ({ value, symbol });
export const hole = (): Thing => ({ value: text([unknown()]) });
export const textThing = (pieces: Text): Thing => ({ value: text(pieces) });
export const word = (characters: string): Thing => ({ value: constant(characters) });

/** A named argument of a call has a name, the others have their place. */
export interface Argument {
  readonly name?: string | undefined;
  readonly thing: Thing;
}

export const positional = (args: readonly Argument[], index: number): Thing | undefined =>
  args.filter((arg) => arg.name === undefined)[index]?.thing;
export const keyword = (args: readonly Argument[], ...names: string[]): Thing | undefined =>
  args.find((arg) => arg.name !== undefined && names.includes(arg.name))?.thing;

export const requestsIn = (value: Value): HttpRequest[] => requestsOf(allPieces(value)) as HttpRequest[];

const SAME = /^(?:json|text|content|data|body|response|result|RawContent|Content|read|decode|value|stdout)$/i;
const STATUS = /^(?:status_?code|ok|status|is_success|is_error|reason|StatusCode|statusText|returncode|exit_code)$/i;

/** A member of a thing: a field of an object, of an answer, or of something unknown with a telling name. */
export function memberOf(of: Thing, name: string): Value {
  const found = at(of.value, [name]) ?? insensitive(of.value, name);
  if (found) return found;
  const pieces = allPieces(of.value);
  const answer = pieces.some((piece) => piece.nature === "response");
  if (answer && STATUS.test(name)) return text(blend(pieces, { nature: "status" }));
  if (answer && SAME.test(name)) return of.value;
  const type = classifyName(name);
  if (answer || pieces.some((piece) => piece.nature === "token"))
    return text(blend(pieces, { nature: type === undefined ? "field" : "token" }));
  const nature = type === undefined ? {} : { nature: type === "token" ? ("token" as const) : ("secret" as const) };
  const refs = pieces.flatMap((piece) => piece.refs);
  return text([unknown({ refs, ...nature })]);
}

/** PowerShell does not mind the case of names. */
function insensitive(value: Value, name: string): Value | undefined {
  if (value.kind !== "object") return undefined;
  return [...value.entries].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
