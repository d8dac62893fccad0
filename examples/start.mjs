import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Plain JavaScript, because this runs before anything is installed.
const root = fileURLToPath(new URL("..", import.meta.url));
const run = (command, ...args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} runs this, but it needs Node 20.19 or later.`);
  process.exit(1);
}

if (!existsSync(new URL("../node_modules/.package-lock.json", import.meta.url))) {
  console.log("Installing what the examples need: npm ci");
  run("npm", "ci");
}
run("npx", "--no-install", "tsx", "examples/demo/main.ts");
