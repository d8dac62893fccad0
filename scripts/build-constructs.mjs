import { cpSync, rmSync } from "node:fs";
import { path, run } from "./paths.mjs";

/** The main entry point, lib, as a jsii module. jsii stops at a tsconfig.json that it did not write, so it writes another. */
export function buildConstructs() {
  rmSync(path("dist/lib"), { recursive: true, force: true });
  run("jsii", "--fail-on-warnings", "--generate-tsconfig", "tsconfig.jsii.json");
  rmSync(path("dist/lib/tsconfig.tsbuildinfo"), { force: true });
  cpSync(path("lib/program/files"), path("dist/lib/program/files"), { recursive: true });
}
