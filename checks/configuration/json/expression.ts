import type { Expression } from "../expressions/expression.js";
import { parseTemplate } from "../expressions/parse.js";
import { memoized } from "../memo.js";

const templateOf = memoized(parseTemplate);

/** Deeper nesting than configuration has, and shallower than the stack. */
const MAX_DEPTH = 100;

/** A value of Terraform's JSON as the expression that Terraform makes of it: every string is a template. */
export function jsonExpression(json: unknown, depth = 0): Expression {
  if (depth > MAX_DEPTH) return { kind: "unknown", at: 0 };
  if (typeof json === "string") return plain(json) ? { kind: "literal", value: json, at: 0 } : templateOf(json);
  if (Array.isArray(json)) return { kind: "list", items: json.map((item) => jsonExpression(item, depth + 1)), at: 0 };
  if (typeof json === "object" && json !== null) {
    const entries = Object.entries(json)
      .filter(([name]) => name !== "//")
      .map(([name, value]) => ({ key: jsonExpression(name, depth + 1), value: jsonExpression(value, depth + 1) }));
    return { kind: "object", entries, at: 0 };
  }
  if (typeof json === "number" || typeof json === "boolean" || json === null)
    return { kind: "literal", value: json, at: 0 };
  return { kind: "unknown", at: 0 };
}

const plain = (text: string): boolean => !text.includes("${") && !text.includes("%{");
