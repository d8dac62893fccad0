import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { runChild } from "../engine/child";
import { npmEnvironment } from "./npm-environment";

declare module "vitest" {
  interface ProvidedContext {
    /** The package as it is published. */
    tarball: string;
    /** What its build said. */
    buildOutput: string;
  }
}

/** Builds and packs the package once, before its tests: what they judge is the tarball. */
export default async function pack(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tarball-"));
  const { code, output } = await runChild("npm", ["pack", "--pack-destination", folder], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: npmEnvironment(),
    timeoutMs: 300_000,
  });
  const [tarball] = await readdir(folder);
  if (code !== 0 || tarball === undefined) throw new Error(`npm pack ended with ${code}: ${output}`);
  project.provide("tarball", join(folder, tarball));
  project.provide("buildOutput", output);
  return () => rm(folder, { recursive: true });
}
