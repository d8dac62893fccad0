import type { Place } from "../configuration/place.js";
import type { Language, ProgramHost } from "../program/language.js";
import type { AbstractValue, Argument } from "./abstract-value.js";

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
