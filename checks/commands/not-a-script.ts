import type { SourceFile } from "../configuration/place.js";
import type { Invocation } from "../program/invocation.js";
import { sketch, slice, type SymbolicString } from "../values/symbolic-string.js";

/** How programs of Linux and of Windows begin; those of macOS have a NUL among their first bytes. */
const EXECUTABLE = ["\x7FELF", "MZ"];

/** Says of a file that is run that nothing can be read in it: it is empty, or no text at all. */
export function notAScript({ shell }: Invocation, file: SourceFile, path: SymbolicString): boolean {
  const text = file.text();
  const isEmpty = text.trim() === "";
  // What machines run begins so, or has characters that no text has.
  if (!isEmpty && !EXECUTABLE.some((mark) => text.startsWith(mark)) && !text.slice(0, 1_000).includes("\0"))
    return false;
  shell.effects.notRead.push({ name: lastOf(path), why: isEmpty ? "which is empty" : "which is no text" });
  return true;
}

/** The name of a file without its folders, which are often computed. */
export function lastOf(path: SymbolicString): SymbolicString {
  const text = sketch(path);
  return slice(path, Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\")) + 1, text.length);
}
