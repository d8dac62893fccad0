import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { runChild } from "../engine/child";
import { npmEnvironment } from "./npm-environment";
import { REPOSITORY } from "./installation";

async function run(command: string, args: readonly string[]): Promise<string> {
  const result = await runChild(command, args, { cwd: REPOSITORY, env: npmEnvironment(), timeoutMs: 120_000 });
  expect(result.code, result.output).toBe(0);
  return result.stdout;
}

async function packed(file: string): Promise<string> {
  return run("tar", ["-xzOf", inject("tarball"), `package/${file}`]);
}

it("is built by jsii without an error or warning", () => {
  expect(inject("buildOutput")).not.toMatch(/JSII\d+/);
});

it("holds the files that were reviewed, and no others", async () => {
  const listed = (await run("tar", ["-tzf", inject("tarball")])).trim().split("\n");
  const files = listed.map((file) => file.replace(/^package\//, "").replace(/chunk-\w+/, "chunk-*"));
  expect([...new Set(files)].sort()).toEqual(
    (await readFile(join(REPOSITORY, "test/package/files.txt"), "utf8")).trim().split("\n"),
  );
});

// 640 kB with the parsers of HCL, shell, Python, JavaScript and YAML: what is more has come in by mistake.
it("stays below 700 kB", async () => {
  expect((await stat(inject("tarball"))).size).toBeLessThan(700_000);
});

it("names nothing of the machine it was built on", async () => {
  const all = await run("tar", ["-xzOf", inject("tarball")]);
  expect(all.includes(REPOSITORY)).toBe(false);
});

it("carries the licences of all that is bundled, and depends on nothing but peers", async () => {
  const licenses = await packed("THIRD-PARTY-LICENSES");
  for (const name of [
    "@lezer/javascript",
    "@lezer/python",
    "ignore",
    "jsonc-parser",
    "picocolors",
    "unbash",
    "web-tree-sitter",
    "tree-sitter-terraform.wasm",
  ])
    expect(licenses).toContain(`\n${name}`);
  expect(JSON.parse(await packed("package.json"))).not.toHaveProperty("dependencies");
});

it("passes publint's strict rules", async () => {
  const said = await run("npx", ["--no-install", "publint", inject("tarball"), "--strict"]);
  expect(said).toContain("All good!");
});

it("gives every way of resolution types that agree with what runs", async () => {
  await run("npx", ["--no-install", "attw", inject("tarball"), "--no-color"]);
});
