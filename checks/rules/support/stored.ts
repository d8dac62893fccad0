import { isMeta, isOwnBlock } from "../../configuration/attributes.js";
import { keptBy } from "../../vocabulary/keeping-resources.js";
import { attributesFor } from "../../vocabulary/request-attributes.js";
import { requestType } from "../../vocabulary/request-types.js";
import { signingKey } from "../../vocabulary/signing-resources.js";
import type { Attribute, Block } from "../../configuration/configuration.js";

const TRIGGERS = ["triggers", "triggers_replace", "input", "keepers"];
const PROGRAM = ["program", "query", "command", "arguments", "stdin"];

export interface StoredAttribute {
  readonly attribute: Attribute;
  /** What it is called in a message: of a block `header { name, value }`, that block. */
  readonly name: string;
  /** It is a matter of the resource's own; only of a token it is known that it is no setting. */
  readonly tokensOnly?: true;
}

/** Attributes that Terraform stores, of blocks that make or serve an access token request. */
export function storedAttributes(block: Block): StoredAttribute[] {
  const type = block.labels[0] ?? "";
  if (block.type === "resource" && (type === "null_resource" || type === "terraform_data" || type.startsWith("time_")))
    return pick(block, TRIGGERS);
  const key = block.type === "resource" ? signingKey(type) : undefined;
  if (key !== undefined) return pick(block, [key]);
  if (type === "external" || type === "local_command") return pick(block, PROGRAM);
  if (type === "shell_script") {
    const scripts = block.nested("lifecycle_commands").flatMap((inner) => [...inner.attributes.values()]);
    return [...block.attributes.values(), ...scripts].map(own);
  }
  if (block.type === "resource" && keptBy(type).length > 0)
    return keptBy(type).flatMap(({ attribute, within }) =>
      (within === undefined ? [block] : nestedOrDynamic(block, within)).flatMap((holder) => pick(holder, [attribute])),
    );
  if (requestType(type) === undefined) return block.type === "resource" ? [...ofAnyResource(block)] : [];
  const nested = block.blocks
    .filter((inner) => attributesFor("headers").includes(inner.type) && !block.attributes.has(inner.type))
    .flatMap((inner) => [...inner.attributes.values()].map((attribute) => ({ attribute, name: inner.type })));
  return [...[...block.attributes.values()].map(own), ...nested].filter(
    ({ name }) => !name.endsWith("_wo") && !isMeta(name),
  );
}

const own = (attribute: Attribute): StoredAttribute => ({ attribute, name: attribute.name });

/** The nested blocks of a type, and what a `dynamic` block makes into some. */
const nestedOrDynamic = (block: Block, type: string): readonly Block[] => [
  ...block.nested(type),
  ...block.nested("dynamic").flatMap((inner) => (inner.labels[0] === type ? inner.nested("content") : [])),
];

const pick = (block: Block, names: readonly string[]): StoredAttribute[] =>
  names.flatMap((name) => {
    const attribute = block.attributes.get(name);
    return attribute ? [own(attribute)] : [];
  });

/** All that a resource is given, but for what no state holds: write-only arguments, and what its provisioners have. */
function* ofAnyResource(block: Block, depth = 0): Generator<StoredAttribute> {
  for (const attribute of block.attributes.values())
    if (!isMeta(attribute.name) && !/_wo$|^(?:provisioner|connection)$/.test(attribute.name))
      yield { ...own(attribute), tokensOnly: true };
  for (const inner of depth > 5 ? [] : block.blocks)
    if (!inner.type.endsWith("_wo") && !isOwnBlock(inner.type) && !block.attributes.has(inner.type))
      yield* ofAnyResource(inner, depth + 1);
}
