import type { Analysis } from "../../analysis/analysis.js";
import { optionSecrets } from "../../analysis/option-secrets.js";
import type { Execution } from "../../executions/execution.js";
import { bearerToken, urlFields } from "../../requests/fields.js";
import { canonicalName } from "../../vocabulary/names.js";
import type { Place } from "../../configuration/place.js";
import type { Fragment, SymbolicString } from "../../values/symbolic-string.js";

/** A value that is an access token by where it stands. */
export interface UsedToken {
  readonly fragment: Fragment;
  /** What holds it, for the end of a sentence that begins with the token. */
  readonly where: string;
  readonly place: Place | undefined;
}

/**
 * Access tokens by their role, in requests that use one and in options of tools. What a script takes from its environment may be
 * any API's key: of that only the tokens of a token request count, which are told elsewhere.
 */
export function usedTokens(analysis: Analysis, execution: Execution): UsedToken[] {
  const { effects } = execution;
  const inRequests = effects.requests
    .filter((request) => !analysis.lookup.asks(request))
    .flatMap(({ tool, headers, url, urlChannel, place }) => [
      ...headers
        .filter(({ channel }) => channel === "argument")
        .flatMap((header) => written(bearerToken(header) ?? [], `an argument of ${tool}`, place)),
      ...(urlChannel === "stdin" ? [] : urlFields(url))
        .filter(({ name }) => canonicalName(name) === "access_token")
        .flatMap(({ value }) => written(value, "a part of the URL", place)),
    ]);
  const inOptions = effects.processes.flatMap((one) =>
    optionSecrets(one, analysis.vocabulary)
      .filter(({ kind }) => kind === "token")
      .flatMap(({ option, value }) => written(value, `the value of ${option}`, one.place)),
  );
  return [...inRequests, ...inOptions];
}

/** What Terraform writes there, which is in the text of the command before any shell sees it. */
const written = (value: SymbolicString, where: string, place: Place | undefined): UsedToken[] =>
  value
    .filter((fragment) => fragment.text === undefined && fragment.interpolated === true && fragment.expanded !== true)
    .slice(0, 1)
    .map((fragment) => ({ fragment, where, place }));
