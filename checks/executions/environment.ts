import type { Block } from "../configuration/configuration.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { Value } from "../values/value.js";
import { asText } from "../values/value.js";
import { scalar, type Variable } from "../shell/words.js";

/** The `environment` of a provisioner, by name. */
export function environmentOf(module: ModuleInstance, block: Block, owner: Block): ReadonlyMap<string, Value> {
  const value = module.attribute(block.attributes.get("environment"), owner);
  return value?.kind === "object" ? value.entries : new Map();
}

export const shellVariables = (environment: ReadonlyMap<string, Value>): Map<string, Variable> =>
  new Map([...environment].map(([name, value]) => [name, scalar(asText(value))]));
