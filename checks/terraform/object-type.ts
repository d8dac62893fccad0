import type { Expression } from "../configuration/expressions/expression.js";
import { hole } from "../values/symbolic-string.js";
import { stringValue, type SymbolicValue } from "../values/symbolic-value.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** Types with more attributes, or deeper ones, than anybody hands to a request. */
const MAX_ATTRIBUTES = 50;
const MAX_DEPTH = 4;

/** What is not known yet, with the attributes that its type gives it: `object({ client_id = string })`. */
export function ofObjectType(
  type: Expression | undefined,
  vocabulary: Vocabulary,
  depth = 0,
): SymbolicValue | undefined {
  if (type?.kind !== "call" || depth > MAX_DEPTH) return undefined;
  const [first] = type.args;
  if (type.name === "optional") return ofObjectType(first, vocabulary, depth + 1);
  if (type.name !== "object" || first?.kind !== "object" || first.entries.length > MAX_ATTRIBUTES) return undefined;
  const entries = first.entries.flatMap(({ key, value }): [string, SymbolicValue][] => {
    const name = attributeName(key);
    if (name === undefined) return [];
    return [[name, ofObjectType(value, vocabulary, depth + 1) ?? stringValue([hole(vocabulary.taintOf(name))])]];
  });
  return { kind: "object", entries: new Map(entries) };
}

/** The name of an attribute in a type, which is written with quotes or without. */
export function attributeName(key: Expression): string | undefined {
  if (key.kind === "reference") return key.path[0];
  return key.kind === "literal" ? String(key.value) : undefined;
}
