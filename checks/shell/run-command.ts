import { append, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { baseName } from "../program/command-name.js";
import { isFormEncoder } from "../vocabulary/form-encoders.js";
import { isPlaceholder } from "../vocabulary/placeholders.js";
import { formEncoded } from "../values/form-encoding.js";
import type { Place } from "../configuration/place.js";
import { emit, joinWords, type Invocation } from "../program/invocation.js";
import { callFunction } from "./function-call.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import type { Streams } from "../program/streams.js";
import { redirect } from "./redirections.js";
import type { ShellState } from "./shell-state.js";
import type { Assignment, Command } from "./syntax.js";
import { Words } from "./words.js";
import { scalar } from "../program/variable.js";

/** One simple command: its assignments, redirections and words, and then what it does. */
export function runCommand(shell: ShellState, command: Command, streams: Streams): ExitStatus {
  const words = new Words(shell, streams);
  const assignments = command.prefix.filter((item) => item.type === "Assignment");
  const before = assignments.map(({ name }) => [name, shell.variables.get(name)] as const);
  for (const item of assignments) assign(shell, words, item);
  const { streams: inner, done } = redirect(shell, command.redirects, streams);
  if (command.name === undefined) {
    done();
    // Only what the last assignment substituted is in the status.
    return failingWith(words.substituted);
  }
  const fields: SymbolicString[] = [];
  let end = -1;
  for (const word of [command.name, ...command.args]) {
    const own = fieldsOf(shell, words, word, streams);
    // The parser takes `@<(...)` for two words.
    const before = word.pos === end && isSubstitution(word) ? fields.pop() : undefined;
    append(fields, before ? [[...before, ...own.flat()]] : own);
    ({ end } = word);
  }
  const [name = [], ...args] = fields;
  const outcome = startCommand(shell, name, args, inner, shell.source.place(command.pos));
  // `A=b command`: what was given to the command is gone with it.
  for (const [given, value] of before)
    if (value) shell.variables.set(given, value);
    else shell.variables.delete(given);
  done();
  return outcome;
}

const isSubstitution = (word: Command["args"][number]): boolean =>
  word.type === "Word" && word.parts?.[0]?.type === "ProcessSubstitution";

function fieldsOf(shell: ShellState, words: Words, word: Command["args"][number], streams: Streams): SymbolicString[] {
  if (word.type === "Word") return words.fields(word);
  // `export X=$(...)`: the assignment is made by the builtin, whose status hides that of the substitution.
  const value = assign(shell, new Words(shell, { ...streams, masked: true }), word);
  return [[literal(`${word.name}=`), ...value]];
}

/** Runs a command by its expanded name and arguments: also what `sudo`, `xargs` and the like start. */
export function startCommand(
  shell: ShellState,
  name: SymbolicString,
  args: readonly SymbolicString[],
  streams: Streams,
  place: Place | undefined,
): ExitStatus {
  const invocation: Invocation = { shell, name: baseName(sketch(name)), args, streams, place };
  const body = shell.functions.get(sketch(name));
  if (shell.options.xtrace) trace(invocation);
  if (body && isFormEncoder(invocation.name)) {
    // Character by character, as scripts do it: what it does is told by its name.
    emit(invocation, formEncoded(args.length > 0 ? joinWords(args) : (streams.stdin ?? [])));
    return tellsNothing;
  }
  if (body) return callFunction(shell, body, args, streams);
  const known = shell.host.command(invocation.name) ?? shell.host.command(invocation.name.toLowerCase());
  return known ? known(invocation) : shell.host.runUnknown(invocation, name);
}

function trace(invocation: Invocation): void {
  const { args, place, shell } = invocation;
  shell.effects.traced.push({ how: "set -x", text: args.flat(), place, from: shell.tracedFrom ?? place });
}

export function assign(shell: ShellState, words: Words, assignment: Assignment): SymbolicString {
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

function appended(shell: ShellState, name: string, text: SymbolicString): ReturnType<typeof scalar> {
  const before = shell.variables.get(name);
  if (before?.array) return { items: [...before.items, text], array: true };
  return scalar([...(before?.items.flat() ?? []), ...text]);
}

/** `CLIENT_SECRET=abc`: the name says what the literal is, whatever becomes of it. */
function noteLiteral(
  shell: ShellState,
  name: string,
  value: SymbolicString,
  place: ReturnType<ShellState["source"]["place"]>,
): void {
  const plain = value.length === 1 && value[0]?.provenance.length === 0 ? value[0].text : undefined;
  if (plain === undefined || isPlaceholder(plain) || shell.host.vocabulary.classifyName(name) !== "oauth") return;
  shell.effects.literals.push({ name, value, place });
}
