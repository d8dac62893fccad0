import { concrete, type SymbolicString } from "./symbolic-string.js";

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Form-encoded, whoever did it. */
export function formEncoded(text: SymbolicString): SymbolicString {
  return text.map((fragment) =>
    fragment.text === undefined
      ? { ...fragment, encoded: true }
      : { ...fragment, encoded: true, text: encode(concrete([fragment]) ?? "") },
  );
}
