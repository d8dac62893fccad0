import type { Place } from "../configuration/place.js";
import { append, literal, type Piece, type Text } from "../values/text.js";
import type { Outcome, Sink, Streams } from "../program/outcome.js";
import type { Shell } from "../shell/shell.js";

/** A command with its words expanded and its redirections made. */
export interface Invocation {
  readonly shell: Shell;
  readonly name: string;
  readonly args: readonly Text[];
  readonly streams: Streams;
  readonly place: Place | undefined;
}

export type Run = (invocation: Invocation) => Outcome;

/** Writes what a command prints; on a terminal it becomes part of Terraform's output. */
export function emit(
  invocation: Invocation,
  text: Text,
  by = invocation.name,
  sink: Sink = invocation.streams.out,
): void {
  if (sink.kind === "nowhere" || text.length === 0) return;
  if (sink.kind !== "terminal") append(sink.pieces, text);
  // What a failing branch prints is the server's answer to the failure.
  else if (!invocation.streams.failing) invocation.shell.facts.shown.push({ text, by, place: invocation.place });
}

export const newline: Piece = literal("\n");

/** The words of an invocation as one text, as `echo` and `eval` put them together. */
export const joined = (args: readonly Text[]): Text =>
  args.flatMap((arg, index) => (index > 0 ? [literal(" "), ...arg] : [...arg]));
