import { ModuleInstance } from "../resolve/module.js";
import type { Context } from "./context.js";

/** Follows everything that one root module and the modules it calls would run. */
export function analyse(root: ModuleInstance): Context {
  return { modules: instancesBelow(root), activities: [], tokenRequests: [], undetermined: [] };
}

function instancesBelow(root: ModuleInstance): ModuleInstance[] {
  const all = [root];
  for (let index = 0; index < all.length; index++) {
    const module = all[index];
    for (const block of module?.directory.blocks ?? []) {
      const child = block.type === "module" ? module?.child(block.labels[0] ?? "") : undefined;
      // A ring or a tree of modules without end is nothing that Terraform would load.
      if (child && all.length < 500) all.push(child);
    }
  }
  return all;
}
