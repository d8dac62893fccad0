import type { Attribute, Block } from "./configuration.js";

/** Arguments of every block, which are Terraform's own: what they refer to is not given to the provider. */
export const isMeta = (name: string): boolean => META.has(name);
const META = new Set("count for_each depends_on provider source version lifecycle providers".split(" "));

/** Blocks within a resource that are Terraform's own, and no provider's. */
export const isOwnBlock = (type: string): boolean => OWN_BLOCKS.has(type);
const OWN_BLOCKS = new Set(["provisioner", "connection", "lifecycle"]);

/** Every attribute of a block and of the blocks in it, but for Terraform's own. */
export function* everyAttribute(block: Block, depth = 0): Generator<Attribute> {
  for (const attribute of block.attributes.values()) if (depth > 0 || !isMeta(attribute.name)) yield attribute;
  if (depth > 5 || hasAllAsAttributes(block)) return;
  for (const inner of block.blocks) {
    if (inner.type === "lifecycle" || block.attributes.has(inner.type)) continue;
    yield* everyAttribute(inner, depth + 1);
  }
}

/** In JSON each block within another is an attribute of it, too. */
export const hasAllAsAttributes = (block: Block): boolean => block.place.file.json;
