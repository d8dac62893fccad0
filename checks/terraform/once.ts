import type { ModuleInstance } from "./module.js";

/** Finds something of a module once, for all who ask. What one block could not pay for, another may. */
export function onceFor<V>(find: (module: ModuleInstance) => V): (module: ModuleInstance) => V {
  const known = new WeakMap<ModuleInstance, { readonly value: V }>();
  return (module) => {
    const before = known.get(module);
    if (before) return before.value;
    const value = find(module);
    if (!module.workspace.budget.isCut) known.set(module, { value });
    return value;
  };
}
