import type { Attribute, Block } from "../configuration/configuration.js";
import { referencesIn } from "../configuration/expressions/expression.js";
import { evaluate } from "./evaluate.js";
import type { ModuleScope } from "./scope.js";
import { constantValue, withoutPlaces, type SymbolicValue } from "../values/symbolic-value.js";

/** More instances of a block than are looked at one by one. */
const MAX_INSTANCES = 50;

/** The values of an attribute in the instances of its block, where `for_each` tells them apart; else the one that `attribute` gives. */
export function valuesOfInstances(
  module: ModuleScope,
  attribute: Attribute | undefined,
  block: Block,
): readonly SymbolicValue[] {
  const value = module.attribute(attribute, block);
  if (attribute === undefined || value === undefined) return [];
  const instances = block.attributes.has("for_each") && refersToEach(attribute) ? instancesOf(module, block) : [];
  if (instances.length < 2) return [value];
  return instances.map((each) =>
    evaluate(attribute.value(), { module, place: attribute.place, block, bindings: new Map([["each", each]]) }),
  );
}

const refersToEach = (attribute: Attribute): boolean =>
  referencesIn(attribute.value()).some(([first]) => first === "each");

/** `each` in every instance. */
function instancesOf(module: ModuleScope, block: Block): SymbolicValue[] {
  const source = module.attribute(block.attributes.get("for_each"));
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
