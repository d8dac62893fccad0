import type { AbstractValue, Argument } from "./abstract-value.js";
import type { ProgramReader } from "./program-reader.js";

/** What the libraries of a language make of a call; undefined where it makes no request, and prepares none. */
export type RequestLibrary = (
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
) => AbstractValue | undefined;
