import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Directory } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import { readSynthesized } from "../configuration/read.js";
import { Reader } from "../configuration/file-reader.js";
import { asWritten } from "./as-written.js";
import { constructsOf, isApp, isAsset, type Stack } from "./kinds.js";

/** One stack as configuration: what would be written, where, and the files that are going to lie beside it. */
export interface StackConfiguration {
  readonly directory: Directory;
  readonly readFile: (path: string) => SourceFile | undefined;
  /** Modules in HCL that lie in the repository. Their parser loads asynchronously, which a synthesis cannot wait for. */
  readonly localModules: readonly string[];
}

export function configurationOf(stack: Stack): StackConfiguration {
  const outdir = stack.node.scopes.find(isApp)?.outdir ?? "cdktf.out";
  const folder = join(outdir, "stacks", stack.node.id);
  const json = stack.toTerraform();
  const path = relative(process.cwd(), resolve(folder, "cdk.tf.json")) || "cdk.tf.json";
  const directory = readSynthesized(json, path, () => asWritten(json));
  return {
    directory: { ...directory, path: resolve(folder) },
    readFile: fileReader(stack, resolve(folder)),
    localModules: localModulesOf(json, stack),
  };
}

/** Reads assets from where they are copied from: at synthesis the copies are not there yet, or are of an earlier one. */
function fileReader(stack: Stack, folder: string): (path: string) => SourceFile | undefined {
  const assets = constructsOf(stack)
    .filter(isAsset)
    .map(({ path, sourcePath }) => ({ at: resolve(folder, path), source: resolve(sourcePath) }));
  const reader = new Reader([process.cwd(), folder, ...assets.map(({ source }) => source)]);
  return (path) => {
    const absolute = isAbsolute(path) ? path : resolve(folder, path);
    const asset = assets.find(({ at }) => absolute === at || absolute.startsWith(at + sep));
    const from = asset ? asset.source + absolute.slice(asset.at.length) : absolute;
    const contents = reader.script(from);
    if ("why" in contents) return undefined;
    const { text, ...rest } = contents;
    return { path: relative(process.cwd(), from), json: false, text: () => text, ...rest };
  };
}

function localModulesOf(json: object, stack: Stack): string[] {
  const { module = {} } = json as { readonly module?: Readonly<Record<string, { readonly source?: unknown }>> };
  return Object.entries(module).flatMap(([name, { source }]) =>
    typeof source === "string" && /^\.{1,2}(?:\/|$)/.test(source)
      ? [`module.${name} of stack ${stack.node.path}: a local module in HCL; \`cdktf-oauth2-token check\` looks at it`]
      : [],
  );
}
