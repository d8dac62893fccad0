import { dirname } from "node:path";
import type { SourceFile } from "../configuration/place.js";
import type { Language } from "../program/language.js";
import { fromBase64 } from "../values/base64.js";
import { concrete, hole, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, joinWords, type Invocation } from "../program/invocation.js";
import { baseName } from "../program/command-name.js";
import { endingOf, INTERPRETERS, languageOf } from "../vocabulary/interpreters.js";
import { ownProgramVersion } from "../vocabulary/own-program.js";
import { runOwnProgram } from "./own-program.js";
import { oneOf } from "./options.js";
import { readOperands } from "./output.js";
import { isReadByCall, languageByEnding, programByCall, readByCall, type ReadByCall } from "./read-by-call.js";
import { notAScript } from "./not-a-script.js";
import { runIn, runProgramFile } from "./run-program.js";

export const interpreters = INTERPRETERS.map(({ name }) => name);

/** Starts an interpreter with a program as text, as a file, or on stdin. */
export function interpreter(invocation: Invocation): ExitStatus {
  const language = languageOf(invocation.name.toLowerCase()) ?? "shell";
  if (isReadByCall(language)) return programByCall(invocation, language);
  return language === "shell" ? shell(invocation) : program(invocation, language);
}

function shell(invocation: Invocation): ExitStatus {
  const { args, streams } = invocation;
  let at = 0;
  let inline =
    invocation.name === "su" || invocation.name === "runuser"
      ? args.findIndex((arg) => /^(?:-c|--command)$/.test(sketch(arg)))
      : -1;
  const flags: SymbolicString[] = [];
  if (inline < 0) {
    for (; at < args.length; at++) {
      const word = sketch(args[at] ?? []);
      if (/^\/c$/i.test(word)) inline = at;
      else if (!/^[-+]./.test(word)) break;
      else if (word.startsWith("--")) continue;
      else {
        flags.push([literal(word.replace(/[cls]/g, ""))]);
        if (word.includes("c")) inline = at;
        if (/o$/.test(word)) flags.push(args[++at] ?? []);
      }
      if (inline >= 0 && !/^[-+]/.test(sketch(args[at + 1] ?? []))) break;
    }
  }
  if (inline >= 0) {
    const rest = args.slice(Math.max(at, inline) + 1);
    // All that follows is one command line.
    if (invocation.name.toLowerCase() === "cmd") return startScript(invocation, fromCmd(joinWords(rest)), [], flags);
    return startScript(invocation, rest[0] ?? [], rest.slice(1), flags);
  }
  const [path, ...rest] = args.slice(at);
  if (path === undefined && isUnread(streams.stdin)) {
    invocation.shell.effects.notRead.push({ why: "a script that is not there to read" });
    return failingWith([]);
  }
  if (path === undefined)
    return streams.stdin
      ? startScript({ ...invocation, streams: { ...streams, stdin: undefined } }, streams.stdin, [], flags)
      : failingWith([]);
  const file = invocation.shell.findFile(path);
  if (file) return runFile({ ...invocation, args: rest }, file, path, flags);
  const written = invocation.shell.readFile(path);
  if (written) return startScript(invocation, written, [path, ...rest], flags);
  if (streams.stdin && args.some((arg) => sketch(arg) === "-s"))
    return startScript(
      { ...invocation, streams: { ...streams, stdin: undefined } },
      streams.stdin,
      [path, ...rest],
      flags,
    );
  invocation.shell.effects.notRead.push({ name: path, why: "which is not there to read" });
  return failingWith([]);
}

const isUnread = (text: SymbolicString = []): boolean => text.length > 0 && text.every(({ unread }) => unread);

/** What cmd.exe writes another way: `%NAME%`, and `^` at the end of a line. */
const fromCmd = (text: SymbolicString): SymbolicString =>
  text.map((fragment) =>
    fragment.text === undefined
      ? fragment
      : { ...fragment, text: fragment.text.replace(/%(\w+)%/g, "${$1}").replace(/\^\r?\n/g, "\\\n") },
  );

/** A script as a text, in a shell of its own. `words` begin with `$0`. */
function startScript(
  { shell, streams, place }: Invocation,
  script: SymbolicString,
  words: readonly SymbolicString[],
  flags: readonly SymbolicString[],
): ExitStatus {
  return shell.startScript({ script, words, flags, place }, streams);
}

/** A file of a repository by what its first line or its name says it is. */
export function runFile(
  invocation: Invocation,
  file: SourceFile,
  path: SymbolicString,
  flags: readonly SymbolicString[] = [],
  folder = ".",
): ExitStatus {
  const own = ownProgramVersion(file.text());
  if (own?.known) return runOwnProgram(invocation);
  if (own) {
    const what = `version ${own.version} of the program of cdktf-oauth2-token, which these checks do not know`;
    invocation.shell.effects.notRead.push({ why: what });
    return tellsNothing;
  }
  if (notAScript(invocation, file, path)) return tellsNothing;
  const text: SymbolicString = [literal(file.text(), { file, at: 0 })];
  const language = byFirstLine(text) ?? byExtension(file.path);
  if (isReadByCall(language)) return readByCall(invocation, language, text, invocation.args);
  if (language !== "shell") return runProgramFile(invocation, language, text, invocation.args, folder);
  return startScript(
    invocation,
    text,
    [[literal(file.path, { file, at: 0 })], ...invocation.args],
    [...shebangFlags(text), ...flags],
  );
}

const shebangOf = (text: SymbolicString): string[] => {
  const match = /^#!\s*(\S.*)/.exec(sketch(text.slice(0, 1)).slice(0, 200));
  return match?.[1]?.trim().split(/\s+/) ?? [];
};
const byFirstLine = (text: SymbolicString): Language | "shell" | undefined =>
  shebangOf(text)
    .map((word) => languageOf(word.replace(/^.*\//, "")))
    .find((language) => language !== undefined);
const shebangFlags = (text: SymbolicString): SymbolicString[] =>
  shebangOf(text)
    .filter((word) => /^-\w+$/.test(word))
    .map((word) => [literal(word)]);

/** A file that Terraform or the script itself wrote. */
export function runWritten(invocation: Invocation, text: SymbolicString): ExitStatus {
  const language = byFirstLine(text) ?? byExtension(invocation.name);
  if (isReadByCall(language)) return readByCall(invocation, language, text, invocation.args);
  if (language !== "shell") return runIn(invocation, language, text, invocation.args);
  return startScript(invocation, text, [[literal(invocation.name)], ...invocation.args], shebangFlags(text));
}

const byExtension = (path: string): Language | "shell" => endingOf(path)?.language ?? languageByEnding(path) ?? "shell";

type FollowedLanguage = Exclude<Language, ReadByCall>;

/** Whether the program follows an option, as text. */
const INLINE: Readonly<Record<FollowedLanguage, (option: string) => boolean>> = {
  python: (option) => /^-[a-zA-Z]*c$/.test(option),
  javascript: (option) => ["-e", "--eval", "-p", "--print", "-pe", "eval"].includes(option),
  powershell: (option) => abbreviates(option, "-command") || takesEncoded(option),
};

/** PowerShell takes an option by its first letters. */
const abbreviates = (option: string, whole: string): boolean =>
  option.length > 1 && whole.startsWith(option.toLowerCase());

const takesEncoded = (option: string): boolean =>
  abbreviates(option, "-encodedcommand") || option.toLowerCase() === "-ec";

/** `-EncodedCommand`: Base64 of UTF-16. */
const isEncoded = (language: Language, option: SymbolicString = []): boolean =>
  language === "powershell" && takesEncoded(sketch(option));

const fromUtf16 = (word: SymbolicString): SymbolicString =>
  fromBase64(word).map((fragment) =>
    fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replaceAll("\0", "") },
  );

/** Options of the interpreters, and of uv, that take a value in the next word. */
const takesValue = oneOf(
  "-executionpolicy -ep -m -w -x -p --with --with-editable --with-requirements --python --project --directory --env-file --extra --group --index",
);

/** `python -m package.module`: a file below the folder that it is started in, or an installed one. */
function pythonModule(invocation: Invocation, [named = [], ...args]: readonly SymbolicString[]): ExitStatus {
  const name = concrete(named) ?? "";
  const path = name.replaceAll(".", "/");
  for (const candidate of [`${path}.py`, `${path}/__main__.py`]) {
    const file = invocation.shell.findFile([literal(candidate)]);
    if (file) {
      const text: SymbolicString = [literal(file.text(), { file, at: 0 })];
      return runIn(invocation, "python", text, args, ".", dirname(candidate));
    }
  }
  emit(invocation, name === "json.tool" ? readOperands(invocation, args) : [hole({ unread: true, obscured: true })]);
  return tellsNothing;
}

function program(invocation: Invocation, language: FollowedLanguage): ExitStatus {
  const { args, streams } = invocation;
  const at = args.findIndex(
    (arg, index) =>
      !sketch(arg).startsWith("-") && !takesValue(sketch(args[index - 1] ?? []).toLowerCase()) && sketch(arg) !== "run",
  );
  // What follows the program is given to it.
  const before = args.slice(0, at < 0 ? undefined : at + 1);
  const module = before.findIndex((arg) => sketch(arg) === "-m");
  if (language === "python" && module >= 0) return pythonModule(invocation, args.slice(module + 1));
  const inline = before.findIndex((arg) => INLINE[language](sketch(arg)));
  if (inline >= 0) {
    const [word = [], ...more] = args.slice(inline + 1);
    if (isEncoded(language, args[inline])) return runIn(invocation, language, fromUtf16(word), more);
    const text = language === "powershell" ? joinWords([word, ...more]) : word;
    return runIn(invocation, language, text, args.slice(inline + 2));
  }
  const path = args[at];
  const file = path && invocation.shell.findFile(path);
  if (file && notAScript(invocation, file, path)) return tellsNothing;
  if (file) {
    const folder = dirname(concrete(path) ?? "");
    return runProgramFile(invocation, language, [literal(file.text(), { file, at: 0 })], args.slice(at + 1), folder);
  }
  // `uv run python x.py`
  if (path && languageOf(baseName(sketch(path))) !== undefined)
    return invocation.shell.startCommand(args.slice(at), streams, invocation.place);
  const written = path && invocation.shell.readFile(path);
  if (written) return runIn(invocation, language, written, args.slice(at + 1));
  if (path === undefined && streams.stdin)
    return runIn({ ...invocation, streams: { ...streams, stdin: undefined } }, language, streams.stdin, []);
  // PowerShell takes bare words as a command, too.
  const isFile = /^-f(?:ile)?$/i.test(sketch(args[at - 1] ?? []));
  if (path && language === "powershell" && !isFile && !/\.ps1$/i.test(sketch(path)))
    return runIn(invocation, language, joinWords(args.slice(at)), []);
  if (path) invocation.shell.effects.notRead.push({ name: path, why: "which is not there to read" });
  return failingWith([]);
}
