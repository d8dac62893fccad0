import type { Attribute, Block } from "../configuration/configuration.js";
import { referencesIn } from "../configuration/expressions/expression.js";
import { dynamicSource } from "./dynamic.js";
import { evaluate } from "./evaluate.js";
import type { ModuleScope } from "./scope.js";
import { constantValue, withoutPlaces, type SymbolicValue } from "../values/symbolic-value.js";

/** More instances of a block than are looked at one by one. */
const MAX_INSTANCES = 50;

/**
 * The values of an attribute in the instances of its block, where `for_each` tells them apart, its own or that of a `dynamic` block
 * in it; else the one that `attribute` gives.
 */
export function valuesOfInstances(
  module: ModuleScope,
  attribute: Attribute | undefined,
  block: Block,
): readonly SymbolicValue[] {
  const value = module.attribute(attribute, block);
  if (attribute === undefined || value === undefined) return [];
  const [name, source] = iterationOf(attribute, block) ?? [];
  const instances = name === undefined ? [] : instancesOf(module.attribute(source, block));
  if (name === undefined || instances.length < 2) return [value];
  return instances.map((item) =>
    evaluate(attribute.value(), { module, place: attribute.place, block, bindings: new Map([[name, item]]) }),
  );
}

/** What an attribute refers to of the items that its block, or a `dynamic` block around it, goes through. */
function iterationOf(attribute: Attribute, block: Block): [string, Attribute] | undefined {
  for (const [first = ""] of referencesIn(attribute.value())) {
    const source = first === "each" ? block.attributes.get("for_each") : dynamicSource(block, first);
    if (source) return [first, source];
  }
  return undefined;
}

/** `each` in every instance. */
function instancesOf(source: SymbolicValue | undefined): SymbolicValue[] {
  const each = (key: SymbolicValue, value: SymbolicValue): SymbolicValue => ({
    kind: "object",
    entries: new Map([
      ["key", key],
      ["value", value],
    ]),
  });
  if (source?.kind === "object")
    return [...source.entries].slice(0, MAX_INSTANCES).map(([key, value]) => each(constantValue(key), value));
  return source?.kind === "list"
    ? source.items
        .slice(0, MAX_INSTANCES)
        .map(withoutPlaces)
        .map((item) => each(item, item))
    : [];
}
