import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Block } from "../../checks/configuration/configuration.js";
import { loadHclParser } from "../../checks/configuration/read.js";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { readFolder } from "../../checks/files/folder.js";
import { Reader } from "../../checks/configuration/file-reader.js";

/** A stack as it lies on disk: a folder that Terraform runs in. */
export interface Stack {
  /** Absolute. */
  readonly folder: string;
  readonly blocks: readonly Block[];
}

export interface FoundStacks {
  readonly stacks: readonly Stack[];
  readonly problems: readonly string[];
}

const CONFIGURATION = /\.(tf|tofu)(\.json)?$/;

/** Finds the stacks of paths: what CDKTF writes for an app, the folder of one stack, or a file in it. */
export async function findStacks(paths: readonly string[]): Promise<FoundStacks> {
  const problems: string[] = [];
  const folders = new Set(paths.flatMap((path) => foldersOf(path, problems)));
  // HCL is what `cdktf synth --hcl` writes, and what most files of variables are in.
  await loadHclParser(wasmOfSources());
  const stacks = [...folders].map((folder): Stack => {
    const files = readdirSync(folder)
      .filter((name) => CONFIGURATION.test(name))
      .sort();
    const read = readFolder(
      new Reader([folder]),
      folder,
      files.map((name) => join(folder, name)),
      (path) => relative(process.cwd(), path),
      (path, why) => problems.push(`${path} ${why}.`),
    );
    for (const { file, line, message } of read.problems)
      problems.push(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
    return { folder, blocks: read.blocks };
  });
  return { stacks, problems };
}

function foldersOf(path: string, problems: string[]): string[] {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isDirectory()) {
    const found = stackFolders(resolve(path), problems);
    if (found.length === 0)
      problems.push(`${path} is not a stack and holds none. Synthesize first (cdktf synth), or give cdktf.out.`);
    return found;
  }
  if (about?.isFile() && CONFIGURATION.test(path)) return [dirname(resolve(path))];
  problems.push(
    `${path} ${about ? "is neither a folder nor a file of Terraform configuration" : "does not exist"}. Give cdktf.out, or the folder of a stack.`,
  );
  return [];
}

/** The manifest is what tells the stacks of the last synthesis from those of an earlier one. */
function stackFolders(folder: string, problems: string[]): string[] {
  const manifest = join(folder, "manifest.json");
  if (existsSync(manifest)) return ofManifest(folder, manifest, problems);
  const names = readdirSync(folder);
  if (names.some((name) => CONFIGURATION.test(name))) return [folder];
  if (basename(folder) !== "cdktf.out" && names.includes("cdktf.out"))
    return stackFolders(join(folder, "cdktf.out"), problems);
  const stacks = join(folder, basename(folder) === "stacks" ? "." : "stacks");
  if (!statSync(stacks, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(stacks)
    .map((name) => join(stacks, name))
    .filter((inner) => statSync(inner).isDirectory() && readdirSync(inner).some((name) => CONFIGURATION.test(name)));
}

function ofManifest(folder: string, manifest: string, problems: string[]): string[] {
  try {
    const { stacks = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
      stacks?: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
    };
    return Object.values(stacks).flatMap(({ synthesizedStackPath }) => {
      const inner = dirname(join(folder, synthesizedStackPath));
      if (existsSync(inner)) return [inner];
      problems.push(`${inner} does not exist, though the manifest names it.`);
      return [];
    });
  } catch {
    problems.push(`${manifest} is no manifest that CDKTF writes.`);
    return [];
  }
}
