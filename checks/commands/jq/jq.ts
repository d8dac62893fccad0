import { parseJsonText } from "../../values/json.js";
import {
  concrete,
  hole,
  literal,
  requestsOf,
  sketch,
  trim,
  type Fragment,
  type SymbolicString,
} from "../../values/symbolic-string.js";
import { asString, stringValue, toJson, type SymbolicValue } from "../../values/symbolic-value.js";
import { failingWith, type ExitStatus } from "../../program/exit-status.js";
import { emit, newline, type Invocation } from "../../program/invocation.js";
import { inputFile } from "../input-file.js";
import { ByWords } from "./by-words.js";
import { outputsOf, type Around } from "./evaluate.js";
import { NotFollowed, parseFilter } from "./parse.js";

/** What jq makes of its filter, its arguments and its input, where that can be told. */
export function jq(invocation: Invocation): ExitStatus {
  const { shell, streams } = invocation;
  const variables = new Map<string, SymbolicString>();
  /** Of these, the value is a text whatever it looks like. */
  const named = new Set<string>();
  const operands: SymbolicString[] = [];
  const flags = new Set<string>();
  const args = [...invocation.args];
  while (args.length > 0) {
    const arg = args.shift() ?? [];
    const word = sketch(arg);
    if (word === "--arg" || word === "--argjson") {
      const name = sketch(args.shift() ?? []);
      if (word === "--arg") named.add(name);
      variables.set(name, args.shift() ?? []);
    } else if (/^--(?:rawfile|slurpfile)$/.test(word))
      variables.set(sketch(args.shift() ?? []), inputFile(invocation, args.shift() ?? []) ?? [hole()]);
    else if (word === "--args" || word === "--jsonargs") {
      args.splice(0).forEach((value, index) => variables.set(`ARGS.${String(index)}`, value));
    } else if (/^--[a-z]/.test(word)) flags.add(word.slice(2));
    else if (/^-[a-zA-Z]+$/.test(word)) for (const letter of word.slice(1)) flags.add(letter);
    else operands.push(arg);
  }
  const [filter = [], ...files] = operands;
  const input =
    flags.has("n") || flags.has("null-input")
      ? undefined
      : files.length > 0
        ? files.flatMap((file) => inputFile(invocation, file) ?? [hole()])
        : streams.stdin;
  const given = (name: string): SymbolicString =>
    shell.variable(name)?.map((fragment) => expanded(fragment, name)) ?? [expanded(hole(shell.taintOf(name)), name)];
  const raw = flags.has("R") || flags.has("raw-input");
  const words = new ByWords(filter, variables, given, input, raw, (name) => shell.taintOf(name));
  const around: Around = {
    source: filter,
    variable: (name) => {
      const value = variables.get(name);
      if (value === undefined || named.has(name)) return value && stringValue(value);
      return (
        parseJsonText(value) ?? { ...stringValue(value), bare: /^[\d.-]+$|^(?:true|false|null)$/.test(sketch(value)) }
      );
    },
    environment: given,
    member: (of, name) => words.picked(of, false, name),
    spend: (amount) => shell.spend(amount),
  };
  const outputs = followed(filter, inputValue(input, flags), around);
  const shown = outputs?.map((value, index) => [...(index > 0 ? [newline] : []), ...shownAs(value, flags)]).flat();
  emit(invocation, [...(shown ?? words.output()), ...(flags.has("j") ? [] : [newline])]);
  const looks = flags.has("e") || flags.has("exit-status") || /\berror\b|halt_error/.test(sketch(filter));
  return failingWith(looks && input ? requestsOf(input) : []);
}

/** In quotes without `-r`, where it is known to be a text. */
function shownAs(value: SymbolicValue, flags: ReadonlySet<string>): SymbolicString {
  const raw = flags.has("r") || flags.has("raw-output") || flags.has("j");
  const known = value.kind !== "text" || concrete(value.fragments) !== undefined;
  return raw || !known ? asString(value) : toJson(value);
}

const expanded = (fragment: Fragment, name: string): Fragment => ({
  ...fragment,
  expanded: true,
  provenance: [...fragment.provenance, { scope: "shell", address: name }],
});

/** What the filter gives where all of it is followed. */
function followed(
  filter: SymbolicString,
  input: SymbolicValue | undefined,
  around: Around,
): SymbolicValue[] | undefined {
  if (input === undefined) return undefined;
  try {
    return outputsOf(parseFilter(sketch(filter)), input, around);
  } catch (error) {
    if (error instanceof NotFollowed) return undefined;
    throw error;
  }
}

const NULL: SymbolicValue = { kind: "text", fragments: [literal("null")], bare: true };

/** JSON where it is some; `-n` has none, and `-R` reads text. */
function inputValue(input: SymbolicString | undefined, flags: ReadonlySet<string>): SymbolicValue | undefined {
  if (flags.has("n") || flags.has("null-input")) return NULL;
  if (input === undefined || input.length === 0) return undefined;
  const raw = flags.has("R") || flags.has("raw-input");
  const text = trim(input);
  const value = (raw ? undefined : parseJsonText(text)) ?? stringValue(text);
  return !raw && (flags.has("s") || flags.has("slurp")) ? { kind: "list", items: [value] } : value;
}
