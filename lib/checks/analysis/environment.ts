import type { Block } from "../model/configuration.js";
import type { ModuleInstance } from "../resolve/module.js";
import type { Value } from "../resolve/value.js";
import { asText } from "../resolve/value.js";
import { scalar, type Variable } from "../shell/words.js";

/** The `environment` of a provisioner, by name. */
export function environmentOf(module: ModuleInstance, block: Block, owner: Block): ReadonlyMap<string, Value> {
  const value = module.attribute(block.attributes.get("environment"), owner);
  return value?.kind === "object" ? value.entries : new Map();
}

export const shellVariables = (environment: ReadonlyMap<string, Value>): Map<string, Variable> =>
  new Map([...environment].map(([name, value]) => [name, scalar(asText(value))]));
