import { propagate, concrete, type SymbolicString } from "../values/symbolic-string.js";
import type { WordPart } from "./syntax.js";

type Expansion = Extract<WordPart, { type: "ParameterExpansion" }>;

/** `${X##*$'\n'}`, `${X: -3}`: of an answer with the status appended, the last part is the status. */
export function cut(value: SymbolicString, operation: NonNullable<Expansion["operation"]>): SymbolicString {
  const last =
    (operation.type === "Remove" && operation.operator.startsWith("#")) ||
    (operation.type === "Slice" && operation.offset.text.trim().startsWith("-"));
  if (last && value.some((fragment) => fragment.taint === "response")) return propagate(value, { taint: "status" });
  if (operation.type === "Slice" && value.some((fragment) => fragment.taint === "token"))
    return propagate(value, { taint: "field" });
  const whole = concrete(value);
  if (operation.type === "Remove" && whole !== undefined && !/[*?[]/.test(operation.operand.value.slice(1, -1))) {
    return [
      {
        ...propagate(value)[0],
        provenance: value.flatMap((p) => p.provenance),
        text: removed(whole, operation.operator, operation.operand.value),
      },
    ];
  }
  return propagate(value);
}

/** A command substitution drops the newlines at the end. */
export function trimEnd(text: SymbolicString): SymbolicString {
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
