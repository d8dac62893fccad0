import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programPath } from "./files.js";

/** How a program that lies in a stack compares with this package's own, byte by byte. */
export type Comparison = "the same" | "another" | "missing";

export function compareProgram(path: string): Comparison {
  const own = filesOf(dirname(programPath()));
  const placed = filesOf(dirname(path));
  if (placed === undefined || !("request.sh" in placed)) return "missing";
  return JSON.stringify(own) === JSON.stringify(placed) ? "the same" : "another";
}

function filesOf(folder: string): Readonly<Record<string, string>> | undefined {
  try {
    const names = readdirSync(folder).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "base64")]));
  } catch {
    return undefined;
  }
}
