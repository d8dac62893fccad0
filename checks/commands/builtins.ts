import {
  propagate,
  concrete,
  literal,
  requestsOf,
  sketch,
  slice,
  split,
  trim,
  type SymbolicString,
} from "../values/symbolic-string.js";
import { failingWith, markFailureChecked, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { applyFlags } from "../program/shell-options.js";
import { scalar } from "../program/variable.js";
import { joinWords, type Invocation, type RunCommand } from "../program/invocation.js";
import { notAScript } from "./not-a-script.js";

function set({ shell, args, place }: Invocation): ExitStatus {
  const { xtrace } = shell.options;
  const rest = applyFlags(shell.options, args);
  if (shell.options.xtrace && !xtrace) shell.tracedFrom = place;
  if (rest.length > 0) shell.setPositional(rest);
  return tellsNothing;
}

/** `read X Y`, `read -r -d '' X`, `IFS=, read -ra X`, `mapfile -t X`. */
function read({ shell, args, streams }: Invocation): ExitStatus {
  const names: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = sketch(args[index] ?? []);
    if (/^-[a-zA-Z]*[dnNpitu]$/.test(word)) index++;
    else if (!word.startsWith("-")) names.push(word);
  }
  const input = streams.stdin;
  if (input === undefined) return tellsNothing;
  if (input.length > 0 && input.every(({ unread }) => unread)) {
    // Then the names are all that tells what they hold.
    for (const name of names) shell.variables.delete(name);
    return tellsNothing;
  }
  const fields = names.length > 1 ? split(trim(input), /\s+/g) : [trim(input)];
  names.forEach((name, index) => {
    const final = index === names.length - 1;
    const value = final
      ? fields.slice(index).flatMap((field, i) => (i > 0 ? [literal(" "), ...field] : [...field]))
      : fields[index];
    shell.variables.set(name, scalar(value ?? propagate(input)));
  });
  return tellsNothing;
}

/** `[ ... ]` and `test`: a look at what it is given, or at the file it names. */
function test({ shell, args }: Invocation): ExitStatus {
  const files = args.flatMap((arg, index) =>
    /^-[sfer]$/.test(sketch(args[index - 1] ?? [])) ? requestsOf(shell.readFile(arg) ?? []) : [],
  );
  const looked = [...args.flatMap(requestsOf), ...files];
  markFailureChecked(looked);
  return failingWith(looked);
}

function evaluate({ shell, args, streams }: Invocation): ExitStatus {
  return shell.runScript(joinWords(args), streams);
}

function source(invocation: Invocation): ExitStatus {
  const [path = [], ...args] = invocation.args;
  const file = invocation.shell.findFile(path);
  if (file && notAScript(invocation, file, path)) return tellsNothing;
  if (file) {
    if (args.length > 0) invocation.shell.setPositional(args);
    return invocation.shell.runScript([literal(file.text(), { file, at: 0 })], invocation.streams);
  }
  const written = invocation.shell.readFile(path);
  if (written) return invocation.shell.runScript(written, invocation.streams);
  invocation.shell.effects.notRead.push({ name: path, why: "which it sources" });
  return tellsNothing;
}

function shift({ shell, args }: Invocation): ExitStatus {
  const items = shell.variables.get("@")?.items;
  if (items) shell.setPositional(items.slice(Number(concrete(args[0] ?? []) ?? 1) || 1));
  return tellsNothing;
}

function unset({ shell, args }: Invocation): ExitStatus {
  for (const arg of args) shell.variables.delete(sketch(arg));
  return tellsNothing;
}

/** The assignments were made while the words were expanded; a status that they had is gone. */
const declared: RunCommand = ({ shell, args }) => {
  for (const arg of args) {
    const match = /^([A-Za-z_]\w*)=/.exec(sketch(arg));
    if (match?.[1] !== undefined && !shell.variables.has(match[1]))
      shell.variables.set(match[1], scalar(slice(arg, match[0].length)));
  }
  return tellsNothing;
};

/** `exit "$status"` passes on what it is given; `exit 1` tells of what led there. */
const exit: RunCommand = ({ shell, args }) => {
  if (args.length === 0) return shell.lastStatus;
  const looked = args.flatMap(requestsOf);
  markFailureChecked(looked);
  if (mayFail(args)) shell.endWith(shell.failedBefore());
  return tellsNothing;
};

/** The status of a function is for its caller to look at. */
const leaveFunction: RunCommand = ({ shell, args }) => {
  if (args.length === 0) return shell.lastStatus;
  const looked = args.flatMap(requestsOf);
  markFailureChecked(looked);
  return mayFail(args) ? failingWith(shell.failedBefore()) : tellsNothing;
};

const mayFail = (args: readonly SymbolicString[]): boolean => concrete(args[0] ?? []) !== "0";

const fail: RunCommand = ({ shell }) => failingWith(shell.failedBefore());

/** `wait $!` has the status of that process; `wait` alone that of none. */
const wait: RunCommand = ({ shell, args }) => {
  const operands = args.filter((arg) => !sketch(arg).startsWith("-"));
  const jobs = args.length > 0 && operands.length === 0 ? [shell.variable("!") ?? []] : operands;
  return failingWith(jobs.flatMap(requestsOf));
};

/** `trap '…; exit 1' ERR` ends the script where `set -e` would. */
const trap: RunCommand = ({ shell, args }) => {
  const [handler, ...signals] = args;
  if (handler && signals.some((signal) => sketch(signal) === "ERR") && shell.endsWithFailure(sketch(handler)))
    shell.options.errexit = true;
  return tellsNothing;
};

function cd({ shell, args }: Invocation): ExitStatus {
  const path = concrete(args.find((arg) => !sketch(arg).startsWith("-")) ?? []);
  if (path !== undefined && path !== "") shell.changeDirectory(path);
  return tellsNothing;
}

export const builtins: Readonly<Record<string, RunCommand>> = {
  set,
  read,
  mapfile: read,
  readarray: read,
  "[": test,
  test,
  eval: evaluate,
  source,
  ".": source,
  shift,
  unset,
  export: declared,
  local: declared,
  declare: declared,
  typeset: declared,
  readonly: declared,
  exit,
  return: leaveFunction,
  false: fail,
  wait,
  cd,
  pushd: cd,
  popd: () => tellsNothing,
  trap,
  alias: () => tellsNothing,
  shopt: () => tellsNothing,
  let: () => tellsNothing,
  break: () => tellsNothing,
  continue: () => tellsNothing,
};
