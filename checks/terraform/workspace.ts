import { resolve } from "node:path";
import type { Directory } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import { Vocabulary } from "../vocabulary/vocabulary.js";
import type { Budget } from "./budget.js";
import { ModuleInstance } from "./module.js";
import type { Workspace } from "./scope.js";

export interface WorkspaceOptions {
  readonly vocabulary?: Vocabulary;
  readonly readFile?: (path: string) => SourceFile | undefined;
}

export interface Forked extends Workspace {
  /** Begins with a root module: with the first of what may be, or with the other. */
  begin(other: boolean): void;
}

export function workspaceOf(directories: readonly Directory[], options: WorkspaceOptions, budget: Budget): Forked {
  const byPath = new Map(directories.map((directory) => [resolve(directory.path), directory]));
  const choice = { other: false, forked: false };
  const within = (path: string): SourceFile | undefined => {
    // `${path.cwd}/${path.module}/x.sh`: for Terraform the second is relative, for us both are whole.
    const folder = [...byPath.keys()].find((candidate) => candidate !== "/" && path.lastIndexOf(`${candidate}/`) > 0);
    return folder === undefined ? undefined : options.readFile?.(path.slice(path.lastIndexOf(`${folder}/`)));
  };
  return {
    directory: (path) => byPath.get(resolve(path)),
    file: (path) => options.readFile?.(path) ?? within(path),
    budget,
    begin: (other) => {
      choice.other = other;
      if (!other) choice.forked = false;
    },
    choice,
    vocabulary: options.vocabulary ?? new Vocabulary(),
  };
}

/** The folders that no other calls as a module, and of a ring that none of those leads to, the first. */
export function rootsOf(directories: readonly Directory[], workspace: Workspace): ModuleInstance[] {
  const [only, ...others] = directories;
  if (only && others.length === 0) return [new ModuleInstance(only, workspace)];
  const calls = new Map(directories.map((directory) => [directory, calledBy(directory, workspace)]));
  const called = new Set([...calls.values()].flat());
  const roots = directories.filter((directory) => !called.has(directory));
  const reached = new Set<Directory>();
  const reach = (from: Directory): void => {
    for (const waiting = [from]; waiting.length > 0;) {
      const directory = waiting.pop();
      if (!directory || reached.has(directory)) continue;
      reached.add(directory);
      for (const next of calls.get(directory) ?? []) waiting.push(next);
    }
  };
  for (const root of roots) reach(root);
  for (const directory of directories) {
    if (reached.has(directory)) continue;
    roots.push(directory);
    reach(directory);
  }
  return roots.map((directory) => new ModuleInstance(directory, workspace));
}

function calledBy(directory: Directory, workspace: Workspace): Directory[] {
  const instance = new ModuleInstance(directory, workspace);
  return directory.blocks.flatMap((block) => {
    const child = block.type === "module" ? instance.child(block.labels[0] ?? "") : undefined;
    return child ? [child.directory] : [];
  });
}
