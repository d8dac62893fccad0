import type { HttpRequest } from "../requests/request.js";
import { blend, known, literal, requestsOf, sketch, slice, split, trim, type Text } from "../values/text.js";
import { setPositional } from "../shell/function-call.js";
import { carrying, notice, silent, type Outcome } from "../program/outcome.js";
import type { ShellOptions } from "../shell/shell.js";
import { scalar } from "../shell/words.js";
import { runScriptFile } from "./interpreters.js";
import { joined, type Invocation, type Run } from "./invocation.js";

const OPTION_NAMES: Readonly<Record<string, keyof ShellOptions>> = {
  e: "errexit",
  x: "xtrace",
  errexit: "errexit",
  xtrace: "xtrace",
  pipefail: "pipefail",
};

/** `-euo pipefail`, `-x`, `+x`, `-o xtrace`; gives back what follows the options. */
export function applySet(options: ShellOptions, args: readonly Text[]): readonly Text[] {
  for (let index = 0; index < args.length; index++) {
    const word = sketch(args[index] ?? []);
    if (word === "--") return args.slice(index + 1);
    if (!/^[-+]\w+$/.test(word)) return args.slice(index);
    const on = word.startsWith("-");
    for (const letter of word.slice(1)) {
      const name = letter === "o" ? OPTION_NAMES[sketch(args[++index] ?? [])] : OPTION_NAMES[letter];
      if (name) options[name] = on;
    }
  }
  return [];
}

function set({ shell, args }: Invocation): Outcome {
  const rest = applySet(shell.options, args);
  if (rest.length > 0) setPositional(shell, rest);
  return silent;
}

/** `read X Y`, `read -r -d '' X`, `IFS=, read -ra X`, `mapfile -t X`. */
function read({ shell, args, streams }: Invocation): Outcome {
  const names: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = sketch(args[index] ?? []);
    if (/^-[a-zA-Z]*[dnNpitu]$/.test(word)) index++;
    else if (!word.startsWith("-")) names.push(word);
  }
  const input = streams.stdin;
  if (input === undefined) return silent;
  const fields = names.length > 1 ? split(trim(input), /\s+/g) : [trim(input)];
  names.forEach((name, index) => {
    const final = index === names.length - 1;
    const value = final
      ? fields.slice(index).flatMap((field, i) => (i > 0 ? [literal(" "), ...field] : [...field]))
      : fields[index];
    shell.variables.set(name, scalar(value ?? blend(input)));
  });
  return silent;
}

/** `[ ... ]` and `test`: a look at what it is given, or at the file it names. */
function test({ shell, args }: Invocation): Outcome {
  const files = args.flatMap((arg, index) =>
    /^-[sfer]$/.test(sketch(args[index - 1] ?? [])) ? requestsOf(shell.readFile(arg) ?? []) : [],
  );
  const looked = [...args.flatMap(requestsOf), ...files] as HttpRequest[];
  notice(looked);
  return carrying(looked);
}

function evaluate({ shell, args, streams }: Invocation): Outcome {
  return shell.script(joined(args), streams);
}

function source(invocation: Invocation): Outcome {
  const [path = [], ...args] = invocation.args;
  const file = invocation.shell.find(path);
  if (file) return runScriptFile(invocation.shell, file, args, invocation.streams);
  const written = invocation.shell.readFile(path);
  if (written) return invocation.shell.script(written, invocation.streams);
  invocation.shell.facts.notRead.push(`${sketch(path)}, which it sources`);
  return silent;
}

function shift({ shell, args }: Invocation): Outcome {
  const items = shell.variables.get("@")?.items;
  if (items) setPositional(shell, items.slice(Number(known(args[0] ?? []) ?? 1) || 1));
  return silent;
}

function unset({ shell, args }: Invocation): Outcome {
  for (const arg of args) shell.variables.delete(sketch(arg));
  return silent;
}

/** The assignments were made while the words were expanded; a status that they had is gone. */
const declared: Run = ({ shell, args }) => {
  for (const arg of args) {
    const match = /^([A-Za-z_]\w*)=/.exec(sketch(arg));
    if (match?.[1] !== undefined && !shell.variables.has(match[1]))
      shell.variables.set(match[1], scalar(slice(arg, match[0].length)));
  }
  return silent;
};

/** `exit "$status"` passes on what it is given. */
const exit: Run = ({ shell, args }) => {
  if (args.length === 0) return shell.last;
  const looked = args.flatMap(requestsOf) as HttpRequest[];
  notice(looked);
  return silent;
};

function cd({ shell, args }: Invocation): Outcome {
  const path = known(args.find((arg) => !sketch(arg).startsWith("-")) ?? []);
  if (path !== undefined && path !== "") shell.enter(path);
  return silent;
}

export const builtins: Readonly<Record<string, Run>> = {
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
  return: exit,
  cd,
  pushd: cd,
  popd: () => silent,
  trap: () => silent,
  alias: () => silent,
  shopt: () => silent,
  let: () => silent,
  break: () => silent,
  continue: () => silent,
};
