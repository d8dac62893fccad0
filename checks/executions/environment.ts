import type { Block } from "../configuration/configuration.js";
import { scalar, type Variable } from "../program/variable.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { SymbolicValue } from "../values/symbolic-value.js";
import { asString } from "../values/symbolic-value.js";

/** The `environment` of a provisioner, by name. */
export function environmentOf(module: ModuleInstance, block: Block, owner: Block): ReadonlyMap<string, SymbolicValue> {
  const value = module.attribute(block.attributes.get("environment"), owner);
  return value?.kind === "object" ? value.entries : new Map();
}

export const shellVariables = (environment: ReadonlyMap<string, SymbolicValue>): Map<string, Variable> =>
  new Map([...environment].map(([name, value]) => [name, scalar(asString(value))]));
