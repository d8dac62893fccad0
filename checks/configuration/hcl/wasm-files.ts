import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { ownFile } from "../file-reader.js";
import type { HclWasm } from "./parser.js";

/** The WebAssembly modules as they lie beside the sources; what is published bundles them instead. */
export function wasmOfSources(): HclWasm {
  const runtime = createRequire(import.meta.url).resolve("web-tree-sitter/web-tree-sitter.wasm");
  return {
    runtime: needed(pathToFileURL(runtime)),
    grammar: needed(new URL("./grammar/tree-sitter-terraform.wasm", import.meta.url)),
  };
}

function needed(url: URL): Uint8Array {
  const bytes = ownFile(url);
  if (bytes === undefined) throw new Error("A file of this package is missing: install it again");
  return bytes;
}
