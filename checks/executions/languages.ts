import type { Language, ProgramHost, Interpreter } from "../program/language.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import { go, perl, php, ruby } from "../languages/by-call/languages.js";
import { javascript } from "../languages/javascript/language.js";
import { PowerShellReader } from "../languages/powershell/reader.js";
import { python } from "../languages/python/language.js";
import type { ScriptLanguage } from "../languages/script/language.js";
import { ScriptReader } from "../languages/script/reader.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";

const script =
  (language: ScriptLanguage): Interpreter =>
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
  new PowerShellReader(source, host).run();
  return failingWith(host.effects.requests.slice(before).filter((request) => request.failureChecked));
};

const PROGRAMS: Readonly<Record<Language, Interpreter>> = {
  python: script(python),
  javascript: script(javascript),
  powershell,
  ruby: script(ruby),
  perl: script(perl),
  php: script(php),
  go: script(go),
};

/** Follows a program of another language as far as a plain request call can be read. */
export function runProgram(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus {
  return PROGRAMS[language](source, host);
}
