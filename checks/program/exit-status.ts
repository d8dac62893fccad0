import type { HttpRequest } from "../requests/request.js";
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

/** What the exit status of a command tells. */
export interface ExitStatus {
  /** Requests whose failure makes this command fail, so that `set -e` sees it. */
  readonly failsWith: ReadonlySet<HttpRequest>;
  /** Requests whose failure makes this command fail where `set -e` does not act: all but the last of `a && b`. */
  readonly exempt: ReadonlySet<HttpRequest>;
}

const NONE: ReadonlySet<HttpRequest> = new Set();
export const tellsNothing: ExitStatus = { failsWith: NONE, exempt: NONE };
export const failingWith = (carries: Iterable<HttpRequest>): ExitStatus => ({
  failsWith: new Set(carries),
  exempt: NONE,
});
export const requestsBehind = (outcome: ExitStatus): HttpRequest[] => [...outcome.failsWith, ...outcome.exempt];

export function markFailureChecked(requests: Iterable<HttpRequest>): void {
  for (const request of requests) request.failureChecked = true;
}
