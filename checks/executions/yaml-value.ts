import { isMap, isScalar, isSeq, type Node } from "yaml";
import { ProgramSource } from "../program/program-source.js";
import { sketch, type SymbolicString } from "../values/symbolic-string.js";
import { stringValue, UNKNOWN, type SymbolicValue } from "../values/symbolic-value.js";
import { parseYaml, textOf } from "./cloud-config.js";

/** Deeper no manifest lies. */
const MAX_DEPTH = 30;

/** What a document in YAML says, as far as it is a mapping or a list. */
export function yamlValue(text: SymbolicString): SymbolicValue {
  const source = new ProgramSource(text);
  return valueOf(source, parseYaml(source.text).contents, 0);
}

function valueOf(source: ProgramSource, node: Node | null, depth: number): SymbolicValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (isSeq<Node>(node)) return { kind: "list", items: node.items.map((item) => valueOf(source, item, depth + 1)) };
  if (isScalar(node)) return stringValue(textOf(source, node));
  if (!isMap<Node, Node | null>(node)) return UNKNOWN;
  return {
    kind: "object",
    entries: new Map(
      node.items.map(({ key, value }) => [
        isScalar(key) ? sketch(textOf(source, key)) : "",
        valueOf(source, value, depth + 1),
      ]),
    ),
  };
}
