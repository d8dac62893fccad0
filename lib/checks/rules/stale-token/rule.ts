import type { Rule } from "../rule.js";

export const staleToken: Rule = {
  id: "stale-token",
  severity: "warning",
  what: "A token is used long after it was made.",
  why: "Access tokens live for minutes to hours. State and saved plans keep them for longer, and a destroy may come months later.",
  fix: "Make the request where the token is used, or check its validity with a precondition.",
  source: { title: "RFC 6749, section 5.1 (expires_in)", url: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1" },
  check: () => [],
};
