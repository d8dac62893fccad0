import { join } from "node:path";
import type { ScriptLanguage } from "../script/language.js";
import { parseJavaScript } from "./parse.js";
import { nodeRequest } from "./requests.js";

const ENDS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", "/index.js", "/index.mjs", "/index.ts"];
const FETCH = /^(?:node|cross|isomorphic|make)-fetch(?:-.*)?$/;

export const javascript: ScriptLanguage = {
  name: "javascript",
  parse: parseJavaScript,
  library: nodeRequest,
  moduleFiles: (path, folder) => {
    if (!/^\.{1,2}(?:\/|$)/.test(path)) return [];
    const file = join(folder, path);
    // TypeScript is loaded by the name that it has once compiled.
    return [...ENDS.map((end) => file + end), file.replace(/\.([cm]?)js$/, ".$1ts")];
  },
  libraryName: (path) => (FETCH.test(path) ? "fetch" : path.replace(/^node:/, "").replaceAll("/", ".")),
  clientName: (maker) => maker.split(".")[0] ?? maker,
  assignsLocally: false,
  namesReceiver: false,
  constructorName: "constructor",
  environment: /^process\.env$/,
  failsOnMissing: false,
};
