import type { Block } from "../configuration/configuration.js";
import type { ModuleScope, Scope } from "./scope.js";
import { isIndex } from "../configuration/expressions/expression.js";
import { parseTemplate } from "../configuration/expressions/parse.js";
import { propagate, concrete, literal, type SymbolicString } from "../values/symbolic-string.js";
import { fragmentsOf, asString, valueAt, stringValue, type SymbolicValue } from "../values/symbolic-value.js";

/** Where a resource gives back what was put into it: attribute read, attribute written. */
const ECHOES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  terraform_data: { output: "input" },
};

/** An attribute of a block that its configuration itself determines; undefined where only its provider knows it. */
export function attributeOfBlock(
  module: ModuleScope,
  block: Block,
  path: readonly string[],
  scope: Scope,
): SymbolicValue | undefined {
  const type = block.labels[0] ?? "";
  const steps = path.filter(
    (step, index) =>
      !(index === 0 && isIndex(step)) &&
      // `null_resource.x["a"].id`; of `self` no instance is named.
      !(index === 0 && instances(block) && scope.module === module && path.length > 1 && !block.attributes.has(step)),
  );
  const [first, ...rest] = steps;
  if (first === undefined) return undefined;
  if (type === "template_file" && first === "rendered") return templateFile(module, block);
  if (/^(?:template_)?cloudinit_config$/.test(type) && first === "rendered") return cloudinit(module, block);
  if (type === "kubectl_file_documents" && /^(?:documents|manifests)$/.test(first)) {
    // One text with all of them, for each instance that is made of them.
    const content = module.attribute(block.attributes.get("content"), block);
    return content && { kind: "list", items: [content] };
  }
  const attribute = block.attributes.get(ECHOES[type]?.[first] ?? first);
  if (attribute === undefined) return undefined;
  const value = module.attribute(attribute, block);
  return value && valueAt(value, rest);
}

const instances = (block: Block): boolean => block.attributes.has("for_each") || block.attributes.has("count");

/** `data "template_file"`: its template, rendered with its `vars`. */
function templateFile(module: ModuleScope, block: Block): SymbolicValue | undefined {
  const attribute = block.attributes.get("template");
  const source = module.attribute(attribute, block);
  const vars = module.attribute(block.attributes.get("vars"), block);
  if (source?.kind !== "text" || attribute === undefined || vars?.kind !== "object") return source;
  const whole = concrete(source.fragments);
  const origin = source.fragments[0]?.place ?? attribute.place;
  if (whole !== undefined)
    return module.evaluate(parseTemplate(whole), { module, place: origin, block, bindings: vars.entries });
  return stringValue([...source.fragments, ...propagate(fragmentsOf(vars))]);
}

/** A cloud-init document: its only part, where that says itself what it is, or all of them with their types. */
function cloudinit(module: ModuleScope, block: Block): SymbolicValue {
  const parts = block.blocks.flatMap((inner) =>
    inner.type === "part" ? [inner] : inner.labels[0] === "part" ? inner.blocks : [],
  );
  const contents = parts.map((part): SymbolicString => {
    const content = module.attribute(part.attributes.get("content"), block);
    return content ? asString(content) : [];
  });
  const [only = []] = contents;
  if (contents.length === 1 && only[0]?.text?.startsWith("#") === true) return stringValue([...only, literal("\n")]);
  return stringValue([
    literal('Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\n'),
    ...parts.flatMap((part, index): SymbolicString => {
      const type = module.attribute(part.attributes.get("content_type"), block);
      return [
        literal("\n--MIMEBOUNDARY\nContent-Type: "),
        ...(type ? asString(type) : [literal("text/plain")]),
        literal("\n\n"),
        ...(contents[index] ?? []),
      ];
    }),
    literal("\n"),
  ]);
}
