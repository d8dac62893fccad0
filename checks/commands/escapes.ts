import type { Fragment, SymbolicString } from "../values/symbolic-string.js";

/** bash(1), "QUOTING" and `echo -e`. */
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "?": "?",
  a: "\x07",
  b: "\b",
  e: "\x1B",
  E: "\x1B",
  f: "\f",
  v: "\v",
};

/** `\n`, `\x41`, `\101`, `\0101`, `\u00e4`; what is no escape stays as it is. */
export const unescape = (text: string): string =>
  text.replace(/\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|0[0-7]{1,3}|[0-7]{1,3}|.)/gs, (all, code: string) => {
    if (/^[xu][0-9a-fA-F]/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return ESCAPES[code] ?? all;
  });

export const unescaped = (text: SymbolicString): Fragment[] =>
  text.map((fragment) => (fragment.text?.includes("\\") ? { ...fragment, text: unescape(fragment.text) } : fragment));
