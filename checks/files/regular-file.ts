import { statSync } from "node:fs";

/** A longer script or template is none that anybody wrote. */
const MAX_BYTES = 2_000_000;

/** Reads a script or template beside the configuration; nothing where there is none, or something else: a pipe, a device. */
export function regularFile<T>(path: string, read: (path: string) => T): T | undefined {
  try {
    const about = statSync(path);
    return about.isFile() && about.size <= MAX_BYTES ? read(path) : undefined;
  } catch {
    return undefined;
  }
}
