import { Fn, Lazy } from "cdktf";
import { formEncodeLiteral } from "../program/form-encoding";
import { isDeferred, resolvedParts, textParts, type TextPart } from "./references";

/**
 * A value of the request in the form encoding of RFC 6749 appendix B: literal text is encoded here, a Terraform reference
 * by Terraform's own `urlencode`, and what only synthesis knows, such as a `Lazy`, once it is known which of the two it is.
 * The result has no character that JSON, HCL, a Terraform template or a shell interprets.
 *
 * @internal
 */
export function formEncode(value: string): string {
  if (isDeferred(value)) return Lazy.stringValue({ produce: (context) => encoded(resolvedParts(value, context)) });
  return encoded(textParts(value));
}

function encoded(parts: readonly TextPart[]): string {
  return parts.map(({ text, reference }) => (reference ? Fn.urlencode(text) : formEncodeLiteral(text))).join("");
}
