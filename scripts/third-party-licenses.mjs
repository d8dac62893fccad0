import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { path } from "./paths.mjs";

/** Licences under which code may be part of the package. */
const TAKEN = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"];

/** Not a module, so no bundler names it: it is loaded from a file. */
const GRAMMAR = {
  title: "tree-sitter-terraform.wasm, of @tree-sitter-grammars/tree-sitter-hcl (Apache-2.0)",
  file: "checks/configuration/hcl/grammar/LICENSE",
};

/** The licences of all that is bundled, given the files that went into the bundles. */
export function thirdPartyLicenses(inputs) {
  const packages = [...new Set(inputs.filter((input) => input.includes("node_modules/")).map(packageOf))].sort();
  const parts = packages.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((candidate) => /^licen[cs]e(-mit)?(\.(md|txt))?$/i.test(candidate));
    if (!TAKEN.includes(license) || file === undefined)
      throw new Error(`${name} ${version} cannot be bundled: its licence is ${license}, in ${file ?? "no file"}`);
    return section(`${name} ${version} (${license})`, join(folder, file));
  });
  return [
    "The files in dist/checks hold the following software of others, each under its own licence.\n",
    ...parts,
    section(GRAMMAR.title, path(GRAMMAR.file)),
  ].join("\n");
}

function section(title, file) {
  return `${"=".repeat(100)}\n${title}\n\n${readFileSync(file, "utf8").trim()}\n`;
}

function packageOf(input) {
  let folder = dirname(path(input));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
