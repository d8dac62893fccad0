import type { Block } from "../model/configuration.js";
import type { Scope } from "./evaluate.js";
import { evaluate } from "./evaluate.js";
import type { ModuleInstance } from "./module.js";
import { at, text, type Value } from "./value.js";
import { blend } from "./text.js";

/** Where a resource gives back what was put into it: attribute read, attribute written. */
const ECHOES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  terraform_data: { output: "input" },
  template_file: { rendered: "template" },
  template_cloudinit_config: {},
  local_file: {},
  local_sensitive_file: {},
};

/** An attribute of a block that its configuration itself determines; undefined where only its provider knows it. */
export function attributeOfBlock(
  module: ModuleInstance,
  block: Block,
  path: readonly string[],
  scope: Scope,
): Value | undefined {
  const type = block.labels[0] ?? "";
  const steps = path.filter(
    (step, index) =>
      !(index === 0 && /^(?:\d+|\*)$/.test(step)) &&
      !(index === 0 && instances(block) && scope.module === module && path.length > 1),
  );
  const [first, ...rest] = steps;
  if (first === undefined) return undefined;
  if (type === "template_file" && first === "rendered") return templateFile(module, block);
  const attribute = block.attributes.get(ECHOES[type]?.[first] ?? first);
  if (attribute === undefined) return undefined;
  const value = module.attribute(attribute, block);
  return value && at(value, rest);
}

const instances = (block: Block): boolean => block.attributes.has("for_each") || block.attributes.has("count");

/** `data "template_file"`: its template, rendered with its `vars`. */
function templateFile(module: ModuleInstance, block: Block): Value | undefined {
  const source = module.attribute(block.attributes.get("template"), block);
  const vars = module.attribute(block.attributes.get("vars"), block);
  if (source?.kind !== "text") return undefined;
  const attribute = block.attributes.get("template");
  // What matters is whether secrets reach the text; the template itself is rendered where `templatefile` is.
  if (vars?.kind !== "object" || attribute === undefined) return source;
  const inner = evaluate(attribute.value(), { module, origin: attribute.place, block, bindings: vars.entries });
  if (inner.kind !== "text") return source;
  return text([
    ...inner.pieces,
    ...blend([...vars.entries.values()].flatMap((value) => (value.kind === "text" ? value.pieces : []))),
  ]);
}
