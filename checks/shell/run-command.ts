import { literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { classifyName, isPlaceholder } from "../vocabulary/names.js";
import { commandNamed } from "../commands/table.js";
import { formEncoded } from "../values/form-encoding.js";
import { emit, joinWords, type Invocation } from "../program/invocation.js";
import { external } from "../commands/external.js";
import { callFunction } from "./function-call.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import type { Streams } from "../program/streams.js";
import { redirect } from "./redirections.js";
import type { Shell } from "./shell.js";
import type { Assignment, Command } from "./syntax.js";
import { Words } from "./words.js";
import { scalar } from "../program/variable.js";

/** One simple command: its assignments, redirections and words, and then what it does. */
export function runCommand(shell: Shell, command: Command, streams: Streams): ExitStatus {
  const words = new Words(shell, streams);
  for (const item of command.prefix) if (item.type === "Assignment") assign(shell, words, item);
  const { streams: inner, done } = redirect(shell, command.redirects, streams);
  if (command.name === undefined) {
    done();
    // Only what the last assignment substituted is in the status.
    return failingWith(words.substituted);
  }
  const fields = [command.name, ...command.args].flatMap((word) => fieldsOf(shell, words, word, streams));
  const [name = [], ...args] = fields;
  const invocation: Invocation = {
    shell,
    name: baseName(sketch(name)),
    args,
    streams: inner,
    place: shell.source.place(command.pos),
  };
  const outcome = invoke(invocation, name);
  done();
  return outcome;
}

function fieldsOf(shell: Shell, words: Words, word: Command["args"][number], streams: Streams): SymbolicString[] {
  if (word.type === "Word") return words.fields(word);
  // `export X=$(...)`: the assignment is made by the builtin, whose status hides that of the substitution.
  const value = assign(shell, new Words(shell, { ...streams, masked: true }), word);
  return [[literal(`${word.name}=`), ...value]];
}

/** Names of functions and programs that form-encode what they are given. */
export const ENCODES =
  /(?:url|uri|percent|form).?(?:en|quot)|^enc(?:ode)?_?(?:url|uri|form|component)|^(?:quote|urlquote|encode)$/i;

/** Runs a command by its expanded name and arguments: also what `sudo`, `xargs` and the like start. */
export function invoke(invocation: Invocation, name: SymbolicString): ExitStatus {
  const { shell, args } = invocation;
  const body = shell.functions.get(sketch(name));
  if (shell.options.xtrace) trace(invocation);
  if (body && ENCODES.test(invocation.name)) {
    // Character by character, as scripts do it: what it does is told by its name.
    emit(invocation, formEncoded(args.length > 0 ? joinWords(args) : (invocation.streams.stdin ?? [])));
    return tellsNothing;
  }
  if (body) return callFunction(shell, body, args, invocation.streams);
  const known = commandNamed(invocation.name) ?? commandNamed(invocation.name.toLowerCase());
  if (known) return known(invocation);
  return external(invocation, name);
}

export const baseName = (path: string): string =>
  path
    .replace(/^.*[\\/]/, "")
    .replace(/\.exe$/i, "")
    .replace(/^\\/, "");

function trace(invocation: Invocation): void {
  const { args, place, shell } = invocation;
  shell.effects.traced.push({ how: "set -x", text: args.flat(), place, from: shell.tracedFrom ?? place });
}

export function assign(shell: Shell, words: Words, assignment: Assignment): SymbolicString {
  const { name, value, append } = assignment;
  const before = shell.variables.get(name)?.items ?? [];
  if (value.type === "ArrayValue") {
    const items = value.elements.flatMap((element) => words.fields(element));
    shell.variables.set(name, { items: append ? [...before, ...items] : items, array: true });
    return items.flat();
  }
  words.substituted = [];
  const text = words.text(value);
  if (assignment.index) shell.variables.set(name, { items: [...before, text], array: true });
  else shell.variables.set(name, append ? appended(shell, name, text) : scalar(text));
  noteLiteral(shell, name, text, shell.source.place(assignment.pos));
  return text;
}

function appended(shell: Shell, name: string, text: SymbolicString): ReturnType<typeof scalar> {
  const before = shell.variables.get(name);
  if (before?.array) return { items: [...before.items, text], array: true };
  return scalar([...(before?.items.flat() ?? []), ...text]);
}

/** `CLIENT_SECRET=abc`: the name says what the literal is, whatever becomes of it. */
function noteLiteral(
  shell: Shell,
  name: string,
  value: SymbolicString,
  place: ReturnType<Shell["source"]["place"]>,
): void {
  const plain = value.length === 1 && value[0]?.provenance.length === 0 ? value[0].text : undefined;
  if (plain === undefined || isPlaceholder(plain) || classifyName(name) !== "oauth") return;
  shell.effects.literals.push({ name, value, place });
}
