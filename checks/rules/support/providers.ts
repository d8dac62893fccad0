import type { Analysis } from "../../analysis/analysis.js";
import type { Attribute, Block } from "../../configuration/configuration.js";
import type { ModuleInstance } from "../../terraform/module.js";
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
    } else if (mayHold(attribute)) {
      const value = module.attribute(attribute, block);
      if (value?.kind !== "object" && value?.kind !== "list") continue;
      for (const { name, fragments } of namedStrings(value))
        if (wanted(name)) yield { module, block, attribute, name, value: fragments };
    }
  }
  if (depth > 5) return;
  for (const inner of within.blocks) {
    if (within.attributes.has(inner.type)) continue;
    if (inner.type !== "provisioner" && inner.type !== "lifecycle")
      yield* settingsOf(module, block, wanted, inner, depth + 1);
  }
}

/** An object or list may hold the wanted name further inside. */
function mayHold(attribute: Attribute): boolean {
  const { kind } = attribute.value();
  return kind === "object" || kind === "list" || kind === "call" || kind === "reference";
}

export function* blocksOf(analysis: Analysis, types: RegExp): Generator<{ module: ModuleInstance; block: Block }> {
  for (const module of analysis.modules)
    for (const block of module.directory.blocks) if (types.test(block.type)) yield { module, block };
}

/** Whether a provider makes access token requests with a client's credentials, and of which settings. */
export function providerCredentials(module: ModuleInstance, block: Block): Setting[] {
  const secrets = [...settingsOf(module, block, (name) => module.workspace.vocabulary.isClientSecret(name))];
  if (secrets.length > 0) return secrets;
  const [provider = ""] = block.labels;
  if (needsTokenUrl(provider) && [...settingsOf(module, block, isTokenUrl)].length === 0) return [];
  return [...settingsOf(module, block, (name) => isGrantPassword(provider, name))];
}
