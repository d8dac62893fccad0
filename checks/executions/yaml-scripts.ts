import { isScalar, isSeq, visit, type Node } from "yaml";
import { ProgramSource } from "../program/program-source.js";
import type { SymbolicString } from "../values/symbolic-string.js";
import { canonicalName } from "../vocabulary/names.js";
import { SCRIPT_KEYS } from "../vocabulary/documents.js";
import { parseYaml, textOf } from "./cloud-config.js";

/** The scripts in a YAML document, told by what they are called: a pipeline's `script`, a container's `args`. */
export function yamlScripts(text: SymbolicString): SymbolicString[] {
  const source = new ProgramSource(text);
  const found: SymbolicString[] = [];
  visit(parseYaml(source.text), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !SCRIPT_KEYS.includes(canonicalName(String(key.value)))) return;
      for (const item of isSeq(value) ? value.items : [value])
        if (isScalar(item as Node)) found.push(textOf(source, item as Parameters<typeof textOf>[1]));
    },
  });
  return found;
}
