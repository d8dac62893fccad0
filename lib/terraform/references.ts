import { OperatorExpression, Token, Tokenization, type IResolvable, type IResolveContext } from "cdktf";

/** A run of text that is either literal or one token, in CDKTF's encoding of it. */
export interface TextPart {
  readonly text: string;
  readonly reference: boolean;
}

/** CDKTF's marks for a token within a string: of a string, and of a number that was put into a string. */
const REFERENCE = /(\$\{TfToken\[[^\]]*\]\}|-?\d(?:\.\d+)?e\+\d{3})/;

/**
 * The literal texts and tokens that a string is made of. `Token.isUnresolved` does not see a number's token in it.
 *
 * @internal
 */
export function textParts(text: string): TextPart[] {
  return text.split(REFERENCE).map((part, index) => {
    if (index % 2 === 0) return { text: part, reference: false };
    if (part.startsWith("$")) return { text: part, reference: true };
    const token = Tokenization.reverseNumber(Number(part));
    return token ? { text: Token.asString(token), reference: true } : { text: part, reference: false };
  });
}

/** @internal */
export function holdsToken(text: string): boolean {
  return textParts(text).some((part) => part.reference);
}

/**
 * Whether a text holds what is known at synthesis only, such as `Lazy.stringValue`: it may turn out to be literal text.
 *
 * @internal
 */
export function isDeferred(text: string): boolean {
  return textParts(text).some((part) => part.reference && !Tokenization.reverse(part.text).every(isExpression));
}

/**
 * The parts of a text once everything is known that synthesis knows: each reference left is an expression of Terraform.
 *
 * @internal
 */
export function resolvedParts(text: string, context: IResolveContext): TextPart[] {
  return textParts(text).flatMap((part) => {
    const [token] = part.reference ? Tokenization.reverse(part.text) : [];
    if (token === undefined || isExpression(token)) return [part];
    const produced: unknown = token.resolve(context);
    if (produced === undefined || produced === null) return [];
    return resolvedParts(textOf(produced), context);
  });
}

function textOf(produced: unknown): string {
  if (typeof produced === "number") return Token.asString(Tokenization.reverseNumber(produced) ?? String(produced));
  return typeof produced === "string" ? produced : Token.asString(produced);
}

/** CDKTF does not export the class of its expressions, but one that is derived from it. */
const TfExpression = Object.getPrototypeOf(OperatorExpression) as abstract new (...given: never[]) => IResolvable;

/** @internal */
export function isExpression(token: IResolvable): boolean {
  return token instanceof TfExpression;
}

/**
 * Whether a list has an item that stands for a whole list, which only Terraform knows. Such items cannot become arguments,
 * as their number is not known.
 *
 * @internal
 */
export function isListReference(list: readonly string[]): boolean {
  return list.some(isListToken);
}

/** @internal */
export function isListToken(item: string): boolean {
  return item.includes("#{TfToken[");
}
