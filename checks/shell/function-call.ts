import { literal, type Text } from "../values/text.js";
import type { Outcome, Streams } from "../program/outcome.js";
import { homes, type Shell } from "./shell.js";
import type { Node } from "./syntax.js";
import { scalar } from "./words.js";

/** Sets `$@`, `$#`, `$1` and so on; `$0` stays. */
export function setPositional(shell: Shell, args: readonly Text[]): void {
  shell.variables.set("@", { items: args, array: true });
  shell.variables.set("#", scalar([literal(String(args.length))]));
  for (let index = 0; index < Math.max(args.length, 9); index++) {
    const arg = args[index];
    if (arg) shell.variables.set(String(index + 1), scalar(arg));
    else shell.variables.delete(String(index + 1));
  }
}

/** A function of the script: its body with its arguments, and the caller's again afterwards. */
export function callFunction(shell: Shell, body: Node, args: readonly Text[], streams: Streams): Outcome {
  const before = shell.variables.get("@")?.items;
  setPositional(shell, args);
  const caller = shell.composition;
  shell.composition = homes.get(body) ?? caller;
  const outcome = shell.run(body, streams);
  shell.composition = caller;
  if (before) setPositional(shell, before);
  return outcome;
}
