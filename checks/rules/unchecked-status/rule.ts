import type { Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const uncheckedStatus: Rule = {
  id: "unchecked-status",
  severity: "error",
  what: "Nothing notices when the token request fails.",
  why: "The run goes on with an empty or old token, and the failure shows up elsewhere, or nowhere.",
  fix: "Use `curl --fail-with-body` with `set -e` and `pipefail`, `raise_for_status()`, `--check-status`, or a postcondition on the status.",
  source: { title: "RFC 6749, section 5.2", url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.2" },
  check: (analysis) =>
    eachRequest(analysis, ({ request, execution }) => {
      if (execution.failureIgnored) return "Terraform goes on when the token request fails (on_failure = continue).";
      if (request.failureChecked) return undefined;
      // What was not read may be what looks at the status.
      const certainty = execution.effects.notRead.length > 0 ? "likely" : undefined;
      return { message: `Nothing notices when the token request of ${request.tool} fails.`, certainty };
    }),
};
