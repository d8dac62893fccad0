import { saysItself } from "../../requests/evidence.js";
import type { Fragment } from "../../values/symbolic-string.js";
import type { Vocabulary } from "../../vocabulary/vocabulary.js";
import type { Certainty, Mistake } from "../rule.js";

/** A mistake is no surer than that its request is a token request. */
export const certaintyOf = ({ certainty, request }: Mistake, vocabulary: Vocabulary): Certainty =>
  certainty ?? (request && !saysItself(request.request, vocabulary) ? "likely" : "certain");

/** A function that is not followed may have left a secret out, and a file that was not read may hold something else. */
export const certaintyAbout = ({ obscured, unread }: Fragment): Certainty | undefined =>
  obscured === true || unread === true ? "likely" : undefined;
