import { Fn } from "cdktf";
import { formEncodeLiteral } from "../program/form-encoding";
import { textParts } from "./references";

/**
 * A value of the request in the form encoding of RFC 6749 appendix B: literal text is encoded here, a Terraform reference
 * by Terraform's own `urlencode`. The result has no character that JSON, HCL, a Terraform template or a shell interprets.
 *
 * @internal
 */
export function formEncode(value: string): string {
  return textParts(value)
    .map(({ text, reference }) => (reference ? Fn.urlencode(text) : formEncodeLiteral(text)))
    .join("");
}
