export { join as joinFiles } from "./directory.js";
export { readSynthesized, readTfJson, readTfvarsJson } from "./json/read.js";
export { loadHclParser, readHcl, readTfvars, type HclWasm } from "./hcl/read.js";
export { isTerragrunt, readTerragrunt } from "./hcl/terragrunt.js";
