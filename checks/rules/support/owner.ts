import type { Analysis } from "../../analysis/analysis.js";
import { addressOf, type Attribute, type Block, type Directory } from "../../configuration/configuration.js";
import { indexByFile, PlaceIndex } from "../../configuration/place-index.js";
import { remembered } from "../../configuration/memo.js";
import type { Place } from "../../configuration/place.js";

export interface Owner {
  readonly block: Block;
  readonly address: string;
}

/** The block of configuration that a place is in; undefined for a script beside it. */
export function ownerOf(analysis: Analysis, place: Place): Owner | undefined {
  for (const { directory } of analysis.modules) {
    const block = blocksOf(directory).get(place.file)?.holding(place.at);
    if (block) return block.type === "locals" ? local(block, place) : { block, address: addressOf(block) };
  }
  return inSettings(analysis, place);
}

const blocksOf = remembered((directory: Directory) => indexByFile(directory.blocks));
const settingsOf = remembered((directory: Directory) => indexByFile(directory.allSettings));
const attributesOf = remembered((block: Block) => new PlaceIndex<Attribute>([...block.attributes.values()]));

function local(block: Block, { at }: Place): Owner {
  return { block, address: `local.${attributesOf(block).holding(at)?.name ?? ""}` };
}

/** A value in `*.tfvars` is its variable's. */
function inSettings(analysis: Analysis, place: Place): Owner | undefined {
  for (const { directory, blocks } of analysis.modules) {
    const setting = settingsOf(directory).get(place.file)?.holding(place.at);
    const block = setting && blocks.get(`variable.${setting.name}`);
    if (block) return { block, address: addressOf(block) };
  }
  return undefined;
}
