import { unescaped } from "../script/escapes.js";
import type { Dialect } from "./dialect.js";
import type { Piece } from "./tokens.js";

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };
export const closingOf = (opening: string): string => CLOSING[opening] ?? opening;

/** Where a text ends that begins after `from`: at its closing mark, outside of nested pairs and escapes. */
export function endOfText(source: string, from: number, opening: string, isRaw = false): number {
  const closing = closingOf(opening);
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === "\\" && !isRaw) at++;
    else if (character === closing && depth === 0) return at;
    else if (character === closing) depth--;
    else if (character === opening) depth++;
  }
  return source.length;
}

/** Code that is written into a text: from where, up to where, and what of it is code. */
interface Interpolation {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly at: number;
}

const BRACED: Readonly<Record<Dialect["name"], readonly string[]>> = {
  ruby: ["#{"],
  php: ["{$"],
  perl: ["@{["],
  go: [],
};
const VARIABLE: Readonly<Record<Dialect["name"], RegExp | undefined>> = {
  ruby: undefined,
  go: undefined,
  php: /\$\{?\w+\}?(?:->\w+|\[[^[\]]{0,200}\])?/y,
  perl: /\$\{?\w+(?:::\w+)*\}?(?:(?:->)?(?:\{[^{}]{0,200}\}|\[[^[\]]{0,200}\]))*/y,
};

/** What a text says, with the code in it apart. */
export function piecesOf(dialect: Dialect, written: string, at: number, style: "plain" | "raw" | "full"): Piece[] {
  const pieces: Piece[] = [];
  const characters = (from: number, to: number): void => {
    if (to <= from) return;
    const text = written.slice(from, to);
    pieces.push({ kind: "characters", text: clean(text, style), at: at + from });
  };
  let from = 0;
  for (let index = 0; style === "full" && index < written.length; index++) {
    if (written[index] === "\\") index++;
    else {
      const found = interpolation(dialect, written, index);
      if (!found) continue;
      characters(from, found.start);
      pieces.push({ kind: "code", text: found.code, at: at + found.at });
      from = found.end;
      index = from - 1;
    }
  }
  characters(from, written.length);
  return pieces;
}

const clean = (text: string, style: "plain" | "raw" | "full"): string =>
  style === "raw" ? text : style === "full" ? unescaped(text) : text.replace(/\\(['\\])/g, "$1");

function interpolation(dialect: Dialect, text: string, at: number): Interpolation | undefined {
  for (const opening of BRACED[dialect.name]) {
    if (!text.startsWith(opening, at)) continue;
    // `{$x}` has the sigil as a part of the code, `#{x}` and `@{[ x ]}` have none.
    const inner = at + (dialect.name === "php" ? 1 : opening.length);
    const end = endOfText(text, inner, dialect.name === "perl" ? "[" : "{");
    return { start: at, end: end + (dialect.name === "perl" ? 2 : 1), code: text.slice(inner, end), at: inner };
  }
  const pattern = VARIABLE[dialect.name];
  if (!pattern) return undefined;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  return { start: at, end: at + match[0].length, code: match[0].replace(/^\$\{(\w+)\}/, "$$$1"), at };
}
