import { basename, dirname, resolve } from "node:path";
import { concrete, literal, hole, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";

/** The words of a command that are no options. */
const operands = (args: readonly SymbolicString[]): string[] =>
  args.map(concrete).filter((word): word is string => word !== undefined && !word.startsWith("-"));

const printed = (invocation: Invocation, path: string | undefined): ExitStatus => {
  emit(invocation, [path === undefined ? hole() : literal(`${path}\n`)]);
  return tellsNothing;
};

/** The script's own path where it is named, as `$0` has it. */
function resolved({ shell }: Invocation, path: string): string {
  const own = concrete(shell.variable("0") ?? []);
  return (path === own ? shell.location : undefined) ?? path;
}

export function folderOf(invocation: Invocation): ExitStatus {
  const [path] = operands(invocation.args);
  return printed(invocation, path === undefined ? undefined : dirname(resolved(invocation, path)));
}

export function fileNameOf(invocation: Invocation): ExitStatus {
  const suffix = invocation.args.findIndex((arg) => /^(?:-s|--suffix)$/.test(sketch(arg)));
  const [path, ending] = operands(invocation.args.filter((_, index) => suffix < 0 || index !== suffix + 1));
  const given = suffix < 0 ? ending : concrete(invocation.args[suffix + 1] ?? []);
  return printed(invocation, path === undefined ? undefined : basename(path, given));
}

export const workingFolder = (invocation: Invocation): ExitStatus =>
  printed(invocation, resolve(invocation.shell.directory));

/** `realpath`, `readlink -f`: where the path leads, as if there were no links. */
export function realPath(invocation: Invocation): ExitStatus {
  const path = operands(invocation.args).at(-1);
  const { directory } = invocation.shell;
  return printed(invocation, path === undefined ? undefined : resolve(directory, resolved(invocation, path)));
}
