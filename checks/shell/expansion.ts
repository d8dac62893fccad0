import { blend, known, type Text } from "../values/text.js";
import type { WordPart } from "./syntax.js";

type Expansion = Extract<WordPart, { type: "ParameterExpansion" }>;

/** `${X##*$'\n'}`, `${X: -3}`: of an answer with the status appended, the last part is the status. */
export function cut(value: Text, operation: NonNullable<Expansion["operation"]>): Text {
  const last =
    (operation.type === "Remove" && operation.operator.startsWith("#")) ||
    (operation.type === "Slice" && operation.offset.text.trim().startsWith("-"));
  if (last && value.some((piece) => piece.nature === "response")) return blend(value, { nature: "status" });
  if (operation.type === "Slice" && value.some((piece) => piece.nature === "token"))
    return blend(value, { nature: "field" });
  const whole = known(value);
  if (operation.type === "Remove" && whole !== undefined && !/[*?[]/.test(operation.operand.value.slice(1, -1))) {
    return [
      {
        ...blend(value)[0],
        refs: value.flatMap((p) => p.refs),
        text: removed(whole, operation.operator, operation.operand.value),
      },
    ];
  }
  return blend(value);
}

/** A command substitution drops the newlines at the end. */
export function trimEnd(text: Text): Text {
  const last = text.at(-1);
  if (last?.text === undefined || !last.text.endsWith("\n")) return text;
  let end = last.text.length;
  while (last.text[end - 1] === "\n") end--;
  return [...text.slice(0, -1), { ...last, text: last.text.slice(0, end) }];
}

function removed(whole: string, operator: string, pattern: string): string {
  const front = operator.startsWith("#");
  if (!pattern.startsWith("*") && !pattern.endsWith("*")) {
    if (front) return whole.startsWith(pattern) ? whole.slice(pattern.length) : whole;
    return whole.endsWith(pattern) ? whole.slice(0, whole.length - pattern.length) : whole;
  }
  const mark = pattern.replace(/^\*|\*$/g, "");
  const at =
    operator.length === 2
      ? front
        ? whole.lastIndexOf(mark)
        : whole.indexOf(mark)
      : front
        ? whole.indexOf(mark)
        : whole.lastIndexOf(mark);
  if (at < 0) return whole;
  return front ? whole.slice(at + mark.length) : whole.slice(0, at);
}
