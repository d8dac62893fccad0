import type { HttpRequest } from "../requests/request.js";
import type { Piece, Text } from "../values/text.js";

/** Where a command's output goes. */
export interface Sink {
  readonly kind: "terminal" | "capture" | "file" | "nowhere";
  readonly pieces: Piece[];
}

export const capture = (): Sink => ({ kind: "capture", pieces: [] });
export const nowhere: Sink = { kind: "nowhere", pieces: [] };

export interface Streams {
  readonly stdin: Text | undefined;
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
export interface Outcome {
  /** Requests whose failure makes this command fail, so that `set -e` sees it. */
  readonly carries: ReadonlySet<HttpRequest>;
  /** Requests whose failure makes this command fail where `set -e` does not act: all but the last of `a && b`. */
  readonly exempt: ReadonlySet<HttpRequest>;
}

const NONE: ReadonlySet<HttpRequest> = new Set();
export const silent: Outcome = { carries: NONE, exempt: NONE };
export const carrying = (carries: Iterable<HttpRequest>): Outcome => ({ carries: new Set(carries), exempt: NONE });
export const both = (outcome: Outcome): HttpRequest[] => [...outcome.carries, ...outcome.exempt];

export function notice(requests: Iterable<HttpRequest>): void {
  for (const request of requests) request.noticed = true;
}
