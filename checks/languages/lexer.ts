import type { Language } from "../program/language.js";

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

/** More tokens than any script has that somebody wrote to ask for a token. */
const MAX_TOKENS = 100_000;

const SPACE: Readonly<Record<Language, RegExp>> = {
  python: /[ \t\r\f]+|\\\r?\n|#[^\n]*/y,
  javascript: /[ \t\r\f]+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y,
  powershell: /[ \t\r\f]+|`\r?\n|#[^\n]*|<#[^]*?(?:#>|$)/y,
};
const NAME: Readonly<Record<Language, RegExp>> = {
  python: /[\p{ID_Start}_]\p{ID_Continue}*/uy,
  javascript: /[\p{ID_Start}_$#][\p{ID_Continue}$]*/uy,
  powershell:
    /\$(?:env:\w+|\{[^}\n]*\}|(?:global:|script:|local:)?\w+|[_?])|@[A-Za-z_]\w*|-[A-Za-z]\w*:?|[A-Za-z_][\w]*(?:[-.\\/:]+[\w]+)*/y,
};
const STRING_START: Readonly<Record<Language, RegExp>> = {
  python: /([rbfuRBFU]{0,2})("""|'''|"|')/y,
  javascript: /()(["'`])/y,
  powershell: /()(@["']\r?\n|["'])/y,
};
const NUMBER = /\d\w*(?:\.\d\w*)?/y;
const HOLE = /\uE000\d+\uE001/y;
const MARKS = /===|!==|\*\*|=>|==|!=|\+=|<=|>=|&&|\|\||\?\?|\?\.|\.\.\.|::|@\{|@\(|[^\s]/y;

/** Splits a program into tokens; what it cannot read becomes marks, so it always ends. */
export function tokens(source: string, language: Language): Token[] {
  const all: Token[] = [];
  let at = 0;
  let onNewLine = true;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length && all.length < MAX_TOKENS) {
    const space = match(SPACE[language]);
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
    const opening = match(STRING_START[language]);
    if (opening) {
      const string = readString(source, at, opening, language);
      at = string.end;
      all.push({ kind: "string", text: source.slice(start, at), at: start, parts: string.parts, onNewLine });
    } else {
      const found = (["hole", "name", "number", "mark"] as const)
        .map((kind) => ({
          kind,
          text: match({ hole: HOLE, name: NAME[language], number: NUMBER, mark: MARKS }[kind])?.[0],
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

function readString(
  source: string,
  from: number,
  opening: RegExpExecArray,
  language: Language,
): { parts: StringPart[]; end: number } {
  const prefix = (opening[1] ?? "").toLowerCase();
  const mark = opening[2] ?? '"';
  const here = mark.startsWith("@");
  const close = here ? `\n${mark[1] ?? '"'}@` : mark;
  const quote = here ? (mark[1] ?? "") : mark;
  const escape = language === "powershell" ? "`" : "\\";
  const plain = prefix.includes("r") || (language === "powershell" && quote === "'");
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
    const code = plain && language === "powershell" ? undefined : interpolation(source, at, language, mark, prefix);
    if (code) {
      flush();
      parts.push({ code: code.code, at: code.at });
      at = code.end;
      textAt = at;
    } else if (!plain && two[0] === escape && !here) {
      text += ESCAPES[two[1] ?? ""] ?? two[1] ?? "";
      at += 2;
    } else if (two === "{{" && prefix.includes("f")) {
      text += "{";
      at += 2;
    } else if (two === "}}" && prefix.includes("f")) {
      text += "}";
      at += 2;
    } else if (language === "powershell" && !here && two === quote + quote) {
      text += quote;
      at += 2;
    } else if (source[at] === "\n" && mark.length === 1 && mark !== "`" && language !== "powershell") break;
    else text += source[at++] ?? "";
  }
  flush();
  return { parts, end: Math.min(at + close.length, source.length) };
}

/** `{x}` of an f-string, `${x}` of a template literal, `$x`, `${x}` and `$(x)` of PowerShell. */
function interpolation(
  source: string,
  at: number,
  language: Language,
  mark: string,
  prefix: string,
): { code: string; at: number; end: number } | undefined {
  if (language === "python") {
    if (!prefix.includes("f") || source[at] !== "{" || source[at + 1] === "{") return undefined;
    const end = closing(source, at, "{", "}");
    return { code: withoutFormat(source.slice(at + 1, end)), at: at + 1, end: end + 1 };
  }
  if (source[at] !== "$") return undefined;
  if (language === "javascript") {
    if (mark !== "`" || source[at + 1] !== "{") return undefined;
    const end = closing(source, at + 1, "{", "}");
    return { code: source.slice(at + 2, end), at: at + 2, end: end + 1 };
  }
  if (source[at + 1] === "(") {
    const end = closing(source, at + 1, "(", ")");
    return { code: source.slice(at + 2, end), at: at + 2, end: end + 1 };
  }
  NAME.powershell.lastIndex = at;
  const name = NAME.powershell.exec(source)?.[0];
  return name === undefined ? undefined : { code: name, at, end: at + name.length };
}

/** `x!r`, `x:>10`: what follows says how `x` is written. A colon within brackets or quotes is part of `x`. */
function withoutFormat(code: string): string {
  let from = code.length;
  while (from > 0 && !"[]\"'(){}".includes(code.charAt(from - 1))) from--;
  const colon = code.indexOf(":", from);
  return (colon < 0 ? code : code.slice(0, colon)).replace(/![rs]$/, "");
}

function closing(source: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < source.length && at < from + 10_000; at++) {
    if (source[at] === open) depth++;
    else if (source[at] === close && --depth === 0) return at;
  }
  return Math.min(source.length, from + 10_000);
}
