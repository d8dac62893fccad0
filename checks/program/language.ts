import type { Place, SourceFile } from "../configuration/place.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import type { Effects } from "./effects.js";
import type { ExitStatus } from "./exit-status.js";

export type Language = "python" | "javascript" | "powershell" | "ruby" | "perl" | "php" | "go";

/** What a program of another language finds around it. */
export interface ProgramHost {
  readonly effects: Effects;
  readonly args: readonly SymbolicString[];
  readonly stdin: SymbolicString | undefined;
  /** Notes what was not followed. */
  readonly cut: (why: string) => void;
  readonly environment: (name: string) => SymbolicString | undefined;
  readonly taintOf: (name: string) => { readonly taint?: "secret" | "token" };
  readonly readFile: (path: SymbolicString) => SymbolicString | undefined;
  /** Where the program is, from the folder that its modules are found in. */
  readonly folder: string;
  /** A module of the program, by its path from that folder. */
  readonly module: (path: string) => SourceFile | undefined;
  readonly writeFile: (path: SymbolicString, content: SymbolicString) => void;
  readonly place: Place | undefined;
  readonly print: (text: SymbolicString, by: string, place: Place | undefined) => void;
  /** A program that it starts, with its arguments; `checked` where its failure is an error. Gives its output. */
  readonly start: (name: string, args: readonly SymbolicString[], checked: boolean) => SymbolicString;
  readonly printError: (text: SymbolicString, by: string, place: Place | undefined) => void;
}

export type Interpreter = (source: SymbolicString, host: ProgramHost) => ExitStatus;
