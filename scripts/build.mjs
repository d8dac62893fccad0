import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// jsii stops at a tsconfig.json that it did not write, so it compiles in a folder of its own, with output beside no source.
const root = new URL("../", import.meta.url);
const build = new URL(".jsii-build/", root);
const path = (relative, base = root) => fileURLToPath(new URL(relative, base));

rmSync(build, { recursive: true, force: true });
rmSync(path("dist/lib"), { recursive: true, force: true });
mkdirSync(build);
cpSync(path("lib"), path("lib", build), {
  recursive: true,
  filter: (source) => !/[\\/]lib[\\/]checks([\\/]|$)/.test(source),
});
for (const file of ["README.md", "LICENSE"]) cpSync(path(file), path(file, build));

const manifest = JSON.parse(readFileSync(path("package.json"), "utf8"));
const { name, version, description, license, author, repository, peerDependencies, jsii } = manifest;
writeFileSync(
  path("package.json", build),
  JSON.stringify({
    name,
    version,
    description,
    license,
    author,
    repository,
    peerDependencies,
    devDependencies: manifest.devDependencies,
    main: "dist/lib/index.js",
    types: "dist/lib/index.d.ts",
    stability: "experimental",
    jsii,
  }),
);
const { status } = spawnSync(
  "npx",
  ["--no-install", "jsii", "--fail-on-warnings", "--generate-tsconfig", "tsconfig.jsii.json", path(".", build)],
  { cwd: path("."), stdio: "inherit", shell: process.platform === "win32" },
);
if (status !== 0) process.exit(status ?? 1);
cpSync(path("dist/lib", build), path("dist/lib"), { recursive: true });
if (existsSync(path(".jsii", build))) cpSync(path(".jsii", build), path(".jsii"));
cpSync(path("lib/program/files"), path("dist/lib/program/files"), { recursive: true });
rmSync(build, { recursive: true });
