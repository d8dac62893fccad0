import { resolve } from "node:path";
import type { Directory } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import { ModuleInstance } from "./module.js";
import type { Workspace } from "./scope.js";

/** What resolving one root module may cost: a bound for hostile input that no real configuration comes near. */
const BUDGET = 2_000_000;

export interface WorkspaceOptions {
  readonly tokenEndpoints?: readonly string[];
  readonly secretNames?: readonly string[];
  readonly readFile?: (path: string) => SourceFile | undefined;
}

export interface Refillable extends Workspace {
  /** Begins with a root module: with the first of what may be, or with the other. */
  begin(other: boolean): void;
}

export function workspaceOf(directories: readonly Directory[], options: WorkspaceOptions): Refillable {
  const byPath = new Map(directories.map((directory) => [resolve(directory.path), directory]));
  const choice = { other: false, forked: false };
  let left = BUDGET;
  const within = (path: string): SourceFile | undefined => {
    // `${path.cwd}/${path.module}/x.sh`: for Terraform the second is relative, for us both are whole.
    const folder = [...byPath.keys()].find((candidate) => candidate !== "/" && path.lastIndexOf(`${candidate}/`) > 0);
    return folder === undefined ? undefined : options.readFile?.(path.slice(path.lastIndexOf(`${folder}/`)));
  };
  return {
    directory: (path) => byPath.get(resolve(path)),
    file: (path) => options.readFile?.(path) ?? within(path),
    spend: (amount) => (left -= amount) > 0,
    begin: (other) => {
      left = BUDGET;
      choice.other = other;
      if (!other) choice.forked = false;
    },
    choice,
    furtherSecretNames: options.secretNames ?? [],
    prefilter: (options.secretNames ?? []).length === 0 && (options.tokenEndpoints ?? []).length === 0,
  };
}

/** The folders that no other calls as a module; in a ring of calls, the first. */
export function rootsOf(directories: readonly Directory[], workspace: Workspace): ModuleInstance[] {
  const called = new Set<string>();
  for (const directory of directories) {
    const instance = new ModuleInstance(directory, workspace);
    for (const block of directory.blocks) {
      if (block.type !== "module") continue;
      const child = instance.child(block.labels[0] ?? "");
      if (child) called.add(resolve(child.directory.path));
    }
  }
  const roots = directories.filter((directory) => !called.has(resolve(directory.path)));
  return (roots.length > 0 ? roots : directories.slice(0, 1)).map(
    (directory) => new ModuleInstance(directory, workspace),
  );
}
