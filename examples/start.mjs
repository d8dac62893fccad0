import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Plain JavaScript, because this runs before anything is installed.
const root = fileURLToPath(new URL("..", import.meta.url));
const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(new URL("../node_modules/.package-lock.json", import.meta.url))) {
  console.log("Installing what the examples need: npm ci");
  run("npm", "ci");
}
run("npx", "--no-install", "tsx", "examples/demo.ts");
