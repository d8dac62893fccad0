import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild, type Environment } from "./child";
import { contentsOf } from "./tool-cache";

export type Log = (line: string) => void;

/** A Go module of test/engine/build: its go.mod and go.sum pin what is built, to the last byte. */
export interface GoModule {
  /** The folder in test/engine/build. */
  readonly folder: string;
  readonly ldflags?: string;
  readonly tags?: string;
  /**
   * Whether parts of it are in C.
   *
   * @default false
   */
  readonly cgo?: boolean;
}

export interface GoTarget {
  readonly package: string;
  /** Where to put the binary. */
  readonly binary: string;
}

const BUILD_TIMEOUT_MS = 20 * 60_000;
const PROGRESS_MS = 5_000;

/** A person's own Go settings must not change what is built; where modules come from stays their choice. */
const HERMETIC = { GOFLAGS: "-mod=readonly", GOWORK: "off" };
const FLAGS = ["-trimpath", "-buildvcs=false"];

export interface GoToolchain {
  readonly version: string;
  /** In Terraform's words, such as linux_amd64. */
  readonly platform: string;
}

/** The Go that would build a module; throws with a reason where none would. */
export async function toolchainFor(module: GoModule): Promise<GoToolchain> {
  // Asked in the module's folder: there Go answers with the toolchain that the module asks for.
  const options = { cwd: folderOf(module), env: environmentOf(module), timeoutMs: BUILD_TIMEOUT_MS };
  const asked = await runChild("go", ["env", "GOVERSION", "GOOS", "GOARCH"], options);
  if (asked.code === 127) throw new Error("Go, which would build it, is not on PATH");
  const [version, os, arch] = asked.stdout.trim().split(/\s+/);
  if (asked.code !== 0 || !version || !os || !arch) throw new Error(`go env ended with ${asked.code}: ${asked.output}`);
  return { version, platform: `${os}_${arch}` };
}

/** All that a build of this module depends on: the key of its place in the cache. */
export async function partsOf(module: GoModule, toolchain: GoToolchain): Promise<string[]> {
  const how = [toolchain.version, toolchain.platform, ...FLAGS, module.ldflags ?? "", ...tagsOf(module)];
  return [...how, ...(await contentsOf(folderOf(module)))];
}

/** Builds one binary, telling now and then what it waits for: a first build takes minutes. */
export async function goBuild(module: GoModule, target: GoTarget, log: Log): Promise<void> {
  await mkdir(dirname(target.binary), { recursive: true });
  const started = Date.now();
  let lines = 0;
  let last = "";
  const progress = setInterval(() => {
    log(`  ${seconds(started)} s, ${lines} packages so far, waiting for Go: ${last || "starting"}`);
  }, PROGRESS_MS);
  try {
    const flags = [...FLAGS, ...tagsOf(module), "-ldflags", `-s -w ${module.ldflags ?? ""}`];
    const args = ["build", "-v", ...flags, "-o", target.binary];
    const run = await runChild("go", [...args, target.package], {
      cwd: folderOf(module),
      env: environmentOf(module),
      timeoutMs: BUILD_TIMEOUT_MS,
      onOutput: (chunk) => {
        const whole = chunk.trimEnd().split("\n");
        lines += whole.length;
        last = stepOf(whole.at(-1) ?? "");
      },
    });
    if (run.code !== 0) throw new Error(`go build ended with ${run.code}: ${lastLines(run.output)}`);
    log(`  built ${target.package} in ${seconds(started)} s`);
  } finally {
    clearInterval(progress);
  }
}

/** Of a line that `go build -v` prints: "go: downloading x v1" as it is, a package while it is compiled. */
function stepOf(line: string): string {
  return line.startsWith("go: ") ? line.slice(4) : `compiling ${line}`;
}

function environmentOf({ cgo = false }: GoModule): Environment {
  return { ...process.env, ...HERMETIC, CGO_ENABLED: cgo ? "1" : "0" };
}

function tagsOf({ tags }: GoModule): string[] {
  return tags === undefined ? [] : ["-tags", tags];
}

function folderOf(module: GoModule): string {
  return join(dirname(fileURLToPath(import.meta.url)), "build", module.folder);
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-5).join("\n");
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0);
}
