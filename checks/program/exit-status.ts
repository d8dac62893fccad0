import type { HttpRequest } from "../requests/request.js";

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
