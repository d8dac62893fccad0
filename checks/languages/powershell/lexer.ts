/** A part of a string: its characters, or code that its language puts in there. */
export type StringPart =
  { readonly text: string; readonly at: number } | { readonly code: string; readonly at: number };

export interface Token {
  readonly kind: "string" | "name" | "number" | "mark" | "hole" | "end";
  readonly text: string;
  readonly at: number;
  readonly parts?: readonly StringPart[];
  /** Whether a line ends before it. */
  readonly onNewLine: boolean;
}

const SPACE = /[ \t\r\f]+|`\r?\n|#[^\n]*|<#[^]*?(?:#>|$)/y;
const NAME =
  /\$(?:env:\w+|\{[^}\n]*\}|(?:global:|script:|local:)?\w+|[_?])|@[A-Za-z_]\w*|-[A-Za-z]\w*:?|[A-Za-z_][\w]*(?:[-.\\/:]+[\w]+)*/y;
const STRING_START = /(@["']\r?\n|["'])/y;
const NUMBER = /\d\w*(?:\.\d\w*)?/y;
const HOLE = /\uE000\d+\uE001/y;
const MARKS = /===|!==|\*\*|=>|==|!=|\+=|<=|>=|&&|\|\||\?\?|\?\.|\.\.\.|::|@\{|@\(|[^\s]/y;

/** Splits a program into tokens; what it cannot read becomes marks, so it always ends. */
export function tokens(source: string): Token[] {
  const all: Token[] = [];
  let at = 0;
  let onNewLine = true;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (source[at] === "\n") {
      onNewLine = true;
      at++;
      continue;
    }
    const start = at;
    const opening = match(STRING_START);
    if (opening) {
      const string = readString(source, at, opening);
      at = string.end;
      all.push({ kind: "string", text: source.slice(start, at), at: start, parts: string.parts, onNewLine });
    } else {
      const found = (["hole", "name", "number", "mark"] as const)
        .map((kind) => ({
          kind,
          text: match({ hole: HOLE, name: NAME, number: NUMBER, mark: MARKS }[kind])?.[0],
        }))
        .find(({ text }) => text !== undefined);
      const text = found?.text ?? source[at] ?? "";
      at += text.length;
      all.push({ kind: found?.kind ?? "mark", text, at: start, onNewLine });
    }
    onNewLine = false;
  }
  return all;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function readString(source: string, from: number, opening: RegExpExecArray): { parts: StringPart[]; end: number } {
  const mark = opening[1] ?? '"';
  const here = mark.startsWith("@");
  const quote = here ? (mark[1] ?? '"') : mark;
  const close = here ? `\n${quote}@` : mark;
  const plain = quote === "'";
  const parts: StringPart[] = [];
  let at = from + opening[0].length;
  let text = "";
  let textAt = at;
  const flush = (): void => {
    if (text !== "") parts.push({ text, at: textAt });
    text = "";
  };
  while (at < source.length && !source.startsWith(close, at)) {
    const two = source.slice(at, at + 2);
    const code = plain ? undefined : interpolation(source, at);
    if (code) {
      flush();
      parts.push({ code: code.code, at: code.at });
      at = code.end;
      textAt = at;
    } else if (!plain && !here && two.startsWith("`")) {
      text += ESCAPES[two[1] ?? ""] ?? two[1] ?? "";
      at += 2;
    } else if (!here && two === quote + quote) {
      text += quote;
      at += 2;
    } else text += source[at++] ?? "";
  }
  flush();
  return { parts, end: Math.min(at + close.length, source.length) };
}

/** `$x`, `${x}` and `$(x)`. */
function interpolation(source: string, at: number): { code: string; at: number; end: number } | undefined {
  if (source[at] !== "$") return undefined;
  if (source[at + 1] === "(") {
    const end = closing(source, at + 1);
    return { code: source.slice(at + 2, end), at: at + 2, end: end + 1 };
  }
  NAME.lastIndex = at;
  const name = NAME.exec(source)?.[0];
  return name === undefined ? undefined : { code: name, at, end: at + name.length };
}

function closing(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length && at < from + 10_000; at++) {
    if (source[at] === "(") depth++;
    else if (source[at] === ")" && --depth === 0) return at;
  }
  return Math.min(source.length, from + 10_000);
}
