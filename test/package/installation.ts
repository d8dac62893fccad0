import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject } from "vitest";
import { runChild, type Environment, type Run } from "../engine/child";
import { announce } from "../engine/engine-for";
import { npmEnvironment } from "./npm-environment";
import { npmTool } from "./npm-tool";

export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const PNPM = { name: "pnpm", version: "12.21.0", command: "pnpm" };

export interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8")) as Manifest;
}

/** What a user's package.json says besides this package. */
export interface Dependencies {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** What the constructs need, in the lowest versions that the package declares. */
export async function lowestPeers(): Promise<Record<string, string>> {
  const peers = await declaredPeers();
  return Object.fromEntries(Object.entries(peers).map(([name, range]) => [name, range.replace(/^\^/, "")]));
}

/** The same as ranges: an installation takes the newest that fit. */
export async function declaredPeers(): Promise<Readonly<Record<string, string>>> {
  const { peerDependencies } = await manifest();
  return peerDependencies;
}

/** A fresh folder outside of the repository, in which the tarball is installed with what is said and nothing else. */
export class Installation {
  private constructor(readonly folder: string) {}

  static async empty(): Promise<Installation> {
    return new Installation(await mkdtemp(join(tmpdir(), "installed-")));
  }

  static async by(tool: "npm" | "pnpm", { dependencies = {}, ...others }: Dependencies): Promise<Installation> {
    const installation = await Installation.empty();
    const all = { "cdktf-oauth2-token": `file:${inject("tarball")}`, ...dependencies };
    await installation.write("package.json", JSON.stringify({ private: true, dependencies: all, ...others }));
    if (tool === "npm") await installation.run("npm", ["install", "--prefer-offline"]);
    else await installation.run(await npmTool(PNPM, announce), ["install", "--prefer-offline"]);
    return installation;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(join(this.folder, file), text);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), "utf8");
  }

  /** Copies a folder of test/package/consumers into the installation. */
  async add(consumer: string): Promise<void> {
    await cp(join(REPOSITORY, "test/package/consumers", consumer), join(this.folder, consumer), { recursive: true });
  }

  async versionOf(name: string): Promise<string> {
    const { version } = JSON.parse(await this.read(`node_modules/${name}/package.json`)) as { version: string };
    return version;
  }

  /** Runs a command in the folder, or one below it; a test that expects it to fail says with which status. */
  async run(
    command: string,
    args: readonly string[],
    { env = {}, status = 0, below = "." }: { env?: Environment; status?: number; below?: string } = {},
  ): Promise<Run> {
    const cwd = join(this.folder, below);
    const run = await runChild(command, args, { cwd, env: npmEnvironment(env), timeoutMs: 300_000 });
    expect(run.code, `${command} ${args.join(" ")}\n${run.output}`).toBe(status);
    return run;
  }

  /** Compiles with this repository's TypeScript: the installation holds the package and its peers alone. */
  async compile(project: string): Promise<void> {
    await this.run(process.execPath, [join(REPOSITORY, "node_modules/typescript/bin/tsc"), "-p", project]);
  }
}
