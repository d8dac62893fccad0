import type { Rule } from "../rule.js";

export const insecureTransport: Rule = {
  id: "insecure-transport",
  severity: "error",
  what: "The access token request can be read or answered by others on the way.",
  why: "Over http://, or with certificate checks off, the client's credentials and the token go to whoever sits in between.",
  fix: "Use https:// and leave the checks on; trust a private authority with `--cacert` or the like.",
  source: { title: "RFC 6749, section 3.2", url: "https://www.rfc-editor.org/rfc/rfc6749#section-3.2" },
  check: () => [],
};
