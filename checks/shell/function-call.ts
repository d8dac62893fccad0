import { literal, type SymbolicString } from "../values/symbolic-string.js";
import type { ExitStatus } from "../program/exit-status.js";
import type { Streams } from "../program/streams.js";
import { sourcesOfFunctions, type Shell } from "./shell.js";
import type { Node } from "./syntax.js";
import { scalar } from "../program/variable.js";

/** Sets `$@`, `$#`, `$1` and so on; `$0` stays. */
export function setPositional(shell: Shell, args: readonly SymbolicString[]): void {
  shell.variables.set("@", { items: args, array: true });
  shell.variables.set("#", scalar([literal(String(args.length))]));
  for (let index = 0; index < Math.max(args.length, 9); index++) {
    const arg = args[index];
    if (arg) shell.variables.set(String(index + 1), scalar(arg));
    else shell.variables.delete(String(index + 1));
  }
}

/** A function of the script: its body with its arguments, and the caller's again afterwards. */
export function callFunction(shell: Shell, body: Node, args: readonly SymbolicString[], streams: Streams): ExitStatus {
  const before = shell.variables.get("@")?.items;
  setPositional(shell, args);
  const caller = shell.source;
  shell.source = sourcesOfFunctions.get(body) ?? caller;
  const outcome = shell.run(body, streams);
  shell.source = caller;
  if (before) setPositional(shell, before);
  return outcome;
}
