import {
  append,
  concrete,
  literal,
  propagate,
  remade,
  sketch,
  slice,
  type Fragment,
  type SymbolicString,
} from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { scalar } from "../program/variable.js";
import { unescaped } from "./escapes.js";

export function printf(invocation: Invocation): ExitStatus {
  let { args } = invocation;
  const target = sketch(args[0] ?? []) === "-v" ? sketch(args[1] ?? []) : undefined;
  if (target !== undefined) args = args.slice(2);
  if (sketch(args[0] ?? []) === "--") args = args.slice(1);
  const [pattern = [], ...values] = args;
  const text = formatted(pattern, values);
  if (target === undefined) emit(invocation, text);
  else invocation.shell.variables.set(target, scalar(text));
  return tellsNothing;
}

const CONVERSION = /%(?:%|([-+# 0']*)([1-9]\d*|\*)?(?:\.(\d+|\*))?([a-zA-Z]))/g;

/** The pattern is used again while there are arguments left. */
function formatted(pattern: SymbolicString, values: readonly SymbolicString[]): SymbolicString {
  const result: Fragment[] = [];
  const rest = [...values];
  const whole = sketch(pattern);
  do {
    const before = rest.length;
    let from = 0;
    for (const verb of whole.matchAll(CONVERSION)) {
      append(result, unescaped(slice(pattern, from, verb.index)));
      from = verb.index + verb[0].length;
      if (verb[0] === "%%") {
        result.push(literal("%"));
        continue;
      }
      const [, flags = "", width = "", precision, letter = ""] = verb;
      const size = (given: string): number => Number(given === "*" ? concrete(rest.shift() ?? []) : given);
      const spec = { flags, width: size(width), precision: precision === undefined ? undefined : size(precision) };
      append(result, converted(letter, spec, rest.shift() ?? []));
    }
    append(result, unescaped(slice(pattern, from)));
    if (rest.length === before) break;
  } while (rest.length > 0 && result.length < 10_000);
  return result;
}

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** Wider fields are no text that anybody means. */
const MAX_WIDTH = 1000;

/** What a conversion makes of its argument: printf(3), and `%b` and `%q` of bash(1). */
function converted(letter: string, spec: Spec, argument: SymbolicString): SymbolicString {
  const value = letter === "b" ? unescaped(argument) : argument;
  const plain = spec.width === 0 && spec.precision === undefined;
  if (plain && (letter === "s" || letter === "b")) return value;
  const whole = concrete(value);
  const text = whole === undefined ? undefined : known(letter, spec, whole);
  if (text === undefined || !(spec.width <= MAX_WIDTH)) return propagate(value);
  return remade(
    spec.flags.includes("-")
      ? text.padEnd(spec.width)
      : text.padStart(spec.width, spec.flags.includes("0") && !"sbcq".includes(letter) ? "0" : " "),
    value,
  );
}

function known(letter: string, { flags, precision }: Spec, text: string): string | undefined {
  switch (letter) {
    case "s":
    case "b":
      return text.slice(0, precision);
    case "c":
      return text.slice(0, 1);
    case "q":
      return /^[\w./:=@%+,-]+$/.test(text) ? text : undefined;
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X": {
      // A sign or a prefix, or a number of digits, is rare enough to be left open.
      if (/[+# ']/.test(flags) || precision !== undefined) return undefined;
      const number = numberOf(text);
      if (number === undefined) return undefined;
      const digits = number.toString(letter === "o" ? 8 : /x/i.test(letter) ? 16 : 10);
      return letter === "X" ? digits.toUpperCase() : digits;
    }
    default:
      return undefined;
  }
}

/** A quote before a character gives its code. */
function numberOf(text: string): number | undefined {
  if (/^["'][\x20-\x7E]/.test(text)) return text.charCodeAt(1);
  return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text === "" ? 0 : undefined;
}
