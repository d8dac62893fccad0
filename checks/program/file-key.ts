import { isAbsolute, resolve } from "node:path";
import type { SymbolicString } from "../values/symbolic-string.js";

/** A name for a file whose path need not be known: the same words, from the same folder, mean the same file. */
export function fileKey(path: SymbolicString, directory: string): string {
  const name = path
    .map((fragment) => fragment.text ?? `{${fragment.provenance.map((origin) => origin.address).join(".")}}`)
    .join("");
  return isAbsolute(name) || name.startsWith("{") || name.startsWith("~") ? name : resolve(directory, name);
}
