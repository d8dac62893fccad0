import type { Rule } from "../rule.js";

export const literalSecret: Rule = {
  id: "literal-secret",
  severity: "error",
  what: "The value of a secret stands in the files.",
  why: "Everybody who can read the repository, its history or the synthesized files has the secret; it cannot be rotated without a change of code.",
  fix: "Take it from a variable marked sensitive, from the environment, or from a secrets manager, and revoke the value that was written down.",
  source: { title: "RFC 6819, section 5.3.3", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.3.3" },
  check: () => [],
};
