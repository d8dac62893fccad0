import type { ScriptLanguage } from "../script/language.js";
import { parseJavaScript } from "./parse.js";
import { nodeRequest } from "./requests.js";

const ENDS = ["", ".js", ".mjs", ".cjs", ".ts", "/index.js"];
const FETCH = /^(?:node|cross|isomorphic|make)-fetch(?:-.*)?$/;

export const javascript: ScriptLanguage = {
  name: "javascript",
  parse: parseJavaScript,
  library: nodeRequest,
  moduleFiles: (path) => (/^\.{1,2}\//.test(path) ? ENDS.map((end) => path + end) : []),
  libraryName: (path) => (FETCH.test(path) ? "fetch" : path.replace(/^node:/, "").replaceAll("/", ".")),
  clientName: (maker) => maker.split(".")[0] ?? maker,
  assignsLocally: false,
  namesReceiver: false,
  constructorName: "constructor",
  environment: /^process\.env$/,
  failsOnMissing: false,
};
