import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EngineName } from "./engines";
import { cacheFolder } from "./tool-cache";

/** How long the registry may take to answer; downloading what it offers may take longer. */
export const ANSWER_WITHIN_MS = 20_000;

/** What init prints once the registry has answered. */
export const ANSWERED = /^- (Installing|Using) /m;

/** What was found out, once a process: a registry that did not answer is not asked for each stack again. */
const unreachable = new Set<EngineName>();

export const registry = {
  worthTrying: (name: EngineName): boolean => !unreachable.has(name),
  remember: (name: EngineName): void => void unreachable.add(name),
};

/** A CLI configuration file that installs from the registry, keeping a copy so that a later init downloads nothing. */
export async function registryConfig(): Promise<string> {
  const folder = join(cacheFolder(), "registry");
  const plugins = join(folder, "plugins");
  await mkdir(plugins, { recursive: true });
  const file = join(folder, "cli.tfrc");
  // Each stack is initialized without a lock file: without the second setting the copy would not be used then.
  const lines = [`plugin_cache_dir = ${JSON.stringify(plugins)}`, "plugin_cache_may_break_dependency_lock_file = true"];
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
