export { join as joinFiles } from "./directory.js";
export { readSynthesized, readTfJson, readTfvarsJson } from "./json.js";
export { loadHclParser, readHcl, readTfvars, type HclWasm } from "../hcl/read.js";
