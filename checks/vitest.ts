import { checkAccessTokens } from "./cdktf/check.js";
import type { CheckOptions } from "./options/options.js";
import { fails, type Report } from "./report/report.js";
import { formatText } from "./report/text.js";

export { checkAccessTokens } from "./cdktf/check.js";
export type { CheckOptions } from "./options/options.js";
export type { Report } from "./report/report.js";

/** What a matcher gives to `expect`. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Passes where a stack, an app, or synthesized JSON (as text, or parsed) makes its access token requests the right way. */
export function toPassAccessTokenChecks(received: unknown, options: CheckOptions = {}): MatcherResult {
  const report: Report = checkAccessTokens(received, options);
  const pass = !fails(report);
  return {
    pass,
    message: () =>
      `expected it ${pass ? "to have findings of the access token checks, or something that could not be read" : "to pass the access token checks"}\n\n${formatText(report)}`,
  };
}

/** For `expect.extend(matchers)`. */
export const matchers = { toPassAccessTokenChecks };

interface Extendable {
  readonly extend?: (matchers: object) => void;
}

// Jest has its `expect` under a global name, and Vitest under a global symbol: there, importing this module is all.
const globals = globalThis as { readonly expect?: Extendable; readonly [key: symbol]: Extendable | undefined };
for (const expect of [globals.expect, globals[Symbol.for("expect-global")]]) expect?.extend?.(matchers);

declare global {
  // Vitest's assertions extend this namespace too, so one declaration serves both, and needs neither to be installed.
  // eslint-disable-next-line @typescript-eslint/no-namespace -- matchers of Jest are declared in a namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- merged with Jest's own, whose parameters must be repeated
    interface Matchers<R, T = {}> {
      /** Passes where a stack or synthesized JSON makes its access token requests the right way. */
      toPassAccessTokenChecks(options?: CheckOptions): R;
    }
  }
}
