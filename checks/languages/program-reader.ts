import type { Place } from "../configuration/place.js";
import type { Language, ProgramHost } from "../program/language.js";
import type { AbstractValue, Argument } from "./abstract-value.js";

/** A longer program is a generated one: it is not read, and the report says so. */
const MAX_PROGRAM = 256 * 1024;

/** Whether a program is of a length that is followed. */
export function isFollowed(text: string, host: ProgramHost): boolean {
  if (text.length <= MAX_PROGRAM) return true;
  host.cut("starts a program of more than 256 KiB");
  return false;
}

/** What the libraries of a language see of the program that calls them. */
export interface ProgramReader {
  readonly language: Language;
  readonly host: ProgramHost;
  /** The program's text without its comments. */
  readonly code: string;
  place(at: number): Place | undefined;
  /** A call that makes a request, prepares one, or makes a client for several; undefined where it is no such call. */
  callRequest(callee: AbstractValue, args: readonly Argument[], place: number): AbstractValue | undefined;
}
