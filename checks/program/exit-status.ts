import type { Asked } from "../values/symbolic-string.js";

/** What the exit status of a command tells. */
export interface ExitStatus {
  /** Requests whose failure makes this command fail, so that `set -e` sees it. */
  readonly failsWith: ReadonlySet<Asked>;
  /** Requests whose failure makes this command fail where `set -e` does not act: all but the last of `a && b`. */
  readonly exempt: ReadonlySet<Asked>;
}

const NONE: ReadonlySet<Asked> = new Set();
export const tellsNothing: ExitStatus = { failsWith: NONE, exempt: NONE };
export const failingWith = (carries: Iterable<Asked>): ExitStatus => ({
  failsWith: new Set(carries),
  exempt: NONE,
});
export const requestsBehind = (outcome: ExitStatus): Asked[] => [...outcome.failsWith, ...outcome.exempt];

export function markFailureChecked(requests: Iterable<Asked>): void {
  for (const request of requests) request.failureChecked = true;
}
