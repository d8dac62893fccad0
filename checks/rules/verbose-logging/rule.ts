import type { Activity, Context } from "../../analysis/context.js";
import type { Found, Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const verboseLogging: Rule = {
  id: "verbose-logging",
  severity: "error",
  what: "The request, a secret or the token is shown in the log.",
  why: "What a program prints goes to Terraform's output, and from there into the logs of every pipeline.",
  fix: "Drop `set -x`, `-v` and the lines that print the response; print the status or the error's name instead.",
  source: { title: "RFC 6819, section 5.1.6", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.1.6" },
  check: function* (context) {
    yield* eachRequest(context, ({ request }) =>
      request.verbose === undefined
        ? undefined
        : `${request.tool} shows the access token request and its answer (${request.verbose}).`,
    );
    for (const activity of context.activities) yield* logged(context, activity);
  },
};

/** Programs that print what they were answered because nobody told them where to put it. */
const PLAIN = /^(?:curl|curlie|wget2?|https?|xhs?)$/;

function* logged(context: Context, activity: Activity): Generator<Found> {
  const { block, facts } = activity;
  const requests = context.tokenRequests.filter((other) => other.activity === activity).map(({ request }) => request);
  for (const { how, text, place } of facts.traced) {
    const asks = requests.some((request) => request.place !== undefined && same(request.place, place));
    if (asks || (requests.length > 0 && context.secrets.in(text, activity)))
      yield { block, place, message: `${how} shows the access token request, or a secret, in the log.` };
  }
  for (const { by, text, place } of facts.shown) {
    if (PLAIN.test(by) || activity.kind === "boot") continue;
    const piece = context.secrets.in(text, activity);
    if (!piece) continue;
    const what =
      piece.nature === "token" ? "the token" : piece.nature === "response" ? "the token endpoint's answer" : "a secret";
    yield { block, place, message: `${by} shows ${what} in the log.` };
  }
}

const same = (one: Found["place"], other: Found["place"]): boolean =>
  one?.file === other?.file && one?.at === other?.at;
