/** A longer file is no configuration that anybody wrote; synthesized JSON may well be. */
const MAX_HCL_LENGTH = 1_000_000;
/** So is deeper nesting; what parsers need grows with it. Brackets in strings count too, which no real text comes near. */
const MAX_DEPTH = 500;

/** Why HCL is not parsed at all. */
export function unfitHcl(text: string): string | undefined {
  if (text.length > MAX_HCL_LENGTH) return `is longer than ${MAX_HCL_LENGTH.toLocaleString("en-US")} characters`;
  return tooDeep(text);
}

/** Why JSON is not looked at. */
export const unfitJson = (text: string): string | undefined => tooDeep(text);

function tooDeep(text: string): string | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x7b || character === 0x5b || character === 0x28) {
      if (++depth > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} brackets`;
    } else if (character === 0x7d || character === 0x5d || character === 0x29) {
      if (depth > 0) depth--;
    }
  }
  return undefined;
}
