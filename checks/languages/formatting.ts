import { append, literal, unknown, type Piece, type Text } from "../values/text.js";
import { asText, type Value } from "../values/value.js";
import { keyword, memberOf, positional, type Argument } from "./thing.js";

/** `"...%s..." % (a, b)` and `"...%(name)s..." % {...}`. */
export function percent(pattern: Text, values: Value): Text {
  const items = values.kind === "list" ? values.items : [values];
  let next = 0;
  const result: Piece[] = [];
  for (const piece of pattern) {
    if (piece.text === undefined) {
      result.push(piece);
      continue;
    }
    let from = 0;
    for (const match of piece.text.matchAll(/%(?:%|(?:\((\w+)\))?[-#0 +]*(?:[1-9]\d*)?[a-z])/g)) {
      result.push({ ...piece, text: piece.text.slice(from, match.index) });
      from = match.index + match[0].length;
      const name = match[1];
      if (match[0] === "%%") result.push(literal("%"));
      else if (name !== undefined) append(result, asText(memberOf({ value: values }, name)));
      else append(result, asText(items[next++] ?? { kind: "list", items: [] }));
    }
    result.push({ ...piece, text: piece.text.slice(from) });
  }
  return result;
}

/** The string that is formatted: `{}`, `{0}`, `{name}`. */
export function formatted(pattern: Text, args: readonly Argument[]): Text {
  let next = 0;
  return pattern.flatMap((piece): Piece[] => {
    if (piece.text === undefined) return [piece];
    const result: Piece[] = [];
    let from = 0;
    for (const match of piece.text.matchAll(/\{(\w*)(?:[.[:][^{}]*)?\}/g)) {
      result.push({ ...piece, text: piece.text.slice(from, match.index) });
      from = match.index + match[0].length;
      const name = match[1] ?? "";
      const value =
        name === ""
          ? positional(args, next++)
          : /^\d+$/.test(name)
            ? positional(args, Number(name))
            : keyword(args, name);
      append(result, value ? asText(value.value) : [unknown()]);
    }
    return [...result, { ...piece, text: piece.text.slice(from).replaceAll("{{", "{").replaceAll("}}", "}") }];
  });
}
