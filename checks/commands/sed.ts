import { append, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { linesOf } from "./lines.js";
import { unescape } from "./escapes.js";
import { readOperands } from "./output.js";
import { parseArgs, type Grammar } from "./options.js";

const SED: Grammar = {
  shortWithValue: "efl",
  longWithValue: (name) => name === "expression" || name === "file" || name === "line-length",
};

interface Edit {
  readonly script: readonly SymbolicString[];
  readonly extended: boolean;
  /** `-n`: what is printed is for the script to say. */
  readonly quiet: boolean;
}

/** sed: scripts of substitutions of known characters; what any other script makes of its input is not known. */
export function sed(invocation: Invocation, otherwise: (input: SymbolicString) => SymbolicString): ExitStatus {
  // What sticks to `-i` is the ending of a copy, and no option.
  const args = invocation.args.map((arg) => (/^-i./.test(sketch(arg)) ? slice(arg, 0, 2) : arg));
  const { options, operands } = parseArgs(args, SED);
  const has = (...names: string[]): boolean => options.some(({ name }) => names.includes(name));
  const given = options.flatMap(({ name, value }) => (name === "e" || name === "expression" ? [value ?? []] : []));
  const files = given.length > 0 || has("f", "file") ? operands : operands.slice(1);
  const edit: Edit = {
    script: given.length > 0 ? given : operands.slice(0, 1),
    extended: has("E", "r", "regexp-extended"),
    quiet: has("n", "quiet", "silent") || has("f", "file"),
  };
  const edited = (input: SymbolicString): SymbolicString =>
    input.some(({ taint }) => taint === "response") ? otherwise(input) : (applied(edit, input) ?? otherwise(input));
  if (has("i", "in-place"))
    for (const file of files) invocation.shell.writeFile(file, edited(invocation.shell.readFile(file) ?? []));
  else emit(invocation, edited(readOperands(invocation, files)));
  return tellsNothing;
}

function applied({ script, extended, quiet }: Edit, input: SymbolicString): SymbolicString | undefined {
  if (quiet) return undefined;
  let text = input;
  for (const part of script) {
    let rest: SymbolicString | undefined = part;
    while (rest !== undefined) {
      const command = substitution(rest, extended);
      if (command === undefined) return undefined;
      text = replaced(text, command);
      rest = command.rest;
    }
  }
  return text;
}

interface Substitution {
  readonly pattern: string;
  readonly by: SymbolicString;
  readonly everywhere: boolean;
  /** The commands after it. */
  readonly rest: SymbolicString | undefined;
}

/** Characters that may mean more than themselves: POSIX, "Basic Regular Expressions" and "Extended Regular Expressions". */
const BASIC = /[.*[\]^]|\$$/;
const EXTENDED = /[.*[\]^$+?(){}|]/;

/** `s/known characters/.../g`; undefined where it is anything else. */
function substitution(script: SymbolicString, extended: boolean): Substitution | undefined {
  const whole = sketch(script);
  const start = /^[\s;]*/.exec(whole)?.[0].length ?? 0;
  const mark = /^s([^\w\s\\])/.exec(whole.slice(start))?.[1];
  if (mark === undefined) return undefined;
  const middle = nextMark(whole, start + 2, mark);
  const end = middle < 0 ? -1 : nextMark(whole, middle + 1, mark);
  if (end < 0) return undefined;
  const flags = /^(g?)[ \t]*(?:[;\n]\s*|$)/.exec(whole.slice(end + 1));
  if (!flags) return undefined;
  const pattern = knownPattern(whole.slice(start + 2, middle), extended);
  const by = slice(script, middle + 1, end);
  // `&` and `\1` are what was found.
  if (pattern === undefined || /(?:^|[^\\])(?:\\\\)*(?:&|\\\d)/.test(sketch(by))) return undefined;
  const next = end + 1 + flags[0].length;
  return {
    pattern,
    by: by.map((fragment) =>
      fragment.text?.includes("\\")
        ? { ...fragment, text: fragment.text.replace(/\\([^])/g, (_, c: string) => (c === "n" ? "\n" : c)) }
        : fragment,
    ),
    everywhere: flags[1] === "g",
    rest: next < whole.length ? slice(script, next) : undefined,
  };
}

/** The characters that a pattern finds, where it finds nothing else. */
function knownPattern(pattern: string, extended: boolean): string | undefined {
  const escaped = pattern.replace(/\\[^\w]/g, (pair) => (!extended && /[+?(){}|]/.test(pair) ? "*" : "-"));
  if (pattern === "" || /\\[^nt]/.test(escaped) || (extended ? EXTENDED : BASIC).test(escaped)) return undefined;
  return unescape(pattern.replace(/\\([^\w])/g, "$1"));
}

function nextMark(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === mark) return at;
  }
  return -1;
}

/** Replaces what lies within one fragment: everywhere, or the first one of each line. */
function replaced(input: SymbolicString, { pattern, by, everywhere }: Substitution): SymbolicString {
  let done = false;
  return input.flatMap((fragment): SymbolicString => {
    if (fragment.text === undefined) return [fragment];
    const result: SymbolicString[number][] = [];
    for (const [index, line] of linesOf(fragment.text).entries()) {
      if (index > 0) done = false;
      const [first = "", ...rest] = line.split(pattern);
      result.push({ ...fragment, text: first });
      for (const part of rest) {
        append(result, done && !everywhere ? [{ ...fragment, text: pattern }] : by);
        result.push({ ...fragment, text: part });
        done = true;
      }
      if (line.endsWith("\n")) done = false;
    }
    return result;
  });
}
