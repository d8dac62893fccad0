import { known, type Text } from "../values/text.js";

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Form-encoded, whoever did it. */
export function encoded(text: Text): Text {
  return text.map((piece) =>
    piece.text === undefined
      ? { ...piece, encoded: true }
      : { ...piece, encoded: true, text: encode(known([piece]) ?? "") },
  );
}
