/**
 * A literal value in the form encoding of RFC 6749 appendix B.
 *
 * @internal
 */
export function formEncodeLiteral(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, "+");
}
