import type { Analysis } from "../../analysis/analysis.js";
import type { TokenRequest } from "../../analysis/token-request.js";
import type { Place } from "../../configuration/place.js";
import type { SymbolicString } from "../../values/symbolic-string.js";
import type { Certainty, Mistake } from "../rule.js";

/** What is wrong with a request, and the text that it is in, where one is known. */
export interface Judgement {
  readonly message: string;
  readonly within?: SymbolicString | undefined;
  readonly certainty?: Certainty | undefined;
}

/** A finding for each token request of which `judge` says what is wrong. */
export function* eachRequest(
  analysis: Analysis,
  judge: (request: TokenRequest) => Judgement | string | undefined,
): Generator<Mistake> {
  for (const request of analysis.tokenRequests) {
    const judgement = judge(request);
    if (judgement === undefined) continue;
    const { message, within = [], certainty } = typeof judgement === "string" ? { message: judgement } : judgement;
    yield { message, block: request.execution.block, place: placeIn(within, request), request, certainty };
  }
}

export const placeOf = ({ request, execution }: TokenRequest): Place => request.place ?? execution.place;

/** The line of a part of a request, where it is written beside it; a value from elsewhere is shown where the request is. */
export function placeIn(text: SymbolicString, request: TokenRequest): Place {
  const whole = placeOf(request);
  const here = (place: Place | undefined): place is Place => place?.file === whole.file;
  return text.map((fragment) => fragment.place).find(here) ?? whole;
}
