import type { Attribute, Block, Directory, ReadFile, WrittenAcknowledgement } from "../configuration.js";
import type { SourceFile } from "../place.js";
import { join } from "../directory.js";
import { unfitJson } from "../fitness.js";
import { isObject, JsonAttribute, JsonBlock, labelled, type JsonObject } from "./block.js";

/** How many labels a block of each type has; `terraform` and the like hold nothing that the rules look at. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  provider: 1,
  module: 1,
  check: 1,
  action: 2,
  locals: 0,
};

/**
 * What CDKTF synthesizes, as an object: overrides, escape hatches, construct paths and acknowledgements included.
 * `text` is asked for only when a finding needs its line.
 */
export function readSynthesized(json: object, path: string, text?: () => string): Directory {
  const source: SourceFile = { path, json: true, text: text ?? (() => JSON.stringify(json, null, 2)) };
  return join(path.replace(/(^|[\\/])[^\\/]*\.json$/, "") || ".", [jsonFile(json as JsonObject, source)]);
}

/** A `.tf.json` file, or synthesized JSON on disk. */
export function readTfJson(text: string, path: string): ReadFile {
  const source: SourceFile = { path, json: true, text: () => text };
  return parsed(text, source, (json) => jsonFile(json, source));
}

/** `*.tfvars.json`: the values are in the repository as much as a default is. */
export function readTfvarsJson(text: string, path: string): ReadFile {
  const source: SourceFile = { path, json: true, text: () => text };
  return parsed(text, source, (json) => {
    const settings = Object.entries(json).map(([name, value]): [string, Attribute] => [
      name,
      new JsonAttribute(name, value, source, []),
    ]);
    return { ...nothingIn(source), settings: new Map(settings) };
  });
}

function parsed(text: string, source: SourceFile, read: (json: JsonObject) => ReadFile): ReadFile {
  let why = "is JSON, but no object at its top";
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const unfit = unfitJson(json);
    if (unfit === undefined && isObject(json)) return read(json);
    why = unfit ?? why;
  } catch (error) {
    // The parser's own message quotes the text, which may be a secret; its position is enough.
    const position =
      error instanceof Error ? /at position \d+|line \d+ column \d+/.exec(error.message)?.[0] : undefined;
    why = `is not valid JSON${position === undefined ? "" : ` (${position})`}`;
  }
  return {
    ...nothingIn(source),
    problems: [{ file: source.path, message: `This ${why}: nothing in it was checked.` }],
  };
}

const nothingIn = (source: SourceFile): ReadFile => ({
  source,
  blocks: [],
  comments: [],
  acknowledgements: [],
  settings: new Map(),
  problems: [],
});

function jsonFile(json: JsonObject, source: SourceFile): ReadFile {
  const blocks: JsonBlock[] = [];
  for (const [type, count] of Object.entries(LABELS)) collect(type, count, json[type], source, blocks);
  // The data source of a check is read as any other, and known by the same address.
  for (const check of blocks.filter(({ type }) => type === "check"))
    collect("data", 2, check.json["data"], source, blocks, [
      ...(check.place.at as readonly (string | number)[]),
      "data",
    ]);
  const acknowledgements = [...written(json, source, ["//"]), ...blocks.flatMap((block) => ofBlock(block, source))];
  return { ...nothingIn(source), blocks, acknowledgements };
}

function collect(
  type: string,
  count: number,
  json: unknown,
  file: SourceFile,
  blocks: JsonBlock[],
  at: readonly (string | number)[] = [type],
): void {
  const descend = (value: unknown, labels: readonly string[], path: readonly (string | number)[]): void => {
    if (labels.length === count) for (const block of labelled(type, labels, value, file, path)) blocks.push(block);
    else if (isObject(value)) {
      for (const [label, inner] of Object.entries(value))
        if (label !== "//") descend(inner, [...labels, label], [...path, label]);
    } else if (Array.isArray(value)) {
      value.forEach((inner, index) => {
        descend(inner, labels, [...path, index]);
      });
    }
  };
  descend(json, [], at);
}

function ofBlock(block: JsonBlock, source: SourceFile): WrittenAcknowledgement[] {
  if (!("//" in block.json)) return [];
  return written(block.json, source, [...(block.place.at as readonly (string | number)[]), "//"], block);
}

/** `"//": {"acknowledgements": [{"id": "json-body", "reason": "...", "until": "2027-01-31", "path": "stack/construct", "addresses": []}]}` */
function written(
  json: JsonObject,
  file: SourceFile,
  path: readonly (string | number)[],
  block?: Block,
): WrittenAcknowledgement[] {
  const about = json["//"];
  const list = isObject(about) ? about["acknowledgements"] : undefined;
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown, index) => {
    const entry: JsonObject = isObject(item) ? item : {};
    const constructPath = typeof entry["path"] === "string" ? entry["path"] : block?.constructPath;
    const addresses = entry["addresses"];
    return {
      id: entry["id"],
      reason: entry["reason"],
      ...(entry["until"] !== undefined && { until: entry["until"] }),
      ...(constructPath !== undefined && { constructPath }),
      ...(Array.isArray(addresses) && { addresses: addresses.filter((address) => typeof address === "string") }),
      ...(block && { block }),
      place: { file, at: [...path, "acknowledgements", index] },
    };
  });
}
