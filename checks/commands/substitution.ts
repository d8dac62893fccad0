import { append, sketch, slice, unknown, type Piece, type Text } from "../values/text.js";
import { silent, type Outcome } from "../program/outcome.js";
import { emit, type Invocation } from "./invocation.js";
import { unescape } from "./output.js";

/** `sed 's/@@SECRET@@/.../'`: the text with what was put in; undefined where the script does something else. */
export function substituted(script: Text, input: Text): Text | undefined {
  const whole = sketch(script);
  const mark = /^s(.)/.exec(whole)?.[1];
  if (mark === undefined || /[\w\s]/.test(mark)) return undefined;
  const middle = nextMark(whole, 2, mark);
  const end = nextMark(whole, middle + 1, mark);
  if (middle < 0 || end < 0) return undefined;
  const pattern = unescape(whole.slice(2, middle).replace(/\\([^\w])/g, "$1"));
  return pattern === "" || /[*[\]^]/.test(pattern)
    ? undefined
    : replaced(input, pattern, slice(script, middle + 1, end));
}

function nextMark(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === mark) return at;
  }
  return -1;
}

/** Every occurrence of known characters replaced, as far as they lie within one piece. */
export function replaced(input: Text, pattern: string, by: Text): Text {
  return input.flatMap((piece): Text => {
    if (!piece.text?.includes(pattern)) return [piece];
    return piece.text
      .split(pattern)
      .flatMap((part, index): Text => [...(index > 0 ? by : []), { ...piece, text: part }]);
  });
}

/** `envsubst`: variables of the environment in the text that it reads. */
export function envsubst(invocation: Invocation): Outcome {
  const { shell, streams } = invocation;
  emit(
    invocation,
    (streams.stdin ?? []).flatMap((piece): Text => {
      if (piece.text === undefined) return [piece];
      const result: Piece[] = [];
      let from = 0;
      for (const match of piece.text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
        const name = match[1] ?? match[2] ?? "";
        result.push({ ...piece, text: piece.text.slice(from, match.index) });
        from = match.index + match[0].length;
        const value = shell.variable(name) ?? [unknown(shell.natureOf(name))];
        const refs = [{ scope: "shell", address: name }];
        append(
          result,
          value.map((part) => ({ ...part, expanded: true, refs: [...part.refs, ...refs] })),
        );
      }
      return [...result, { ...piece, text: piece.text.slice(from) }];
    }),
  );
  return silent;
}
