/** A longer file is no configuration that anybody wrote; synthesized JSON may well be. */
const MAX_HCL_LENGTH = 1_000_000;
/** So is deeper nesting; what parsers need grows with it. Brackets in strings count too, which no real text comes near. */
const MAX_DEPTH = 500;

const TOO_DEEP = `is nested deeper than ${MAX_DEPTH} brackets`;

/** Why HCL is not parsed at all. */
export function unfitHcl(text: string): string | undefined {
  if (text.length > MAX_HCL_LENGTH) return `is longer than ${MAX_HCL_LENGTH.toLocaleString("en-US")} characters`;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x7b || character === 0x5b || character === 0x28) {
      if (++depth > MAX_DEPTH) return TOO_DEEP;
    } else if (character === 0x7d || character === 0x5d || character === 0x29) {
      if (depth > 0) depth--;
    }
  }
  return undefined;
}

/** Why JSON is not looked at. JSON.parse itself takes any depth. */
export const unfitJson = (json: unknown): string | undefined => (isDeeper(json, MAX_DEPTH) ? TOO_DEEP : undefined);

function isDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== "object" || json === null) return false;
  if (levels === 0) return true;
  // Without a list of what each holds: this goes through all of a file.
  if (Array.isArray(json)) return json.some((value) => isDeeper(value, levels - 1));
  for (const name in json) if (isDeeper((json as Readonly<Record<string, unknown>>)[name], levels - 1)) return true;
  return false;
}
