import { append, concrete, sketch, hole, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";

const VARIABLE = /\$(?:\{(\w+)\}|(\w+))/g;

/** `envsubst`: variables of the environment in the text that it reads; with an operand, those that it names. */
export function envsubst(invocation: Invocation): ExitStatus {
  const { shell, streams, args } = invocation;
  const operand = args.find((arg) => !sketch(arg).startsWith("-"));
  const named = operand && new Set([...sketch(operand).matchAll(VARIABLE)].map((match) => match[1] ?? match[2]));
  const all = operand !== undefined && concrete(operand) === undefined;
  emit(
    invocation,
    (streams.stdin ?? []).flatMap((fragment): SymbolicString => {
      if (fragment.text === undefined) return [fragment];
      const result: Fragment[] = [];
      let from = 0;
      for (const match of fragment.text.matchAll(VARIABLE)) {
        const name = match[1] ?? match[2] ?? "";
        if (named && !all && !named.has(name)) continue;
        result.push({ ...fragment, text: fragment.text.slice(from, match.index) });
        from = match.index + match[0].length;
        const value = shell.variable(name) ?? [hole(shell.taintOf(name))];
        const provenance = [{ scope: "shell", address: name }];
        append(
          result,
          value.map((part) => ({ ...part, expanded: true, provenance: [...part.provenance, ...provenance] })),
        );
      }
      return [...result, { ...fragment, text: fragment.text.slice(from) }];
    }),
  );
  return tellsNothing;
}
