import type { ExitStatus } from "../program/exit-status.js";
import { scalar } from "../program/variable.js";
import type { ShellSession } from "../program/shell-session.js";
import { sketch, slice, type SymbolicString } from "../values/symbolic-string.js";

export type Given = readonly [name: string, value: SymbolicString];

/** `NAME=value`, as a program is given a variable of its environment. */
export function givenIn(word: SymbolicString): Given | undefined {
  const match = /^([A-Za-z_]\w*)=/.exec(sketch(word));
  return match?.[1] === undefined ? undefined : [match[1], slice(word, match[0].length)];
}

/** Runs a command with variables that are gone with it. */
export function withVariables({ variables }: ShellSession, given: readonly Given[], run: () => ExitStatus): ExitStatus {
  const before = given.map(([name]) => [name, variables.get(name)] as const);
  for (const [name, value] of given) variables.set(name, scalar(value));
  const status = run();
  for (const [name, value] of before)
    if (value) variables.set(name, value);
    else variables.delete(name);
  return status;
}
