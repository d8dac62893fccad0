import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Runs the unit and engine tests on CDK Terrain, in a copy of this project that is set up as the README tells its users.
const CDKTN = "0.24.0";
const CONSTRUCTS = ">=10.6.0 <10.8.0";

const root = fileURLToPath(new URL("..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "on-cdktn-"));

function run(command, ...args) {
  console.log(`\n> ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, { cwd: copy, stdio: "inherit", shell: process.platform === "win32" });
  return status ?? 1;
}

function useCdktn() {
  const file = join(copy, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const { peerDependencies: peers } = manifest;
  manifest.devDependencies.cdktf = `npm:cdktn@${CDKTN}`;
  manifest.devDependencies.constructs = CONSTRUCTS;
  manifest.peerDependencies = { ...peers, cdktf: `npm:cdktn@${CDKTN}`, constructs: CONSTRUCTS };
  manifest.overrides = { ...manifest.overrides, cdktf: "$cdktf" };
  writeFileSync(file, JSON.stringify(manifest, undefined, 2));
}

function installed(name) {
  return JSON.parse(readFileSync(join(copy, "node_modules", name, "package.json"), "utf8"));
}

let status = 1;
try {
  const left = new Set(["node_modules", "dist", ".git", ".jsii", ".jsii-build", "cdktf.out", "package-lock.json"]);
  cpSync(root, copy, { recursive: true, filter: (source) => !left.has(source.slice(root.length)) });
  useCdktn();
  status = run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund");
  if (status === 0) {
    const { name, version } = installed("cdktf");
    if (name !== "cdktn" || version !== CDKTN) throw new Error(`The tests would run on ${name} ${version}`);
    console.log(`\nOn ${name} ${version}, with constructs ${installed("constructs").version}`);
    const projects = ["--project", "unit", "--project", "engine"];
    status = run("npx", "--no-install", "vitest", "run", ...projects, ...process.argv.slice(2));
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = status;
