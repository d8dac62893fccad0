import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { path, run } from "./paths.mjs";

/**
 * The main entry point, lib, as a jsii module.
 *
 * jsii stops at a tsconfig.json that it did not write, so it compiles in a folder of its own, with output beside no source.
 */
export function buildConstructs() {
  const folder = path(".jsii-build/");
  const build = pathToFileURL(folder);
  rmSync(folder, { recursive: true, force: true });
  rmSync(path("dist/lib"), { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(path("lib"), path("lib", build), { recursive: true });
  for (const file of ["README.md", "LICENSE"]) cpSync(path(file), path(file, build));
  writeFileSync(path("package.json", build), JSON.stringify(jsiiManifest()));
  run("jsii", "--fail-on-warnings", "--generate-tsconfig", "tsconfig.jsii.json", folder);
  cpSync(path("dist/lib", build), path("dist/lib"), { recursive: true });
  rmSync(path("dist/lib/tsconfig.tsbuildinfo"), { force: true });
  cpSync(path(".jsii", build), path(".jsii"));
  cpSync(path("lib/program/files"), path("dist/lib/program/files"), { recursive: true });
  rmSync(folder, { recursive: true });
}

/**
 * What jsii reads of package.json; it would warn of what it does not know. That every peer is optional is for npm alone,
 * so that the command line is installed without CDKTF: to jsii each is a module that the constructs are made of.
 */
function jsiiManifest() {
  const manifest = JSON.parse(readFileSync(path("package.json"), "utf8"));
  const { name, version, description, license, author, homepage, repository, main, types, jsii } = manifest;
  const { peerDependencies, devDependencies } = manifest;
  const what = { name, version, description, license, author, homepage, repository, peerDependencies, devDependencies };
  return { ...what, main, types, stability: "experimental", jsii };
}
