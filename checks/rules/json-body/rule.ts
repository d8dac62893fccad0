import { declaresJson, looksJson } from "../../requests/fields.js";
import { jsonUse } from "../../requests/token-endpoint.js";
import type { Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const jsonBody: Rule = {
  id: "json-body",
  severity: "error",
  what: "The access token request goes out as JSON.",
  why: "An OAuth 2.0 token endpoint reads a form. Most answer a JSON body with 400 or 401, and the error seldom says why.",
  fix: "Send the parameters as application/x-www-form-urlencoded: `--data-urlencode`, a library's form parameter, or `urlencode()` for each value.",
  source: { title: "RFC 6749, section 4.4.2", url: "https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2" },
  check: (analysis) =>
    eachRequest(analysis, ({ request }) => {
      const use = jsonUse(request);
      const body = use === "always" || use === "unclear" ? undefined : request.body.find(looksJson);
      if (!body) return undefined;
      if (use === "mistake")
        return { message: `${request.tool} sends the access token request as JSON.`, within: body.content };
      if (body.json || declaresJson(request) !== "no") return undefined;
      return {
        message: `${request.tool} sends the access token request as JSON without the Content-Type of JSON, which this server needs to read it.`,
        within: body.content,
      };
    }),
};
