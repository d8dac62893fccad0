import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import type { ProgramSource } from "../program/program-source.js";
import type { Streams } from "../program/streams.js";
import { scalar, type Variable } from "../program/variable.js";
import { literal, type SymbolicString } from "../values/symbolic-string.js";
import type { ShellState } from "./shell-state.js";
import type { Node } from "./syntax.js";

/** The script that a function's body is in, which may be a library that another sourced. */
const sources = new WeakMap<Node, ProgramSource>();

/** A function that calls itself, such as for another attempt: what it does again it has done before. */
const MAX_RECURSION = 3;
const calls = new WeakMap<ShellState, Map<Node, number>>();

/** How often each function is underway in a shell. */
function callsOf(shell: ShellState): Map<Node, number> {
  const known = calls.get(shell) ?? new Map<Node, number>();
  calls.set(shell, known);
  return known;
}

export function defineFunction(shell: ShellState, name: string, body: Node): void {
  shell.functions.set(name, body);
  sources.set(body, shell.source);
}

/** A function of the script: its body with its arguments, and the caller's again afterwards. */
export function callFunction(
  shell: ShellState,
  body: Node,
  args: readonly SymbolicString[],
  streams: Streams,
): ExitStatus {
  const underway = callsOf(shell);
  const deep = underway.get(body) ?? 0;
  if (deep >= MAX_RECURSION) return tellsNothing;
  underway.set(body, deep + 1);
  const before = shell.variables.get("@")?.items;
  shell.setPositional(args);
  const caller = shell.source;
  shell.source = sources.get(body) ?? caller;
  const outcome = shell.run(body, streams);
  shell.attempts.end("function");
  shell.source = caller;
  if (before) shell.setPositional(before);
  underway.set(body, deep);
  return outcome;
}

/** `$@`, `$#`, `$1` and so on; `$0` stays. */
export function setPositional(variables: Map<string, Variable>, args: readonly SymbolicString[]): void {
  variables.set("@", { items: args, array: true });
  variables.set("#", scalar([literal(String(args.length))]));
  for (let index = 0; index < Math.max(args.length, 9); index++) {
    const arg = args[index];
    if (arg) variables.set(String(index + 1), scalar(arg));
    else variables.delete(String(index + 1));
  }
}
