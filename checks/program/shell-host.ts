import type { SourceFile } from "../configuration/place.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { ExitStatus } from "./exit-status.js";
import type { Invocation, RunCommand } from "./invocation.js";
import type { Language, ProgramHost } from "./language.js";

/** What a shell finds around it: files, the commands that are known, the other languages, and a bound. */
export interface ShellHost {
  file(path: string): SourceFile | undefined;
  spend(amount: number): boolean;
  /** Notes what was not followed. */
  cut(why: string): void;
  readonly vocabulary: Vocabulary;
  /** What is known of a command by its name. */
  command(name: string): RunCommand | undefined;
  /** A command that is not known by its name: perhaps a script beside the configuration. */
  runUnknown(invocation: Invocation, path: SymbolicString): ExitStatus;
  interpret(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus;
}
