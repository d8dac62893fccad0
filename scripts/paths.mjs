import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** A path of this repository. */
export const path = (relative, base = root) => fileURLToPath(new URL(relative, base));

/** Runs a tool of node_modules, and ends the build where it fails. */
export function run(tool, ...args) {
  const { status } = spawnSync("npx", ["--no-install", tool, ...args], {
    cwd: path("."),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
