import type { Language, ProgramHost, Interpreter } from "../program/language.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import { PowerShellReader } from "../languages/powershell/reader.js";
import { nodeRequest } from "../languages/javascript/requests.js";
import { pythonRequest } from "../languages/python/requests.js";
import type { RequestLibrary } from "../languages/request-calls.js";
import { ScriptReader } from "../languages/script-reader.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";

const script =
  (language: Language, library: RequestLibrary): Interpreter =>
  (source, host) => {
    const before = host.effects.requests.length;
    const reader = new ScriptReader(language, source, host, library);
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
  python: script("python", pythonRequest),
  javascript: script("javascript", nodeRequest),
  powershell,
};

/** Follows a program of another language as far as a plain request call can be read. */
export function runProgram(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus {
  return PROGRAMS[language](source, host);
}
