import { concrete, hole, literal, sketch, slice, split, trim, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { wrapperNamed, type Wrapper } from "../vocabulary/wrappers.js";
import { recordProcess } from "./external.js";
import { oneOf } from "./options.js";
import { givenIn, withVariables, type Given } from "./given-variables.js";
import { joinWords, type Invocation } from "../program/invocation.js";

export function wrapper(invocation: Invocation): ExitStatus {
  const about = wrapperNamed(invocation.name);
  if (!about) return tellsNothing;
  if (!about.builtin) recordProcess(invocation);
  return startWrapped(invocation, about);
}

/** Starts the command in the arguments of a wrapper; nothing where there is no such command. */
export function startWrapped(invocation: Invocation, about: Wrapper): ExitStatus {
  const { shell, streams, place } = invocation;
  let { args } = invocation;
  if (about.afterDashes) {
    const dashes = args.findIndex((arg) => sketch(arg) === "--");
    if (dashes < 0) return tellsNothing;
    args = args.slice(dashes + 1);
  }
  let operands = about.operands ?? 0;
  let needsVerb = about.verbs !== undefined;
  const given: Given[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? [];
    const whole = sketch(arg);
    const assignment = givenIn(arg);
    if (whole.startsWith("-") && whole !== "-") {
      const script = about.commandLine?.includes(whole)
        ? args[index + 1]
        : invocation.name === "env" && /^(?:-S|--split-string)$/.test(whole)
          ? joinWords(args.slice(index + 1))
          : undefined;
      if (script) return shell.startScript({ script, place }, streams);
      if (about.withValue?.includes(whole)) index++;
    } else if (assignment) given.push(assignment);
    else if (whole === "-" && invocation.name === "env") continue;
    else if (needsVerb) {
      if (!about.verbs?.includes(whole)) return tellsNothing;
      needsVerb = false;
    } else if (operands > 0) operands--;
    else return withVariables(shell, given, () => start(invocation, args.slice(index)));
  }
  return tellsNothing;
}

const start = ({ shell, streams, place }: Invocation, words: readonly SymbolicString[]): ExitStatus =>
  shell.startCommand(words, streams, place);

/** `xargs [-I{}] command`: the command with what is read as further arguments. */
export function xargs(invocation: Invocation): ExitStatus {
  const { shell, args, streams, place } = invocation;
  const { mark, file, command } = xargsOptions(args);
  const input = file ? (shell.readFile(file) ?? [hole({ unread: true })]) : (streams.stdin ?? []);
  const read = trim(input);
  const [name = [literal("echo")], ...rest] = command;
  const given = mark === undefined ? [...rest, ...wordsOf(read)] : rest.map((arg) => replaced(arg, mark, read));
  return shell.startCommand([name, ...given], { ...streams, stdin: undefined }, place);
}

const takesValue = oneOf("-d -E -n -L -P -s --delimiter --max-args --max-chars --max-procs --process-slot-var");

interface XargsOptions {
  /** What is replaced in the command's words. */
  readonly mark: string | undefined;
  /** The file that is read in place of stdin. */
  readonly file: SymbolicString | undefined;
  readonly command: readonly SymbolicString[];
}

/** https://www.gnu.org/software/findutils/manual/html_node/find_html/xargs-options.html: `-i` and `--replace` have their own mark. */
function xargsOptions(args: readonly SymbolicString[]): XargsOptions {
  let mark: string | undefined;
  let file: SymbolicString | undefined;
  let at = 0;
  for (; at < args.length && sketch(args[at] ?? []).startsWith("-"); at++) {
    const arg = args[at] ?? [];
    const [, name = "", value] = /^(--[\w-]+)(=)?/.exec(sketch(arg)) ?? /^(-[a-zA-Z0-9])(.)?/s.exec(sketch(arg)) ?? [];
    const given = value === undefined ? undefined : slice(arg, name.length + (name.startsWith("--") ? 1 : 0));
    const next = (): SymbolicString => given ?? args[++at] ?? [];
    if (name === "-i" || name === "--replace") mark = given ? sketch(given) : "{}";
    else if (name === "-I") mark = sketch(next());
    else if (name === "-a" || name === "--arg-file") file = next();
    else if (takesValue(name)) next();
  }
  return { mark, file, command: args.slice(at) };
}

/** Blanks part the words, but not in quotes. */
function wordsOf(text: SymbolicString): SymbolicString[] {
  const words: SymbolicString[] = [];
  for (const match of sketch(text).matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)) {
    const word = slice(text, match.index, match.index + match[0].length);
    words.push(
      word.map((fragment) =>
        fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replace(/["']/g, "") },
      ),
    );
  }
  return words;
}

function replaced(arg: SymbolicString, mark: string, by: SymbolicString): SymbolicString {
  const [first = [], ...rest] = split(arg, mark);
  return [...first, ...rest.flatMap((part) => [...by, ...part])];
}

const SSH_WITH_VALUE = /^-[bcDEeFIiJLlmOopQRSWw]$/;

/** `ssh host 'command'`: the words are put together and run by the shell over there. */
export function remote(invocation: Invocation): ExitStatus {
  const { args, streams } = invocation;
  let at = invocation.name === "sshpass" ? args.findIndex((arg) => sketch(arg) === "ssh") + 1 : 0;
  while (at < args.length && sketch(args[at] ?? []).startsWith("-"))
    at += SSH_WITH_VALUE.test(sketch(args[at] ?? [])) ? 2 : 1;
  const command = args.slice(at + 1);
  const text = command.length > 0 ? joinWords(command) : streams.stdin;
  if (text === undefined) return tellsNothing;
  const shellAt = /^(?:sudo\s+)?(?:ba|z|da)?sh(?:\s+-s|\s+-[eux]+)*\s*$/.test(concrete(text) ?? "");
  const script = shellAt && streams.stdin ? streams.stdin : text;
  return invocation.shell.startScript({ script, words: [[literal("ssh")]], place: invocation.place }, streams);
}
