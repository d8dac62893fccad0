import type { Attribute, Block, ReadFile } from "../configuration.js";
import { acknowledgementsIn } from "./acknowledgements.js";
import { readBody } from "./read.js";

/** Files that Terragrunt reads: its own, and those that its documentation and example repositories include. */
const TERRAGRUNT = new Set(
  ["terragrunt", "terragrunt.stack", "root", "common", "account", "region", "env"].map((name) => `${name}.hcl`),
);

export const isTerragrunt = (name: string): boolean => TERRAGRUNT.has(name);

/** What is nested in `terraform`, and holds programs or secrets. */
const NESTED = new Set(["before_hook", "after_hook", "error_hook", "extra_arguments"]);

/** `terragrunt.hcl`: its locals, its inputs, its hooks, and the environment that it gives to Terraform. */
export function readTerragrunt(text: string, path: string): ReadFile {
  const { source, body, comments, problems } = readBody(text, path);
  const inputs = body.attributes.get("inputs");
  const blocks = [
    ...body.blocks.flatMap((block) => {
      if (block.type === "terraform") return block.blocks.filter(({ type }) => NESTED.has(type));
      return block.type === "locals" ? [block] : [];
    }),
    ...(inputs ? [blockOf(inputs, text)] : []),
  ];
  const acknowledgements = acknowledgementsIn(comments, blocks);
  return { source, blocks, comments, acknowledgements, settings: new Map(), problems };
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
