import type { Text } from "../resolve/text.js";

/** A name for a file whose path need not be known: the same words mean the same file. */
export const fileKey = (path: Text): string =>
  path
    .map((piece) => piece.text ?? `{${piece.refs.map((ref) => ref.address).join(".")}}`)
    .join("")
    .replace(/^\.\//, "");
