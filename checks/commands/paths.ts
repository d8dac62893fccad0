import { basename, dirname, resolve } from "node:path";
import { known, literal, unknown, type Text } from "../values/text.js";
import { silent, type Outcome } from "../program/outcome.js";
import { emit, type Invocation } from "./invocation.js";

/** The words of a command that are no options. */
const operands = (args: readonly Text[]): string[] =>
  args.map(known).filter((word): word is string => word !== undefined && !word.startsWith("-"));

const printed = (invocation: Invocation, path: string | undefined): Outcome => {
  emit(invocation, [path === undefined ? unknown() : literal(`${path}\n`)]);
  return silent;
};

/** The script's own path where it is named, as `$0` has it. */
function resolved({ shell }: Invocation, path: string): string {
  const own = known(shell.variable("0") ?? []);
  return (path === own ? shell.location : undefined) ?? path;
}

export function folderOf(invocation: Invocation): Outcome {
  const [path] = operands(invocation.args);
  return printed(invocation, path === undefined ? undefined : dirname(resolved(invocation, path)));
}

export function fileNameOf(invocation: Invocation): Outcome {
  const [path, ending] = operands(invocation.args);
  return printed(invocation, path === undefined ? undefined : basename(path, ending));
}

export const workingFolder = (invocation: Invocation): Outcome =>
  printed(invocation, resolve(invocation.shell.directory));

/** `realpath`, `readlink -f`: where the path leads, as if there were no links. */
export function realPath(invocation: Invocation): Outcome {
  const path = operands(invocation.args).at(-1);
  const { directory } = invocation.shell;
  return printed(invocation, path === undefined ? undefined : resolve(directory, resolved(invocation, path)));
}
