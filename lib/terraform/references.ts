import { Token } from "cdktf";

/** A run of text that is either literal or one Terraform reference, in CDKTF's encoding of it. */
export interface TextPart {
  readonly text: string;
  readonly reference: boolean;
}

/** CDKTF's marks for a reference within a string: of a string, and of a number that was put into a string. */
const REFERENCE = /(\$\{TfToken\[[^\]]*\]\}|-?\d(?:\.\d+)?e\+\d{3})/;

/**
 * The literal texts and references that a string is made of. `Token.isUnresolved` does not see a number's reference in it.
 *
 * @internal
 */
export function textParts(text: string): TextPart[] {
  return text.split(REFERENCE).map((part, index) => {
    if (index % 2 === 0) return { text: part, reference: false };
    if (part.startsWith("$")) return { text: part, reference: true };
    const number = Number(part);
    return Token.isUnresolved(number)
      ? { text: Token.asString(number), reference: true }
      : { text: part, reference: false };
  });
}

/** @internal */
export function holdsToken(text: string): boolean {
  return textParts(text).some((part) => part.reference);
}

/**
 * Whether a list is one that only Terraform knows. Its items cannot become arguments, as their number is not known.
 *
 * @internal
 */
export function isListReference(list: readonly string[]): boolean {
  return list.some((item) => item.includes("#{TfToken["));
}
