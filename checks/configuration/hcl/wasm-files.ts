import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HclWasm } from "./parser.js";

/** The WebAssembly modules as they lie beside the sources; what is published bundles them instead. */
export function wasmOfSources(): HclWasm {
  const runtime = createRequire(import.meta.url).resolve("web-tree-sitter/web-tree-sitter.wasm");
  return {
    runtime: readFileSync(runtime),
    grammar: readFileSync(new URL("./grammar/tree-sitter-terraform.wasm", import.meta.url)),
  };
}
