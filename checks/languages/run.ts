import type { Place, SourceFile } from "../configuration/place.js";
import type { Fragment, SymbolicString } from "../values/symbolic-string.js";
import type { Effects } from "../program/effects.js";
import { PowerShellReader } from "./powershell/reader.js";
import { ScriptReader } from "./script-reader.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";

export type Language = "python" | "javascript" | "powershell";

/** What a program of another language finds around it. */
export interface ProgramHost {
  readonly effects: Effects;
  readonly args: readonly SymbolicString[];
  readonly stdin: SymbolicString | undefined;
  readonly environment: (name: string) => SymbolicString | undefined;
  readonly taintOf: (name: string) => Pick<Fragment, "taint">;
  readonly readFile: (path: SymbolicString) => SymbolicString | undefined;
  /** A module of the program, by its path from the program's folder. */
  readonly module: (path: string) => SourceFile | undefined;
  readonly writeFile: (path: SymbolicString, content: SymbolicString) => void;
  readonly place: Place | undefined;
  readonly print: (text: SymbolicString, by: string, place: Place | undefined) => void;
  /** A program that it starts, with its arguments; `checked` where its failure is an error. Gives its output. */
  readonly start: (name: string, args: readonly SymbolicString[], checked: boolean) => SymbolicString;
  readonly printError: (text: SymbolicString, by: string, place: Place | undefined) => void;
}

export type Interpreter = (source: SymbolicString, host: ProgramHost) => ExitStatus;

const script =
  (language: Language): Interpreter =>
  (source, host) => {
    const before = host.effects.requests.length;
    const reader = new ScriptReader(language, source, host);
    reader.run();
    return failingWith([
      ...host.effects.requests.slice(before).filter((request) => request.failsOnError),
      ...reader.ending,
    ]);
  };

const powershell: Interpreter = (source, host) => {
  const before = host.effects.requests.length;
  new PowerShellReader("powershell", source, host).run();
  return failingWith(host.effects.requests.slice(before).filter((request) => request.failureChecked));
};

const PROGRAMS: Readonly<Record<Language, Interpreter>> = {
  python: script("python"),
  javascript: script("javascript"),
  powershell,
};

/** Follows a program of another language as far as a plain request call can be read. */
export function runProgram(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus {
  return PROGRAMS[language](source, host);
}
