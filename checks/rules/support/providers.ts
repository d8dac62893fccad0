import type { Analysis } from "../../analysis/analysis.js";
import { hasAllAsAttributes } from "../../configuration/attributes.js";
import type { Attribute, Block } from "../../configuration/configuration.js";
import type { Expression } from "../../configuration/expressions/expression.js";
import type { ModuleInstance } from "../../terraform/module.js";
import type { Scope } from "../../terraform/scope.js";
import type { SymbolicString } from "../../values/symbolic-string.js";
import { isGrantPassword, isTokenUrl, needsTokenUrl } from "../../vocabulary/provider-settings.js";
import { namedStrings } from "../../values/symbolic-value.js";

/** One named value somewhere in a block's configuration. */
export interface Setting {
  readonly module: ModuleInstance;
  readonly block: Block;
  readonly attribute: Attribute;
  readonly name: string;
  readonly value: SymbolicString;
}

/** Values of all attributes of a block, nested ones too, whose own name passes; only those are evaluated. */
export function* settingsOf(
  module: ModuleInstance,
  block: Block,
  wanted: (name: string) => boolean,
  within: Block = block,
  depth = 0,
): Generator<Setting> {
  for (const attribute of within.attributes.values()) {
    // In JSON these are attributes too; what they run is looked at elsewhere.
    if (attribute.name === "provisioner" || attribute.name === "lifecycle") continue;
    if (wanted(attribute.name)) {
      const value = module.attribute(attribute, block);
      if (value)
        for (const { name, fragments } of namedStrings(value, attribute.name))
          yield { module, block, attribute, name, value: fragments };
    } else if (mayHold(module, block, attribute, wanted)) {
      const value = module.attribute(attribute, block);
      if (value?.kind !== "object" && value?.kind !== "list") continue;
      for (const { name, fragments } of namedStrings(value))
        if (wanted(name)) yield { module, block, attribute, name, value: fragments };
    }
  }
  if (depth > 5 || hasAllAsAttributes(within)) return;
  for (const inner of within.blocks) {
    if (within.attributes.has(inner.type)) continue;
    if (inner.type !== "provisioner" && inner.type !== "lifecycle")
      yield* settingsOf(module, block, wanted, inner, depth + 1);
  }
}

type IsWanted = (name: string) => boolean;

/** Whether an attribute may hold a wanted name further inside: of what is written out, its own keys tell. */
function mayHold(module: ModuleInstance, block: Block, attribute: Attribute, wanted: IsWanted): boolean {
  const expression = attribute.value();
  const { kind } = expression;
  if (kind !== "object" && kind !== "list") return kind === "call" || kind === "reference";
  const scope: Scope = { module, place: attribute.place, block, bindings: new Map() };
  return module.workspace.budget.within(block, () => mayName(expression, scope, wanted), true);
}

function mayName(expression: Expression, scope: Scope, wanted: IsWanted): boolean {
  switch (expression.kind) {
    case "literal":
      return false;
    case "list":
      return expression.items.some((item) => mayName(item, scope, wanted));
    case "object":
      return expression.entries.some(
        ({ key, value }) => key.kind !== "literal" || wanted(String(key.value)) || mayName(value, scope, wanted),
      );
    case "template": {
      // Alone an interpolation may give an object; beside anything else it gives text.
      const [part, ...others] = expression.parts;
      return others.length === 0 && part?.kind === "interpolation" && mayName(part.expression, scope, wanted);
    }
    case "reference":
      return scope.module.evaluate(expression, scope).kind !== "text";
    default:
      return true;
  }
}

export function* blocksOf(
  analysis: Analysis,
  ...types: readonly string[]
): Generator<{ module: ModuleInstance; block: Block }> {
  for (const module of analysis.modules)
    for (const block of module.directory.blocks) if (types.includes(block.type)) yield { module, block };
}

/** Whether a provider makes access token requests with a client's credentials, and of which settings. */
export function providerCredentials(module: ModuleInstance, block: Block): Setting[] {
  const secrets = [...settingsOf(module, block, (name) => module.workspace.vocabulary.isClientSecret(name))];
  if (secrets.length > 0) return secrets;
  const [provider = ""] = block.labels;
  if (needsTokenUrl(provider) && [...settingsOf(module, block, isTokenUrl)].length === 0) return [];
  return [...settingsOf(module, block, (name) => isGrantPassword(provider, name))];
}
