import { isOwnBlock } from "../configuration/attributes.js";
import type { Block } from "../configuration/configuration.js";
import { parseJsonText } from "../values/json.js";
import type { ModuleInstance } from "../terraform/module.js";
import { literal, type SymbolicString } from "../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../values/symbolic-value.js";
import { containerWords } from "../vocabulary/containers.js";

const BLOCKS = containerWords("block");
const DOCUMENTS = containerWords("document");
const PROGRAM = containerWords("program");
/** Without a program of its own, what elsewhere is one is its arguments. */
const ARGUMENTS = [...containerWords("arguments"), ...PROGRAM];

/** The command lines of containers, at any depth of nested blocks, or in a document such as `container_definitions`. */
export function containerCommands(module: ModuleInstance, block: Block): (readonly SymbolicString[])[] {
  const documents = DOCUMENTS.flatMap((name) => {
    const value = module.attribute(block.attributes.get(name), block);
    const document = value?.kind === "text" ? parseJsonText(value.fragments) : value;
    return document ? inDocument(document, 0) : [];
  });
  return [...documents, ...inBlocks(module, block, block, 0)];
}

function inBlocks(module: ModuleInstance, owner: Block, block: Block, depth: number): (readonly SymbolicString[])[] {
  if (depth > 12) return [];
  return block.blocks.flatMap((inner) => {
    if (inner === block || isOwnBlock(inner.type)) return [];
    const own = BLOCKS.includes(inner.type)
      ? commandLine((name) => module.attribute(inner.attributes.get(name), owner))
      : [];
    return [...(own.length > 0 ? [own] : []), ...inBlocks(module, owner, inner, depth + 1)];
  });
}

function inDocument(value: SymbolicValue, depth: number): (readonly SymbolicString[])[] {
  if (depth > 12 || value.kind === "text") return [];
  if (value.kind === "list") return value.items.flatMap((item) => inDocument(item, depth + 1));
  const own = commandLine((name) => value.entries.get(name));
  return [
    ...(own.length > 0 ? [own] : []),
    ...[...value.entries.values()].flatMap((item) => inDocument(item, depth + 1)),
  ];
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
