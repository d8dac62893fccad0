import { Language, ProgramHost, Interpreter } from "../program/language.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import { PowerShellReader } from "./powershell/reader.js";
import { ScriptReader } from "./script-reader.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";

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
