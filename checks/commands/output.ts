import { concrete, hole, propagate, remade, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { inputFile } from "./input-file.js";
import { emit, joinWords, newline, type Invocation } from "../program/invocation.js";
import { unescaped } from "./escapes.js";
import { linesOf } from "./lines.js";

/** Words such as `-n` are options only where they hold nothing but the letters of echo's options. */
export function echo(invocation: Invocation): ExitStatus {
  let { args } = invocation;
  let options = "";
  while (args[0] && /^-[neE]+$/.test(concrete(args[0]) ?? "")) {
    options += concrete(args[0]) ?? "";
    args = args.slice(1);
  }
  const escapes = options.lastIndexOf("e") > options.lastIndexOf("E");
  const text = joinWords(args);
  // `\\c` ends the output, and its newline with it.
  const end = escapes ? sketch(text).indexOf("\\c") : -1;
  const shown = escapes ? unescaped(end < 0 ? text : slice(text, 0, end)) : text;
  emit(invocation, options.includes("n") || end >= 0 ? shown : [...shown, newline]);
  return tellsNothing;
}

/** Options such as `-n` put more before each line, which then is no longer what was read. */
export function cat(invocation: Invocation): ExitStatus {
  const text = readOperands(invocation);
  emit(invocation, invocation.args.some((arg) => /^-[a-zA-Z]/.test(sketch(arg))) ? propagate(text) : text);
  return tellsNothing;
}

/** The lines in reverse; a text of one line stays what it is. */
export function tac(invocation: Invocation): ExitStatus {
  const text = readOperands(invocation);
  const whole = concrete(text);
  emit(
    invocation,
    whole !== undefined
      ? remade(linesOf(whole).reverse().join(""), text)
      : sketch(text).trimEnd().includes("\n")
        ? propagate(text)
        : text,
  );
  return tellsNothing;
}

/** The files named by the operands, or stdin. */
export function readOperands(
  invocation: Invocation,
  operands: readonly SymbolicString[] = invocation.args.filter((arg) => !/^-./.test(sketch(arg))),
): SymbolicString {
  const { streams } = invocation;
  if (operands.length === 0) return streams.stdin ?? [];
  return operands.flatMap((operand) =>
    concrete(operand) === "-" ? (streams.stdin ?? []) : (inputFile(invocation, operand) ?? [hole({ unread: true })]),
  );
}

export function tee(invocation: Invocation): ExitStatus {
  const text = invocation.streams.stdin ?? [];
  const append = invocation.args.some((arg) => /^(?:-a|--append)$/.test(sketch(arg)));
  for (const file of invocation.args.filter((arg) => !sketch(arg).startsWith("-"))) {
    if (["/dev/stderr", "/dev/tty", "/dev/fd/2"].includes(sketch(file)))
      emit(invocation, text, "tee", invocation.streams.err);
    else if (sketch(file) !== "/dev/null") {
      invocation.shell.writeFile(file, text, append);
    }
  }
  emit(invocation, text);
  return tellsNothing;
}
