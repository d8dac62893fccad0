import { append, sketch, slice, hole, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { unescape } from "./output.js";

/** `sed 's/@@SECRET@@/.../'`: the text with what was put in; undefined where the script does something else. */
export function applySed(script: SymbolicString, input: SymbolicString): SymbolicString | undefined {
  const whole = sketch(script);
  const mark = /^s(.)/.exec(whole)?.[1];
  if (mark === undefined || /[\w\s]/.test(mark)) return undefined;
  const middle = nextMark(whole, 2, mark);
  const end = nextMark(whole, middle + 1, mark);
  if (middle < 0 || end < 0) return undefined;
  const pattern = unescape(whole.slice(2, middle).replace(/\\([^\w])/g, "$1"));
  return pattern === "" || /[*[\]^]/.test(pattern)
    ? undefined
    : replaceKnown(input, pattern, slice(script, middle + 1, end));
}

function nextMark(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === mark) return at;
  }
  return -1;
}

/** Every occurrence of known characters replaced, as far as they lie within one fragment. */
export function replaceKnown(input: SymbolicString, pattern: string, by: SymbolicString): SymbolicString {
  return input.flatMap((fragment): SymbolicString => {
    if (!fragment.text?.includes(pattern)) return [fragment];
    return fragment.text
      .split(pattern)
      .flatMap((part, index): SymbolicString => [...(index > 0 ? by : []), { ...fragment, text: part }]);
  });
}

/** `envsubst`: variables of the environment in the text that it reads. */
export function envsubst(invocation: Invocation): ExitStatus {
  const { shell, streams } = invocation;
  emit(
    invocation,
    (streams.stdin ?? []).flatMap((fragment): SymbolicString => {
      if (fragment.text === undefined) return [fragment];
      const result: Fragment[] = [];
      let from = 0;
      for (const match of fragment.text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
        const name = match[1] ?? match[2] ?? "";
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
