import type { Attribute, Block, Directory, ReadFile } from "./configuration.js";

/** The files of one folder, which Terraform reads as one module. */
export function join(path: string, files: readonly ReadFile[]): Directory {
  const settings = new Map<string, Attribute>();
  for (const file of files) for (const [name, attribute] of file.settings) settings.set(name, attribute);
  return {
    path,
    files: files.map((file) => file.source),
    blocks: files.flatMap((file) => file.blocks.flatMap(withInner)),
    comments: files.flatMap((file) => file.comments),
    acknowledgements: files.flatMap((file) => file.acknowledgements),
    settings,
    allSettings: files.flatMap((file) => [...file.settings.values()]),
    problems: files.flatMap((file) => file.problems),
  };
}

/** The data source of a check is read as any other, and known by the same address; in JSON its reader has done so. */
const withInner = (block: Block): Block[] =>
  block.type === "check" ? [block, ...block.nested("data").filter(({ labels }) => labels.length === 2)] : [block];
