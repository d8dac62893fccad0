import type { Analysis } from "../../analysis/analysis.js";
import { addressOf, type Block } from "../../configuration/configuration.js";
import type { Place } from "../../configuration/place.js";

export interface Owner {
  readonly block: Block;
  readonly address: string;
}

/** The block of configuration that a place stands in; undefined for a script beside it. */
export function ownerOf(analysis: Analysis, place: Place): Owner | undefined {
  const blocks = analysis.modules
    .flatMap((module) => module.directory.blocks)
    .filter((block) => block.place.file === place.file);
  const block = typeof place.at === "number" ? lastBefore(blocks, place.at) : innermost(blocks, place.at);
  if (!block) return inSettings(analysis, place);
  if (block.type !== "locals") return { block, address: addressOf(block) };
  const attributes = [...block.attributes.values()];
  const attribute = typeof place.at === "number" ? lastBefore(attributes, place.at) : innermost(attributes, place.at);
  return { block, address: `local.${attribute?.name ?? ""}` };
}

/** A value in `*.tfvars` is its variable's. */
function inSettings(analysis: Analysis, place: Place): Owner | undefined {
  for (const { directory, blocks } of analysis.modules) {
    const settings = directory.allSettings.filter((setting) => setting.place.file === place.file);
    const setting = typeof place.at === "number" ? lastBefore(settings, place.at) : innermost(settings, place.at);
    const block = setting && blocks.get(`variable.${setting.name}`);
    if (block) return { block, address: addressOf(block) };
  }
  return undefined;
}

/** HCL: what begins last before the offset holds it. */
function lastBefore<T extends { readonly place: Place }>(items: readonly T[], at: number): T | undefined {
  let best: T | undefined;
  for (const item of items) {
    const start = item.place.at;
    if (typeof start === "number" && start <= at && start >= ((best?.place.at as number | undefined) ?? -1))
      best = item;
  }
  return best;
}

/** JSON: the longest path that leads there. */
function innermost<T extends { readonly place: Place }>(
  items: readonly T[],
  at: readonly (string | number)[],
): T | undefined {
  return items.find((item) => {
    const path = item.place.at;
    return typeof path !== "number" && path.every((step, index) => at[index] === step);
  });
}
