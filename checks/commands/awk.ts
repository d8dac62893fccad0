import { sketch } from "../values/symbolic-string.js";
import type { Invocation } from "../program/invocation.js";

/** An awk program of `BEGIN` rules alone, which ends without having read its input. */
export function readsNothing({ args, shell }: Invocation): boolean {
  const program = args.flatMap((arg, index) => {
    if (sketch(args[index - 1] ?? []) === "-f") return [sketch(shell.readFile(arg) ?? [])];
    return index === 0 && !sketch(arg).startsWith("-") ? [sketch(arg)] : [];
  });
  const lines = program.join("\n").split("\n");
  const rules = lines.filter((line) => /^[^\s}#]/.test(line) && !line.startsWith("function "));
  return rules.length > 0 && rules.every((line) => line.startsWith("BEGIN")) && !/\bgetline\b/.test(program.join());
}
