import type { Rule } from "../rule.js";

export const verboseLogging: Rule = {
  id: "verbose-logging",
  severity: "error",
  what: "The request, a secret or the token is shown in the log.",
  why: "What a program prints goes to Terraform's output, and from there into the logs of every pipeline.",
  fix: "Drop `set -x`, `-v` and the lines that print the response; print the status or the error's name instead.",
  source: { title: "RFC 6819, section 5.1.6", url: "https://www.rfc-editor.org/rfc/rfc6819#section-5.1.6" },
  check: () => [],
};
