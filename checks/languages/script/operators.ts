import { concrete, literal } from "../../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../../values/symbolic-value.js";
import { formatPercent } from "../formatting.js";
import type { ProgramReader } from "../program-reader.js";
import { stringResult, type AbstractValue } from "../abstract-value.js";

export const isEmptyString = ({ content, callable }: AbstractValue): boolean =>
  callable === undefined && content.kind === "text" && concrete(content.fragments) === "";

export function operate(
  { language, host }: ProgramReader,
  operator: string,
  left: AbstractValue,
  right: AbstractValue,
): AbstractValue {
  switch (operator) {
    case "+":
      if (left.content.kind === "list" && right.content.kind === "list")
        return { content: { kind: "list", items: [...left.content.items, ...right.content.items] } };
      return stringResult([...asString(left.content), ...asString(right.content)]);
    case "|":
      if (left.content.kind === "object" && right.content.kind === "object")
        return { content: { kind: "object", entries: new Map([...left.content.entries, ...right.content.entries]) } };
      break;
    case "||":
    case "??":
    case "or":
      return isEmptyString(left) || isFalse(left.content) ? right : left;
    case "&&":
    case "and":
      return isFalse(left.content) ? left : right;
    case "%":
      if (language === "python")
        return stringResult(formatPercent(asString(left.content), right.content, host.taintOf));
      break;
    default: {
      const result = compared(operator, left.content, right.content);
      if (result !== undefined) return constant(result ? "true" : "false");
    }
  }
  // Of a comparison it matters what was looked at.
  return stringResult([...asString(left.content), ...asString(right.content)]);
}

const constant = (text: string): AbstractValue => ({
  content: { kind: "text", fragments: [literal(text)], bare: true },
});

const isFalse = (value: SymbolicValue): boolean =>
  value.kind === "text" &&
  value.bare === true &&
  /^(?:false|null|undefined|none)$/i.test(concrete(value.fragments) ?? "");

/** Of two numbers, which is more. */
function compared(operator: string, left: SymbolicValue, right: SymbolicValue): boolean | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return undefined;
  switch (operator) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "==":
    case "===":
      return a === b;
    case "!=":
    case "!==":
      return a !== b;
    default:
      return undefined;
  }
}

function numberOf(value: SymbolicValue): number | undefined {
  const text = value.kind === "text" && value.bare === true ? concrete(value.fragments) : undefined;
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
