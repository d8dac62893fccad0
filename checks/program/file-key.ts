import { isAbsolute, resolve } from "node:path";
import type { Text } from "../values/text.js";

/** A name for a file whose path need not be known: the same words, from the same folder, mean the same file. */
export function fileKey(path: Text, directory: string): string {
  const name = path.map((piece) => piece.text ?? `{${piece.refs.map((ref) => ref.address).join(".")}}`).join("");
  return isAbsolute(name) || name.startsWith("{") || name.startsWith("~") ? name : resolve(directory, name);
}
