import type { Context, TokenRequest } from "../../analysis/context.js";
import type { Place } from "../../configuration/place.js";
import type { Found } from "../rule.js";

/** A finding for each token request of which `judge` says what is wrong. */
export function* eachRequest(context: Context, judge: (request: TokenRequest) => string | undefined): Generator<Found> {
  for (const tokenRequest of context.tokenRequests) {
    const message = judge(tokenRequest);
    if (message !== undefined) yield { message, block: tokenRequest.activity.block, place: placeOf(tokenRequest) };
  }
}

export const placeOf = ({ request, activity }: TokenRequest): Place => request.place ?? activity.place;
