import type { Place, SourceFile } from "../configuration/place.js";
import type { SymbolicString, Asked } from "../values/symbolic-string.js";
import type { Effects } from "./effects.js";
import type { ExitStatus } from "./exit-status.js";
import type { Language, ProgramHost } from "./language.js";
import type { ShellOptions } from "./shell-options.js";
import type { Streams } from "./streams.js";
import type { Variable } from "./variable.js";

/** A script for a shell of its own, and what that is started with. */
export interface ScriptStart {
  readonly script: SymbolicString;
  /** `$0`, and then `$1` and so on; without any, those of the shell that starts it. */
  readonly words?: readonly SymbolicString[];
  /** `-e`, `-x`, `-o` and a name. */
  readonly flags?: readonly SymbolicString[];
  readonly place: Place | undefined;
}

/** What a command may ask of the shell that runs it, and change in it. */
export interface ShellSession {
  readonly effects: Effects;
  readonly variables: Map<string, Variable>;
  readonly options: ShellOptions;
  /** Where tracing was turned on. */
  tracedFrom: Place | undefined;
  /** The folder that it is in at that moment. */
  directory: string;
  /** What `$?` tells of. */
  readonly lastStatus: ExitStatus;
  /** Where the script itself is; its `$0` is a path as it is reported. */
  readonly location: string | undefined;
  /** Whether scripts started each other so often that no further one is followed. */
  isTooDeep(): boolean;

  /** Requests that were attempted, and whose failure led to where the script is: `curl ... && exit 0`. Each is given once. */
  failedBefore(): readonly Asked[];
  /** Whether a script, such as that of a trap, ends with a failure. */
  endsWithFailure(script: string): boolean;
  /** The script ends with a failure, to which that of these requests led. */
  endWith(requests: Iterable<Asked>): void;

  /** The value of a variable as one text. */
  variable(name: string): SymbolicString | undefined;
  /** What the name of a variable tells of a value whose origin is not known. */
  taintOf(name: string): { readonly taint?: "secret" | "token" };
  /** Sets `$@`, `$#`, `$1` and so on; `$0` stays. */
  setPositional(args: readonly SymbolicString[]): void;

  /** A file by its path, from the folder that the script is in at that moment. */
  findFile(path: SymbolicString): SourceFile | undefined;
  /** The content of a file that this script wrote, or that lies beside the configuration. */
  readFile(path: SymbolicString): SymbolicString | undefined;
  /** What Terraform or the script itself wrote to a file. */
  writtenFile(path: SymbolicString): SymbolicString | undefined;
  writeFile(path: SymbolicString, text: SymbolicString, append?: boolean): void;
  /** `cd`: what follows finds its files from there. */
  changeDirectory(path: string): void;

  /** Runs a script in this shell, as `eval` and `source` do. */
  runScript(text: SymbolicString, streams: Streams): ExitStatus;
  /** Runs a script in a shell of its own: what it sets does not come back. */
  startScript(start: ScriptStart, streams: Streams): ExitStatus;
  /** Runs a command by its expanded words, of which the first is its name or path. */
  startCommand(words: readonly SymbolicString[], streams: Streams, place: Place | undefined): ExitStatus;
  /** Follows a program of another language. */
  interpret(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus;
  /** False once the work allowed for a block is used up. */
  spend(amount: number): boolean;
  /** Notes what was not followed, as the end of a sentence that begins with the block: a report that passes must not be silent about it. */
  cut(why: string): void;
  /** A text that was put together, or a hole where the block can no longer pay for it: a few words may double a text forty times. */
  paid(text: SymbolicString): SymbolicString;
}
