/** Whether a request shows that what is wired will not do, or only that nothing is known about it. */
export type Verdict = "granted" | "refused" | "undecided";

interface Outcome {
  readonly words: string;
  readonly verdict: Verdict;
}

/** How the program ends, by its exit statuses: see the README. */
const OUTCOMES = new Map<number, Outcome>([
  [0, { words: "granted", verdict: "granted" }],
  [10, { words: "cannot be made", verdict: "undecided" }],
  [11, { words: "secret missing", verdict: "undecided" }],
  [12, { words: "tool missing", verdict: "undecided" }],
  [13, { words: "secret too late", verdict: "undecided" }],
  [14, { words: "secret not kept", verdict: "undecided" }],
  [15, { words: "key unusable", verdict: "undecided" }],
  [16, { words: "no token endpoint", verdict: "undecided" }],
  [20, { words: "not reached", verdict: "undecided" }],
  [21, { words: "no trusted TLS", verdict: "undecided" }],
  [22, { words: "no answer in time", verdict: "undecided" }],
  [23, { words: "broken off", verdict: "undecided" }],
  [30, { words: "redirect", verdict: "refused" }],
  [31, { words: "client refused", verdict: "refused" }],
  [32, { words: "request refused", verdict: "refused" }],
  [33, { words: "throttled", verdict: "undecided" }],
  [34, { words: "server failed", verdict: "undecided" }],
  [35, { words: "request refused", verdict: "refused" }],
  [40, { words: "no JSON", verdict: "refused" }],
  [41, { words: "no usable token", verdict: "refused" }],
  [42, { words: "not bearer", verdict: "refused" }],
  [43, { words: "too large", verdict: "refused" }],
  [44, { words: "lifetime too short", verdict: "refused" }],
  [45, { words: "lifetime unknown", verdict: "refused" }],
  [46, { words: "answer repeats a secret", verdict: "refused" }],
  [47, { words: "scope lacks", verdict: "refused" }],
  [48, { words: "answer lacks a field", verdict: "refused" }],
  [50, { words: "no verdict", verdict: "undecided" }],
  [51, { words: "no output", verdict: "undecided" }],
  [52, { words: "not revoked", verdict: "undecided" }],
  [143, { words: "ended", verdict: "undecided" }],
]);

export const THROTTLED = 33;

export function outcomeOf(status: number): Outcome {
  return OUTCOMES.get(status) ?? { words: `failed (${status})`, verdict: "undecided" };
}
