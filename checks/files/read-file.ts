import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "./find.js";

/** More than any configuration has, and little enough to be held in memory several times. */
const MAX_BYTES = 64 * 1024 * 1024;

export type Contents = { readonly text: string } | { readonly why: string };

/** The text of a file of configuration, or why it cannot be had. */
export function readText(path: string): Contents {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { why: `is larger than ${MAX_BYTES / 1024 / 1024} MiB` };
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) return { why: "is not UTF-8" };
    return { text: bytes.toString("utf8").replace(/^\uFEFF/, "") };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}
