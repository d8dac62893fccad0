import type { SymbolicString } from "../values/symbolic-string.js";

/** A variable of the shell; an array keeps its items apart. */
export interface Variable {
  readonly items: readonly SymbolicString[];
  readonly array: boolean;
}

export const scalar = (text: SymbolicString): Variable => ({ items: [text], array: false });
