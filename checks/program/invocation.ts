import type { Place } from "../configuration/place.js";
import { append, literal, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import type { ExitStatus } from "./exit-status.js";
import type { Sink, Streams } from "./streams.js";
import type { ShellSession } from "./shell-session.js";

/** A command with its words expanded and its redirections made. */
export interface Invocation {
  readonly shell: ShellSession;
  readonly name: string;
  readonly args: readonly SymbolicString[];
  readonly streams: Streams;
  readonly place: Place | undefined;
}

export type RunCommand = (invocation: Invocation) => ExitStatus;

/** Writes what a command prints; on a terminal it becomes part of Terraform's output. */
export function emit(
  invocation: Invocation,
  text: SymbolicString,
  by = invocation.name,
  sink: Sink = invocation.streams.out,
): void {
  if (sink.kind === "nowhere" || text.length === 0) return;
  if (sink.kind !== "terminal") append(sink.fragments, invocation.shell.paid(text));
  // What a failing branch prints is the server's answer to the failure.
  else if (!invocation.streams.failing) invocation.shell.effects.logged.push({ text, by, place: invocation.place });
}

export const newline: Fragment = literal("\n");

/** The words of an invocation as one text, as `echo` and `eval` put them together. */
export const joinWords = (args: readonly SymbolicString[]): SymbolicString =>
  args.flatMap((arg, index) => (index > 0 ? [literal(" "), ...arg] : [...arg]));
