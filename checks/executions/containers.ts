import { isOwnBlock } from "../configuration/attributes.js";
import type { Block } from "../configuration/configuration.js";
import { parseJsonText } from "../values/json.js";
import { parseYamlText } from "../values/yaml.js";
import { valuesOfInstances } from "../terraform/instances.js";
import type { ModuleInstance } from "../terraform/module.js";
import { literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { asString, stringValue, UNKNOWN, type SymbolicValue } from "../values/symbolic-value.js";
import { containerWords } from "../vocabulary/containers.js";

const TYPES = containerWords("type");
const BLOCKS = containerWords("block");
const DOCUMENTS = containerWords("document");
const ENVIRONMENT = containerWords("environment");
const PROGRAM = containerWords("program");
/** Without a program of its own, what elsewhere is one is its arguments. */
const ARGUMENTS = [...containerWords("arguments"), ...PROGRAM];

/** What a container starts, and the variables that are set for it. */
export interface Container {
  readonly words: readonly SymbolicString[];
  readonly environment: ReadonlyMap<string, SymbolicValue>;
}

/** What a value describes: itself, or as JSON or YAML in one text or several. */
function documentsIn(
  value: SymbolicValue,
  isOfInterest: (document: SymbolicString) => boolean,
): readonly SymbolicValue[] {
  if (value.kind === "list") return value.items.flatMap((item) => documentsIn(item, isOfInterest));
  if (value.kind === "object") return [value];
  const json = parseJsonText(value.fragments);
  if (json) return [json];
  return isOfInterest(value.fragments) ? parseYamlText(value.fragments) : [];
}

/** The containers of a block: itself one, at any depth of nested blocks, or in a document such as `container_definitions`. */
export function containersOf(
  module: ModuleInstance,
  block: Block,
  isOfInterest: (document: SymbolicString) => boolean,
): Container[] {
  const documents = DOCUMENTS.flatMap((name) => valuesOfInstances(module, block.attributes.get(name), block))
    .flatMap((value) => documentsIn(value, isOfInterest))
    .flatMap((document) => inDocument(document, 0));
  const own = TYPES.includes(block.labels[0] ?? "") ? inBlock(module, block, block) : [];
  return [...own, ...documents, ...inBlocks(module, block, block, 0)];
}

function inBlocks(module: ModuleInstance, owner: Block, block: Block, depth: number): Container[] {
  if (depth > 12) return [];
  return block.blocks.flatMap((inner) => {
    if (inner === block || isOwnBlock(inner.type)) return [];
    const own = BLOCKS.includes(inner.type) ? inBlock(module, owner, inner) : [];
    return [...own, ...inBlocks(module, owner, inner, depth + 1)];
  });
}

function inBlock(module: ModuleInstance, owner: Block, block: Block): Container[] {
  const value = (name: string, of = block): SymbolicValue | undefined =>
    module.attribute(of.attributes.get(name), owner);
  /** `env { name = ..., value = ... }` */
  const nested = ENVIRONMENT.flatMap((name) => (block.attributes.has(name) ? [] : block.nested(name))).map(
    (inner): SymbolicValue => ({
      kind: "object",
      entries: new Map(["name", "value"].map((name) => [name, value(name, inner) ?? UNKNOWN])),
    }),
  );
  return container((name) => value(name), nested);
}

function inDocument(value: SymbolicValue, depth: number): Container[] {
  if (depth > 12 || value.kind === "text") return [];
  if (value.kind === "list") return value.items.flatMap((item) => inDocument(item, depth + 1));
  return [
    ...container((name) => value.entries.get(name)),
    ...[...value.entries.values()].flatMap((item) => inDocument(item, depth + 1)),
  ];
}

function container(
  get: (name: string) => SymbolicValue | undefined,
  variables: readonly SymbolicValue[] = [],
): Container[] {
  const words = commandLine(get);
  if (words.length === 0) return [];
  const given = ENVIRONMENT.flatMap((name) => get(name) ?? []);
  return [{ words, environment: new Map([...given, ...variables].flatMap(variablesIn)) }];
}

/** Variables as an object, as a list of names with values, or of texts `NAME=value`. */
function variablesIn(value: SymbolicValue): (readonly [string, SymbolicValue])[] {
  if (value.kind === "list") return value.items.flatMap(variablesIn);
  if (value.kind === "object") {
    const name = value.entries.get("name");
    if (name === undefined) return [...value.entries];
    return [[sketch(asString(name)), value.entries.get("value") ?? UNKNOWN]];
  }
  const equals = sketch(value.fragments).indexOf("=");
  if (equals < 1) return [];
  return [[sketch(slice(value.fragments, 0, equals)), stringValue(slice(value.fragments, equals + 1))]];
}

/** The program's words and then its arguments; where only arguments stand, the image has the program, which is taken for a shell. */
function commandLine(get: (name: string) => SymbolicValue | undefined): readonly SymbolicString[] {
  const first = (names: readonly string[], but?: string): readonly [string, SymbolicString[]] | undefined => {
    for (const name of names) {
      const value = name === but ? undefined : get(name);
      if (value?.kind === "list" && value.items.length > 0) return [name, value.items.map(asString)];
      if (value?.kind === "text" && /^entry/i.test(name)) return [name, [value.fragments]];
    }
    return undefined;
  };
  const program = first(PROGRAM);
  const rest = first(ARGUMENTS, program?.[0]);
  const words = [...(program?.[1] ?? []), ...(rest?.[1] ?? [])];
  const leading = asWord(words[0]);
  return leading !== undefined && /^-\w*c$/.test(leading) ? [[literal("/bin/sh")], ...words] : words;
}

const asWord = (text: SymbolicString | undefined): string | undefined =>
  text?.length === 1 ? text[0]?.text : undefined;
