import { concrete, literal, sketch, slice, trim, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { baseName } from "../program/command-name.js";
import { scalar } from "../program/variable.js";
import { languageOf } from "../vocabulary/interpreters.js";
import { isRequestProgram } from "../vocabulary/programs.js";
import { wrapperNamed } from "../vocabulary/wrappers.js";
import { recordProcess } from "./external.js";
import { curl } from "./curl.js";
import { joinWords, type Invocation } from "../program/invocation.js";

export function wrapper(invocation: Invocation): ExitStatus {
  const about = wrapperNamed(invocation.name);
  if (!about?.builtin) recordProcess(invocation);
  let { args } = invocation;
  if (about?.afterDashes) {
    const dashes = args.findIndex((arg) => sketch(arg) === "--");
    if (dashes < 0) return tellsNothing;
    args = args.slice(dashes + 1);
  }
  let operands = about?.operands ?? 0;
  const { variables } = invocation.shell;
  const before = new Map(variables);
  const run = (words: readonly SymbolicString[]): ExitStatus => {
    const status = start(invocation, words);
    // What the command was given is gone with it.
    for (const name of assigned) restore(variables, name, before.get(name));
    return status;
  };
  const assigned: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? [];
    const whole = sketch(arg);
    const assignment = /^([A-Za-z_]\w*)=/.exec(whole);
    if (whole.startsWith("-") && whole !== "-") {
      if ((whole === "-c" || whole === "--command") && invocation.name === "flock")
        return invocation.shell.startScript(
          { script: args[index + 1] ?? [], place: invocation.place },
          invocation.streams,
        );
      if (invocation.name === "env" && /^(?:-S|--split-string)$/.test(whole))
        return invocation.shell.startScript(
          { script: joinWords(args.slice(index + 1)), place: invocation.place },
          invocation.streams,
        );
      if (about?.withValue?.includes(whole)) index++;
    } else if (assignment?.[1] !== undefined)
      assigned.push(set(variables, assignment[1], slice(arg, assignment[0].length)));
    else if (whole === "-" && invocation.name === "env") continue;
    else if (operands > 0) operands--;
    else return run(args.slice(index));
  }
  for (const name of assigned) restore(variables, name, before.get(name));
  return tellsNothing;
}

type Variables = Invocation["shell"]["variables"];

function set(variables: Variables, name: string, value: SymbolicString): string {
  variables.set(name, scalar(value));
  return name;
}

function restore(variables: Variables, name: string, before: ReturnType<typeof scalar> | undefined): void {
  if (before) variables.set(name, before);
  else variables.delete(name);
}

const start = ({ shell, streams, place }: Invocation, words: readonly SymbolicString[]): ExitStatus =>
  shell.startCommand(words, streams, place);

/** `xargs [-I{}] command`: the command with what is read as further arguments. */
export function xargs(invocation: Invocation): ExitStatus {
  const { args, streams } = invocation;
  let at = 0;
  let mark: string | undefined;
  for (; at < args.length && sketch(args[at] ?? []).startsWith("-"); at++) {
    const option = sketch(args[at] ?? []);
    if (option.startsWith("-I")) mark = option.length > 2 ? option.slice(2) : sketch(args[++at] ?? []);
    else if (/^-[dEnLPsa]$/.test(option)) at++;
  }
  const command = args[at] ?? [literal("echo")];
  const read = trim(streams.stdin ?? []);
  const rest = args.slice(at + 1);
  const given = mark === undefined ? [...rest, ...wordsOf(read)] : rest.map((arg) => replaced(arg, mark, read));
  return invocation.shell.startCommand([command, ...given], { ...streams, stdin: undefined }, invocation.place);
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
  const at = sketch(arg).indexOf(mark);
  return at < 0 ? arg : [...slice(arg, 0, at), ...by, ...slice(arg, at + mark.length)];
}

const isProgram = (name: string): boolean => name === "env" || isRequestProgram(name) || languageOf(name) !== undefined;

/** `docker run image curl ...`, `kubectl exec pod -- sh -c ...`: what runs inside is the first program that is known. */
export function container(invocation: Invocation): ExitStatus {
  const { args } = invocation;
  args.forEach((arg, index) => {
    const pair = /^(?:-e|--env)$/.test(sketch(arg)) ? args[index + 1] : undefined;
    const match = pair && /^([A-Za-z_]\w*)=/.exec(sketch(pair));
    if (pair && match?.[1] !== undefined)
      invocation.shell.variables.set(match[1], scalar(slice(pair, match[0].length)));
  });
  const image = args.findIndex(
    (arg) =>
      /(?:^|\/)(?:alpine-)?curl(?:images)?(?:\/curl)?(?::[\w.-]+)?$/.test(sketch(arg)) && /[/:]/.test(sketch(arg)),
  );
  const program = args.findIndex((arg, index) => isProgram(baseName(sketch(arg))) && index !== image);
  if (program > 0 && !/[/:]/.test(sketch(args[program] ?? []).replace(/^\/(?:usr\/)?bin\//, "")))
    return start(invocation, args.slice(program));
  if (image >= 0) {
    const rest = args.slice(image + 1);
    return curl({ ...invocation, name: "curl", args: sketch(rest[0] ?? []) === "--" ? rest.slice(1) : rest });
  }
  return tellsNothing;
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
