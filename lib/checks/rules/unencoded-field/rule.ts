import type { Rule } from "../rule.js";

export const unencodedField: Rule = {
  id: "unencoded-field",
  severity: "error",
  what: "A value goes into the form body without form-encoding.",
  why: "A `+`, `&`, `%` or space in it changes the request: the server sees another secret, or further parameters.",
  fix: "Use `urlencode()` in Terraform, `--data-urlencode` of curl, `@uri` of jq, or a library that builds the form.",
  source: { title: "RFC 6749, appendix B", url: "https://www.rfc-editor.org/rfc/rfc6749#appendix-B" },
  check: () => [],
};
