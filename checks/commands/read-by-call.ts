import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { joinWords, newline, type Invocation } from "../program/invocation.js";
import type { Language } from "../program/language.js";
import type { HttpRequest } from "../requests/request.js";
import { HOLE, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { LIBRARY_NAMES } from "../vocabulary/request-options.js";
import { runFilter } from "./filters.js";
import { notAScript } from "./not-a-script.js";
import { runIn } from "./run-program.js";

/** Languages of which the calls are read that make a request. */
export type ReadByCall = Extract<Language, "ruby" | "perl" | "php" | "go">;

interface Reading {
  readonly name: string;
  readonly ending: string;
  /** The options that a program stands after. */
  readonly inline: RegExp;
}

const READINGS: Readonly<Record<ReadByCall, Reading>> = {
  ruby: { name: "Ruby", ending: ".rb", inline: /^-[a-zA-Z]*e$/ },
  perl: { name: "Perl", ending: ".pl", inline: /^-[a-zA-Z]*[eE]$/ },
  php: { name: "PHP", ending: ".php", inline: /^(?:-r|--run)$/ },
  go: { name: "Go", ending: ".go", inline: /^(?!)/ },
};
const NAMES: readonly ReadByCall[] = ["ruby", "perl", "php", "go"];

export const isReadByCall = (language: Language | "shell"): language is ReadByCall => language in READINGS;
export const languageByEnding = (path: string): ReadByCall | undefined =>
  NAMES.find((name) => path.toLowerCase().endsWith(READINGS[name].ending));

/** Programs that any of them may start. */
const PROGRAMS = /\b(?:curl|wget)\b/;
/** Without any of these a program requests no token. */
const TOKEN = /token|oauth|grant|secret|auth|sso|login|jwt|assertion/i;

/** `ruby login.rb`, `perl -e …`, `php -r …`, `go run main.go`. */
export function programByCall(invocation: Invocation, language: ReadByCall): ExitStatus {
  const { args, shell, streams } = invocation;
  const { inline, ending } = READINGS[language];
  if (language === "go" && sketch(args[0] ?? []) !== "run") return tellsNothing;
  const isInline = args.map((_, index) => index > 0 && inline.test(sketch(args[index - 1] ?? [])));
  const texts = args.filter((_, index) => isInline[index]);
  // `-n` and `-p` go through what they read; `-rnet/http` and `-MJSON` load a library.
  const isFilter = args.some((arg) => /^-(?![rImMCE])[a-zA-Z]+$/.test(sketch(arg)) && /[np]/.test(sketch(arg)));
  if (texts.length > 0) {
    const text = texts.flatMap((one, index): SymbolicString => (index > 0 ? [newline, ...one] : one));
    if (isFilter || (streams.stdin && !makesRequests(language, sketch(text)))) return runFilter(invocation);
    return readByCall(invocation, language, text, args.slice(isInline.lastIndexOf(true) + 1));
  }
  const at = args.findIndex((arg, index) => !/^-./.test(sketch(arg)) && !(language === "go" && index === 0));
  const path = args[at];
  if (!path || sketch(path) === "-")
    return streams.stdin
      ? readByCall({ ...invocation, streams: { ...streams, stdin: undefined } }, language, streams.stdin, [])
      : tellsNothing;
  const folder: SymbolicString = [...path, literal("/main.go")];
  const file = shell.findFile(path) ?? (language === "go" ? shell.findFile(folder) : undefined);
  if (file && notAScript(invocation, file, path)) return tellsNothing;
  const written = shell.writtenFile(path);
  const text: SymbolicString | undefined = file ? [literal(file.text(), { file, at: 0 })] : written;
  if (text) {
    if (streams.stdin && !makesRequests(language, sketch(text))) return runFilter(invocation);
    return readByCall(invocation, language, text, args.slice(at + 1));
  }
  if (language === "go" || sketch(path).includes("/") || sketch(path).toLowerCase().endsWith(ending))
    shell.effects.notRead.push({ name: path, why: "which is not there to read" });
  return failingWith([]);
}

/** Follows a program, and says so where it makes requests that were not understood and may be for a token. */
export function readByCall(
  invocation: Invocation,
  language: ReadByCall,
  text: SymbolicString,
  args: readonly SymbolicString[],
): ExitStatus {
  const { effects } = invocation.shell;
  const [before, told] = [effects.requests.length, effects.notRead.length];
  const status = runIn(invocation, language, text, args);
  const program = sketch([...text, ...joinWords(invocation.args)]);
  const read = effects.requests.slice(before);
  if (TOKEN.test(program) && effects.notRead.length === told && isLeftUnread(language, program, read))
    effects.notRead.push({ why: `a program in ${READINGS[language].name} that makes requests` });
  return status;
}

const makesRequests = (language: ReadByCall, program: string): boolean =>
  PROGRAMS.test(program) || LIBRARY_NAMES.some((row) => row.language === language && mentions(program, row.name));

/** `HTTP.` is not what ends `Net::HTTP.`. */
function mentions(program: string, name: string): boolean {
  for (let at = program.indexOf(name); at >= 0; at = program.indexOf(name, at + name.length))
    if (!/[\w:]/.test(program[at - 1] ?? "")) return true;
  return false;
}

/** Whether a program mentions a library, or a program, of which no request was read, or one of which next to nothing is known. */
function isLeftUnread(language: ReadByCall, program: string, read: readonly HttpRequest[]): boolean {
  const tools = new Set(read.map(({ tool }) => tool));
  const unaccounted = LIBRARY_NAMES.some(
    (row) =>
      row.language === language && mentions(program, row.name) && !row.libraries.some((library) => tools.has(library)),
  );
  if (unaccounted || (PROGRAMS.test(program) && !tools.has("curl") && !tools.has("wget"))) return true;
  return read.some(
    ({ url }) => sketch(url).replaceAll(HOLE, "") === "" && url.every(({ provenance }) => provenance.length === 0),
  );
}
