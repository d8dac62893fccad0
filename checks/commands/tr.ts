import { concrete, propagate, remade, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { unescape } from "./escapes.js";

/** tr: sets of characters, escapes and ranges; with a class such as `[:space:]` or `-c`, what comes of it is not known. */
export function tr(invocation: Invocation): ExitStatus {
  const input = invocation.streams.stdin ?? [];
  const options = invocation.args
    .map(sketch)
    .filter((word) => /^-[a-zA-Z]/.test(word))
    .join("");
  const sets = invocation.args.filter((arg) => !/^-[a-zA-Z]/.test(sketch(arg))).map((arg) => members(concrete(arg)));
  emit(invocation, translated(input, options, sets));
  return tellsNothing;
}

function translated(
  input: SymbolicString,
  options: string,
  [from, to]: readonly (string | undefined)[],
): SymbolicString {
  // What takes away the line breaks of an answer, or of a secret, leaves what it is.
  if (options === "-d") return from === undefined ? input : withoutCharacters(input, from);
  const whole = concrete(input);
  if (options !== "" || from === undefined || to === undefined || to === "" || whole === undefined)
    return propagate(input);
  const pairs = new Map(Array.from(from, (character, index) => [character, to[index] ?? to.at(-1) ?? ""] as const));
  return remade(Array.from(whole, (character) => pairs.get(character) ?? character).join(""), input);
}

const withoutCharacters = (input: SymbolicString, characters: string): SymbolicString =>
  input.map((fragment) =>
    fragment.text === undefined
      ? fragment
      : {
          ...fragment,
          text: Array.from(fragment.text, (character) => (characters.includes(character) ? "" : character)).join(""),
        },
  );

/** The characters of a set; undefined with a class, or what only a run tells. */
function members(set: string | undefined): string | undefined {
  if (set === undefined || /\[[:=.]/.test(set) || set.length > 1000) return undefined;
  return unescape(set).replace(/([^])-([^])/g, (_, first: string, last: string) => {
    const start = first.charCodeAt(0);
    const count = Math.min(Math.max(last.charCodeAt(0) - start + 1, 0), 1000);
    return Array.from({ length: count }, (__, index) => String.fromCharCode(start + index)).join("");
  });
}
