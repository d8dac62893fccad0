import type { Analysis, TokenRequest } from "../../analysis/analysis.js";
import type { Place } from "../../configuration/place.js";
import type { Mistake } from "../rule.js";

/** A finding for each token request of which `judge` says what is wrong. */
export function* eachRequest(
  analysis: Analysis,
  judge: (request: TokenRequest) => string | undefined,
): Generator<Mistake> {
  for (const tokenRequest of analysis.tokenRequests) {
    const message = judge(tokenRequest);
    if (message !== undefined) yield { message, block: tokenRequest.execution.block, place: placeOf(tokenRequest) };
  }
}

export const placeOf = ({ request, execution }: TokenRequest): Place => request.place ?? execution.place;
