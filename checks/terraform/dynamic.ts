import type { Attribute, Block } from "../configuration/configuration.js";

const MAX_DEPTH = 6;

/** What a `dynamic` block within another goes through, by the name that its items have in it: its label, or `iterator`. */
export function dynamicSource(block: Block, name: string, depth = 0): Attribute | undefined {
  if (depth > MAX_DEPTH) return undefined;
  for (const inner of block.blocks) {
    const source =
      inner.type === "dynamic" && iteratorOf(inner) === name ? inner.attributes.get("for_each") : undefined;
    const found = source ?? (inner === block ? undefined : dynamicSource(inner, name, depth + 1));
    if (found) return found;
  }
  return undefined;
}

function iteratorOf(dynamic: Block): string | undefined {
  const iterator = dynamic.attributes.get("iterator")?.value();
  if (iterator?.kind === "reference") return iterator.path[0];
  return iterator?.kind === "literal" ? String(iterator.value) : dynamic.labels[0];
}
