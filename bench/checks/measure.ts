import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Measured {
  readonly seconds: number;
  /** The largest resident set, in MiB. */
  readonly mebibytes: number;
}

const CLI = fileURLToPath(new URL("../../dist/checks/cli.js", import.meta.url));
const USAGE = fileURLToPath(new URL("./resource-usage.cjs", import.meta.url));

/** Builds the command as it is published. */
export function buildCommand(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("the package could not be built");
}

/** Runs the command as it is published, its start included: the median of some runs. */
export function measureCommand(folder: string, runs = 3, heapMegabytes?: number): Measured {
  const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
  const all = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [...heap, "--require", USAGE, CLI, "check", ".", "--format", "json"],
      {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 1024 * 1024 * 1024,
      },
    );
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0 && status !== 1) throw new Error(`the command ended with ${status ?? "a signal"}: ${stderr}`);
    return { seconds, mebibytes: Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) / 1024 };
  });
  return all.sort((a, b) => a.seconds - b.seconds)[Math.floor(runs / 2)] ?? { seconds: NaN, mebibytes: NaN };
}
