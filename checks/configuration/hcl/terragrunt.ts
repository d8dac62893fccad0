import type { Attribute, Block, ReadFile } from "../configuration.js";
import { acknowledgementsIn } from "./acknowledgements.js";
import { generatedBy, writesTerraform } from "./generated.js";
import { readBody } from "./read.js";

/** Files that Terragrunt reads: its own, and those that its documentation and example repositories include. */
const TERRAGRUNT = new Set(
  ["terragrunt", "terragrunt.stack", "root", "common", "account", "region", "env"].map((name) => `${name}.hcl`),
);

export const isTerragrunt = (name: string): boolean => TERRAGRUNT.has(name);

/** What is nested in `terraform`, and holds programs or secrets. */
const NESTED = new Set(["before_hook", "after_hook", "error_hook", "extra_arguments"]);

/** `terragrunt.hcl`: its locals, its inputs, its hooks, the environment that it gives to Terraform, and what it generates. */
export function readTerragrunt(text: string, path: string): ReadFile {
  const { source, body, comments, problems } = readBody(text, path);
  const inputs = body.attributes.get("inputs");
  const generated = body.blocks
    .filter((block) => block.type === "generate" && writesTerraform(block))
    .map((block) => generatedBy(block, text) ?? { blocks: [block], comments: [] });
  const blocks = [
    ...generated.flatMap((one) => one.blocks),
    ...body.blocks.flatMap((block) => {
      if (block.type === "terraform") return block.blocks.filter(({ type }) => NESTED.has(type));
      return block.type === "locals" ? [block] : [];
    }),
    ...(inputs ? [blockOf(inputs, text)] : []),
  ];
  const all = [...comments, ...generated.flatMap((one) => one.comments)];
  const acknowledgements = acknowledgementsIn(all, blocks);
  return { source, blocks, comments: all, acknowledgements, settings: new Map(), problems };
}

const blockOf = (attribute: Attribute, text: string): Block => ({
  type: attribute.name,
  labels: [],
  place: attribute.place,
  attributes: new Map([[attribute.name, attribute]]),
  blocks: [],
  nested: () => [],
  mentions: (pattern) => pattern.test(text),
  comments: [],
});
