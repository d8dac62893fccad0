/** Controls, and what turns the direction of text, breaks a line or has no width: in a report it could hide or fake a line. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
/** The same, where JSON has escaped the rest, and lines are its own. */
const UNPRINTABLE_IN_JSON = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A name from a repository, such as that of a file, as one harmless piece of a line. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, escaped);

/** JSON of the same content, in which nothing stands that a terminal or a viewer would obey. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(UNPRINTABLE_IN_JSON, escaped);
