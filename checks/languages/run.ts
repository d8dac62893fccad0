import type { Place, SourceFile } from "../configuration/place.js";
import type { Piece, Text } from "../values/text.js";
import type { ScriptFacts } from "../program/facts.js";
import { PowerShellReader } from "./powershell/reader.js";
import { ScriptReader } from "./script-reader.js";
import { carrying, type Outcome } from "../program/outcome.js";

export type Language = "python" | "javascript" | "powershell";

/** What a program of another language finds around it. */
export interface ProgramHost {
  readonly facts: ScriptFacts;
  readonly args: readonly Text[];
  readonly stdin: Text | undefined;
  readonly environment: (name: string) => Text | undefined;
  readonly natureOf: (name: string) => Pick<Piece, "nature">;
  readonly readFile: (path: Text) => Text | undefined;
  /** A module of the program, by its path from the program's folder. */
  readonly module: (path: string) => SourceFile | undefined;
  readonly writeFile: (path: Text, content: Text) => void;
  readonly place: Place | undefined;
  readonly print: (text: Text, by: string, place: Place | undefined) => void;
  /** A program that it starts, with its arguments; `checked` where its failure is an error. Gives its output. */
  readonly start: (name: string, args: readonly Text[], checked: boolean) => Text;
  readonly printError: (text: Text, by: string, place: Place | undefined) => void;
}

export type Program = (source: Text, host: ProgramHost) => Outcome;

const script =
  (language: Language): Program =>
  (source, host) => {
    const before = host.facts.requests.length;
    const reader = new ScriptReader(language, source, host);
    reader.run();
    return carrying([...host.facts.requests.slice(before).filter((request) => request.fails), ...reader.ending]);
  };

const powershell: Program = (source, host) => {
  const before = host.facts.requests.length;
  new PowerShellReader("powershell", source, host).run();
  return carrying(host.facts.requests.slice(before).filter((request) => request.noticed));
};

const PROGRAMS: Readonly<Record<Language, Program>> = {
  python: script("python"),
  javascript: script("javascript"),
  powershell,
};

/** Follows a program of another language as far as a plain request call can be read. */
export function runProgram(language: Language, source: Text, host: ProgramHost): Outcome {
  return PROGRAMS[language](source, host);
}
