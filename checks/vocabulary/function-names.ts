/** A name by which a script tells what a function of its own, or a command, is for. */
export interface FunctionName {
  readonly name: string;
  /** Ends the program with a failure, or only tells of something. */
  readonly does: "fails" | "tells";
  readonly source: string;
}

/** Where no page names it so: a case of the corpus that does. */
const COMMON = "corpus/open/names-in-common-use";
const POSIX = "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/";

const fails = (source: string, ...names: string[]): FunctionName[] =>
  names.map((name) => ({ name, does: "fails", source }));
const tells = (source: string, ...names: string[]): FunctionName[] =>
  names.map((name) => ({ name, does: "tells", source }));

export const FUNCTION_NAMES: readonly FunctionName[] = [
  ...fails("https://perldoc.perl.org/functions/die", "die"),
  ...fails("https://perldoc.perl.org/Carp", "croak"),
  ...fails("https://pubs.opengroup.org/onlinepubs/9799919799/functions/abort.html", "abort"),
  ...fails("https://pkg.go.dev/builtin#panic", "panic"),
  ...fails(COMMON, "fail", "bail", "fatal", "error", "err", "error_exit", "err_exit", "exit_with_error", "throw"),
  ...["echo", "printf", "logger", "true"].flatMap((name) => tells(`${POSIX}${name}.html`, name)),
  ...tells("https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html", ":"),
  ...tells(COMMON, "log", "warn", "warning", "info", "notice"),
];

const DOES = new Map(FUNCTION_NAMES.map(({ name, does }) => [name, does]));

export const functionDoes = (name: string): FunctionName["does"] | undefined => DOES.get(name.toLowerCase());
