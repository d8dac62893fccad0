import { contentType, contentTypeHeader } from "../../requests/fields.js";
import { jsonUse } from "../../requests/token-endpoint.js";
import type { Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const jsonContentType: Rule = {
  id: "json-content-type",
  severity: "error",
  what: "The access token request declares a JSON body.",
  why: "A token endpoint chooses how to read the body by its Content-Type: with application/json it finds no parameters, even where the body is a form.",
  fix: "Drop the header, since curl and most libraries set the right one for a form, or write `Content-Type: application/x-www-form-urlencoded`.",
  source: { title: "RFC 6749, section 3.2 and appendix B", url: "https://www.rfc-editor.org/rfc/rfc6749#section-3.2" },
  check: (analysis) =>
    eachRequest(analysis, ({ request }) => {
      if (jsonUse(request) !== "mistake" || contentType(request)?.includes("json") !== true) return undefined;
      return {
        message: `${request.tool} declares the body as JSON (Content-Type).`,
        within: contentTypeHeader(request)?.value,
      };
    }),
};
