import {
  append,
  propagate,
  concrete,
  literal,
  sketch,
  slice,
  hole,
  type Fragment,
  type SymbolicString,
} from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, joinWords, newline, type Invocation } from "../program/invocation.js";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "'": "'",
  a: "",
  b: "",
  e: "",
  f: "",
  v: "",
};

export const unescape = (text: string): string =>
  text.replace(/\\(x[0-9a-fA-F]{1,2}|0?[0-7]{1,3}|.)/gs, (all, code: string) => {
    if (/^x[0-9a-fA-F]/.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return ESCAPES[code] ?? all;
  });

export function echo(invocation: Invocation): ExitStatus {
  let { args } = invocation;
  let bare = false;
  while (args[0] && /^-[neE]+$/.test(concrete(args[0]) ?? "")) {
    bare ||= (concrete(args[0]) ?? "").includes("n");
    args = args.slice(1);
  }
  emit(invocation, bare ? joinWords(args) : [...joinWords(args), newline]);
  return tellsNothing;
}

export function printf(invocation: Invocation): ExitStatus {
  let { args } = invocation;
  if (sketch(args[0] ?? []) === "--") args = args.slice(1);
  const target = sketch(args[0] ?? []) === "-v" ? sketch(args[1] ?? []) : undefined;
  if (target !== undefined) args = args.slice(2);
  const [pattern = [], ...values] = args;
  const text = formatPrintf(pattern, values);
  if (target === undefined) emit(invocation, text);
  else invocation.shell.variables.set(target, { items: [text], array: false });
  return tellsNothing;
}

/** The pattern is used again while there are arguments left. */
export function formatPrintf(pattern: SymbolicString, values: readonly SymbolicString[]): SymbolicString {
  const result: Fragment[] = [];
  const rest = [...values];
  const whole = sketch(pattern);
  do {
    const before = rest.length;
    let from = 0;
    for (const verb of whole.matchAll(/%(?:%|[-+# 0']*(?:[1-9]\d*|\*)?(?:\.(?:\d+|\*))?[a-zA-Z])/g)) {
      append(result, plain(slice(pattern, from, verb.index)));
      from = verb.index + verb[0].length;
      if (verb[0] === "%%") result.push(literal("%"));
      else {
        const value = rest.shift() ?? [];
        const taint = value.find((fragment) => fragment.taint)?.taint;
        append(result, verb[0].endsWith("q") ? propagate(value, { taint }) : value);
      }
    }
    append(result, plain(slice(pattern, from)));
    if (rest.length === before) break;
  } while (rest.length > 0 && result.length < 10_000);
  return result;
}

const plain = (text: SymbolicString): Fragment[] =>
  text.map((fragment) => (fragment.text?.includes("\\") ? { ...fragment, text: unescape(fragment.text) } : fragment));

export function cat(invocation: Invocation): ExitStatus {
  emit(invocation, readOperands(invocation));
  return tellsNothing;
}

/** The files named by the operands, or stdin. */
export function readOperands(
  invocation: Invocation,
  operands = invocation.args.filter((arg) => !/^-./.test(sketch(arg))),
): SymbolicString {
  const { shell, streams } = invocation;
  if (operands.length === 0) return streams.stdin ?? [];
  return operands.flatMap((operand) =>
    concrete(operand) === "-" ? (streams.stdin ?? []) : (shell.readFile(operand) ?? [hole({ unread: true })]),
  );
}

export function tee(invocation: Invocation): ExitStatus {
  const text = invocation.streams.stdin ?? [];
  const append = invocation.args.some((arg) => /^(?:-a|--append)$/.test(sketch(arg)));
  for (const file of invocation.args.filter((arg) => !sketch(arg).startsWith("-"))) {
    if (/^\/dev\/(?:stderr|tty|fd\/2)$/.test(sketch(file))) emit(invocation, text, "tee", invocation.streams.err);
    else if (sketch(file) !== "/dev/null") {
      invocation.shell.writeFile(file, text, append);
    }
  }
  emit(invocation, text);
  return tellsNothing;
}
