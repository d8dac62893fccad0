import { spawnSync } from "node:child_process";

// The whole test command: style, types, then every test project. Snapshots are never written here.
const steps = [
  ["eslint", "."],
  ["prettier", "--check", "."],
  ["tsc", "--noEmit"],
  ["vitest", "run"],
];

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(" ")}`);
  const { status } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
