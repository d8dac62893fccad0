import { basename, isAbsolute, resolve } from "node:path";
import type { Block } from "../configuration/configuration.js";
import type { ModuleInstance } from "../terraform/module.js";
import { concrete, literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { asString } from "../values/symbolic-value.js";
import { fileKey } from "../program/file-key.js";

const cache = new WeakMap<ModuleInstance, ReadonlyMap<string, SymbolicString>>();

/** Files that Terraform writes before a provisioner runs: resources of the provider local, and `file` provisioners of the same block. */
export function writtenFiles(module: ModuleInstance, block: Block): Map<string, SymbolicString> {
  let files = cache.get(module);
  if (!files) {
    files = new Map(module.directory.blocks.flatMap((other) => writtenBy(module, other)));
    cache.set(module, files);
  }
  const provisioned = block.blocks.flatMap((inner) =>
    inner.type === "provisioner" && inner.labels[0] === "file"
      ? [...entry(module, block, inner, "destination"), ...copied(module, block, inner)]
      : [],
  );
  return new Map([...files, ...provisioned]);
}

const left = new WeakMap<ModuleInstance, Map<string, SymbolicString>>();

/** Files that programs before left behind, in the order in which the configuration has them. */
export function leftBehind(module: ModuleInstance): Map<string, SymbolicString> {
  const { root } = module;
  const files = left.get(root) ?? new Map<string, SymbolicString>();
  left.set(root, files);
  return files;
}

/** Whether a command names one of the files. */
export function mentionsFile(command: SymbolicString, files: ReadonlyMap<string, SymbolicString>): boolean {
  if (files.size === 0) return false;
  const text = sketch(command);
  return [...files.keys()].some((file) => text.includes(basename(file)));
}

/** What a block of the provider local writes, by the file's name. */
export function writtenBy(module: ModuleInstance, block: Block): [string, SymbolicString][] {
  const type = block.labels[0] ?? "";
  return block.type === "resource" && /^local_(?:sensitive_)?file$/.test(type)
    ? entry(module, block, block, "filename")
    : [];
}

/** A file of the repository that a provisioner `file` copies; to a folder, under its own name. */
function copied(module: ModuleInstance, owner: Block, provisioner: Block): [string, SymbolicString][] {
  const text = (name: string): string | undefined => {
    const value = module.attribute(provisioner.attributes.get(name), owner);
    return value && concrete(asString(value));
  };
  const source = text("source");
  const destination = text("destination");
  if (source === undefined || source === "" || destination === undefined) return [];
  const root = module.root.directory.path;
  const file = module.workspace.file(isAbsolute(source) ? source : resolve(root, source));
  if (!file) return [];
  const target = destination.endsWith("/") ? `${destination}${basename(source)}` : destination;
  return [[fileKey([literal(target)], root), [literal(file.text(), { file, at: 0 })]]];
}

function entry(module: ModuleInstance, owner: Block, block: Block, name: string): [string, SymbolicString][] {
  const path = module.attribute(block.attributes.get(name), owner);
  const content = ["content", "sensitive_content", "content_base64"].map((attribute) =>
    block.attributes.get(attribute),
  );
  const value = module.attribute(
    content.find((attribute) => attribute !== undefined),
    owner,
  );
  if (!path || !value) return [];
  const text = asString(value);
  return [
    [
      fileKey(asString(path), module.root.directory.path),
      text.length === 1 && text[0]?.decoded ? text[0].decoded : text,
    ],
  ];
}
