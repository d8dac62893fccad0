import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate, type Names } from "./evaluate.js";
import type { Stack } from "./stacks.js";
import { NotKnown, type Value } from "./value.js";
import { valuesOf, variableFiles, variableValue } from "./variables.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a stack's names stand for, each evaluated when it is asked for, and what is wrong with its files of variables. */
export function namesOf(
  stack: Stack,
  varFiles: readonly string[],
  environment: Environment,
): { readonly names: Names; readonly faults: readonly string[] } {
  const files = valuesOf(variableFiles(stack.folder, process.cwd(), varFiles));
  const locals = new Map(
    stack.blocks.filter(({ type }) => type === "locals").flatMap(({ attributes }) => [...attributes]),
  );
  const open = new Set<string>();
  const names: Names = {
    variable: (name) => variableValue(name, stack.blocks, environment, files.values),
    local: (name): Value => {
      const value = locals.get(name)?.value();
      if (!value || open.has(name))
        throw new NotKnown(`the local value "${name}" ${value ? "refers to itself" : "is not in the stack"}`, true);
      open.add(name);
      try {
        return evaluate(value, names);
      } finally {
        open.delete(name);
      }
    },
    workspace: workspaceOf(stack.folder, environment),
    workingDirectory: stack.folder,
  };
  return { names, faults: files.problems };
}

/** Terraform keeps its choice beside the stack (https://developer.hashicorp.com/terraform/language/state/workspaces). */
function workspaceOf(folder: string, environment: Environment): string {
  const chosen = environment["TF_WORKSPACE"];
  if (chosen !== undefined && chosen !== "") return chosen;
  const kept = join(folder, ".terraform", "environment");
  return existsSync(kept) ? readFileSync(kept, "utf8").trim() : "default";
}
