import type { Fragment, SymbolicString } from "../values/symbolic-string.js";

/** Where a command's output goes. */
export interface Sink {
  readonly kind: "terminal" | "capture" | "file" | "nowhere";
  readonly fragments: Fragment[];
}

export const capture = (): Sink => ({ kind: "capture", fragments: [] });

export const nowhere: Sink = { kind: "nowhere", fragments: [] };

export interface Streams {
  readonly stdin: SymbolicString | undefined;
  readonly out: Sink;
  readonly err: Sink;
  /** In a condition, where `set -e` does not act. */
  readonly condition: boolean;
  /** In a branch that ends with an error: what is printed there is the server's answer to a failure. */
  readonly failing: boolean;
  /** Within `export X=$(...)`, which has a status of its own. */
  readonly masked?: boolean;
}
