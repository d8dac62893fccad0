import { isOwnBlock } from "../configuration/attributes.js";
import type { Block } from "../configuration/configuration.js";
import type { ModuleInstance } from "../terraform/module.js";
import { sketch, type SymbolicString } from "../values/symbolic-string.js";
import { parseJsonText } from "../values/json.js";
import { cloudConfigScripts, isCloudConfig, type BootScripts } from "./cloud-config.js";
import { asString, namedStrings, type SymbolicValue } from "../values/symbolic-value.js";
import { holdsScript, holdsScriptWithin, scriptsOf } from "../vocabulary/boot-scripts.js";
import { DESCRIPTIONS, isProse, isYamlFile, PROSE_KEYS } from "../vocabulary/documents.js";
import { CMDLETS } from "../vocabulary/cmdlets.js";
import { REQUEST_PROGRAMS } from "../vocabulary/programs.js";
import { wordsOf } from "../vocabulary/request-words.js";
import { canonicalName } from "../vocabulary/names.js";
import { requestType } from "../vocabulary/request-types.js";
import { yamlScripts } from "./yaml-scripts.js";
import { partsOf } from "./multipart.js";
import { mayHoldScript } from "./relevance.js";
import type { Execution } from "./execution.js";
import { containersOf } from "./containers.js";
import { bootCommand, bootScript } from "./programs.js";

/** Attributes that hold the name of the file that a block writes. */
const FILE_NAMES = ["filename", "file_name", "file_path", "destination", "remote_path", "path", "key", "name"];
/** A script that could make a token request names a program for it, and something of the request. */
const PROGRAMS = new Set(
  [...REQUEST_PROGRAMS, ...CMDLETS.filter(({ does }) => does === "requests")].map(({ name }) => name.toLowerCase()),
);
const TOKEN = wordsOf("script");

function mayRequestToken(fragments: SymbolicString): boolean {
  const text = sketch(fragments);
  return TOKEN.test(text) && (text.match(/[\w-]+/g) ?? []).some((word) => PROGRAMS.has(word.toLowerCase()));
}

/** Scripts in a block's attributes, rendered as far as the configuration tells. */
function scriptsIn(module: ModuleInstance, block: Block): BootScripts[] {
  const names = [...block.attributes.keys()].filter(holdsScript);
  const file = fileOf(module, block, block);
  const own = names.flatMap((name) => {
    const value = module.attribute(block.attributes.get(name), block);
    return value ? scripts(name, value, file) : [];
  });
  const nested = block.blocks.filter((inner) => !isOwnBlock(inner.type));
  return [...own, ...nested.flatMap((inner) => (inner === block ? [] : scriptsInNested(module, block, inner)))];
}

function scriptsInNested(module: ModuleInstance, block: Block, inner: Block): BootScripts[] {
  return [...inner.attributes.keys()].filter(holdsScriptWithin).flatMap((name) => {
    const value = module.attribute(inner.attributes.get(name), block);
    return value ? scripts(name, value, fileOf(module, block, inner)) : [];
  });
}

/** What the file is called that a block writes. */
function fileOf(module: ModuleInstance, owner: Block, block: Block): string | undefined {
  const name = FILE_NAMES.find((candidate) => block.attributes.has(candidate));
  const value = name === undefined ? undefined : module.attribute(block.attributes.get(name), owner);
  return value && sketch(asString(value));
}

function scripts(name: string, value: SymbolicValue, file: string | undefined): BootScripts[] {
  const texts = value.kind === "text" ? [asString(value)] : namedStrings(value, name).map(({ fragments }) => fragments);
  return texts
    .map((fragments) => (fragments.length === 1 && fragments[0]?.decoded ? fragments[0].decoded : fragments))
    .filter((text) => mayRequestToken(text) && !isProse(sketch(text), file))
    .map((text) => {
      const parts = partsOf(text).map((part) => inner(part, file));
      return {
        scripts: parts.flatMap((part) => part.scripts),
        files: new Map(parts.flatMap((part) => [...part.files])),
      };
    });
}

/** The scripts within a document: cloud-config, or JSON settings such as `commandToExecute`. */
function inner(text: SymbolicString, file: string | undefined): BootScripts {
  if (isCloudConfig(text)) return cloudConfigScripts(text);
  const files = new Map<string, SymbolicString>();
  if (file !== undefined && isYamlFile(file)) return { scripts: yamlScripts(text), files };
  const json = parseJsonText(text);
  if (!json || json.kind === "text") return { scripts: [text], files };
  if (json.kind === "object" && DESCRIPTIONS.some(({ name }) => json.entries.has(name))) return { scripts: [], files };
  const named = namedStrings(json)
    .filter(({ name }) => !PROSE_KEYS.includes(canonicalName(name)))
    .map(({ fragments }) => (fragments.length === 1 && fragments[0]?.decoded ? fragments[0].decoded : fragments));
  return { scripts: named, files };
}

export function bootScripts(module: ModuleInstance, block: Block): Execution[] {
  const type = block.type === "module" ? "" : (block.labels[0] ?? "");
  if (requestType(type) || scriptsOf(type) === "not run" || !mayHoldScript(block)) return [];
  const interpreter = scriptsOf(type) === "PowerShell" ? "pwsh" : "/bin/sh";
  const containers = containersOf(module, block, mayRequestToken).filter(({ words }) => mayRequestToken(words.flat()));
  return [
    ...scriptsIn(module, block).flatMap(({ scripts: all, files }) =>
      all.flatMap((text) => bootScript(module, block, text, interpreter, files)),
    ),
    ...containers.flatMap(({ words, environment }) => bootCommand(module, block, words, environment)),
  ];
}
