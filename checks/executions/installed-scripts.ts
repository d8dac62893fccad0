import type { Effects } from "../program/effects.js";
import { sketch } from "../values/symbolic-string.js";
import type { ExecutionKind } from "./execution.js";

/** Kinds of programs that set up a machine, on which others start what they leave there. */
const INSTALLING: readonly ExecutionKind[] = ["boot", "remote-exec"];

/** Scripts that a program leaves on a machine without running them: for a unit of systemd, for cron, for a person. */
export function installedScripts(kind: ExecutionKind, effects: Effects, before: ReadonlySet<string>): string[] {
  if (!INSTALLING.includes(kind)) return [];
  const read = new Set(effects.read);
  return [...effects.written]
    .filter(([file, text]) => !before.has(file) && !read.has(file) && sketch(text.slice(0, 1)).startsWith("#!"))
    .map(([file]) => file);
}
