import type { Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const followedRedirect: Rule = {
  id: "followed-redirect",
  severity: "error",
  what: "The access token request follows redirects.",
  why: "A token endpoint does not redirect. What does is a proxy, a login page or an attacker, and a followed redirect can post the credentials to them.",
  fix: "Drop `-L`, `--location` and `--follow`.",
  source: { title: "RFC 9700, section 4.12", url: "https://www.rfc-editor.org/rfc/rfc9700#section-4.12" },
  check: (analysis) =>
    eachRequest(analysis, ({ request }) =>
      request.followsRedirects === undefined
        ? undefined
        : `${request.tool} follows redirects (${request.followsRedirects}) with the access token request.`,
    ),
};
