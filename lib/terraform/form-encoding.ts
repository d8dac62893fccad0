import { Fn, Token } from "cdktf";

/** CDKTF's mark for a reference within a string; a user's own text of this shape is not known to it, and so is literal. */
const REFERENCE = /(\$\{TfToken\[[^\]]*\]\})/;

/**
 * A value of the request in the form encoding of RFC 6749 appendix B: literal text is encoded here, a Terraform reference
 * by Terraform's own `urlencode`. The result has no character that JSON, HCL, a Terraform template or a shell interprets.
 *
 * @internal
 */
export function formEncode(value: string): string {
  return value
    .split(REFERENCE)
    .map((part) => (Token.isUnresolved(part) ? Fn.urlencode(part) : formEncodeLiteral(part)))
    .join("");
}

function formEncodeLiteral(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, "+");
}
