import type { ProgramSource } from "../program/program-source.js";
import type { ExitStatus } from "../program/exit-status.js";
import type { ShellHost } from "../program/shell-host.js";
import type { ShellSession } from "../program/shell-session.js";
import type { Streams } from "../program/streams.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import type { Attempts } from "./attempts.js";
import type { Node } from "./syntax.js";

/** What the parts of the shell see of it. */
export interface ShellState extends ShellSession {
  readonly host: ShellHost;
  readonly functions: Map<string, Node>;
  /** The script that runs at that moment. */
  source: ProgramSource;
  readonly attempts: Attempts;
  /** Runs something in a shell of its own, whose status tells of every failure that ended it. */
  runInSubshell(run: () => ExitStatus): ExitStatus;
  run(node: Node, streams: Streams): ExitStatus;
  /** The output of a command substitution, and what its status tells. */
  substitute(script: Node, streams: Streams): { readonly text: SymbolicString; readonly outcome: ExitStatus };
}
