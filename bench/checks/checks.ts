import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { measureCheckov } from "./checkov.js";
import { buildCommand, measureCommand, type Measured } from "./measure.js";
import { recall } from "./recall.js";
import { writeRepository } from "./repository.js";
import { writeStacks } from "./synthesized-stacks.js";

const STACKS = [250, 1_000, 4_000] as const;
const TF_FILES = 1_000;
/** How many times as long as JSON.parse alone a check of the most stacks may take. */
const AIM = 5;
/** Less than the smallest number of stacks takes when nothing makes it tidy up. */
const SMALL_HEAP = 40;

/** Measures the checks beside JSON.parse and checkov, in one run, and gives a page about it. */
export async function benchChecks(): Promise<string> {
  buildCommand();
  const stacks = STACKS.map((count) => inFolder((folder) => ({ count, ...stacksIn(folder, count) })));
  const repository = await inFolderAsync(async (folder) => {
    const files = writeRepository(folder, TF_FILES);
    return { files, ours: measureCommand(folder), checkov: await measureCheckov(folder) };
  });
  return page(stacks, repository, await recall());
}

interface Stacks extends Measured {
  readonly count: number;
  readonly megabytes: number;
  readonly parse: number;
  /** The largest resident set with a small heap. */
  readonly small: number;
}

interface Repository {
  readonly files: number;
  readonly ours: Measured;
  readonly checkov: Awaited<ReturnType<typeof measureCheckov>>;
}

function stacksIn(folder: string, count: number): Omit<Stacks, "count"> {
  const files = writeStacks(folder, count);
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  const parse = parseSeconds(files);
  const output = join(folder, "cdktf.out");
  // A run that needs more memory than it is given ends with an error, and so does this.
  const small = measureCommand(output, 1, SMALL_HEAP).mebibytes;
  return { parse, megabytes: bytes / 1e6, ...measureCommand(output), small };
}

/** What JSON.parse alone takes: reading the files is not counted. The median of three. */
function parseSeconds(files: readonly string[]): number {
  const runs = Array.from({ length: 3 }, () => {
    let seconds = 0;
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      const started = performance.now();
      JSON.parse(text);
      seconds += (performance.now() - started) / 1000;
    }
    return seconds;
  });
  return runs.sort((a, b) => a - b)[1] ?? NaN;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inFolderAsync<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the aim is, and whether the largest number of stacks reaches it: with few, the start of the command is most of it. */
function aimed(stacks: readonly Stacks[]): string {
  const largest = stacks.at(-1);
  const ratio = largest && largest.seconds / largest.parse;
  const reached = ratio === undefined || Number.isNaN(ratio) || ratio > AIM ? "not reached" : "reached";
  return `The aim is at most ${AIM} times JSON.parse for ${(largest?.count ?? 0).toLocaleString("en-US")} stacks: ${reached}.`;
}

function page(stacks: readonly Stacks[], { files, ours, checkov }: Repository, found: string): string {
  const row = (...cells: (string | number)[]): string => `| ${cells.join(" | ")} |`;
  const other = "why" in checkov ? checkov.why : `${checkov.seconds.toFixed(1)} s`;
  const ratio = "why" in checkov ? "" : `${(checkov.seconds / ours.seconds).toFixed(0)} times`;
  return [
    "# Measured: the checks",
    `Written by \`npm run bench -- checks\`. Measured with ${cpus().length} cores, Node ${process.versions.node}. The command is measured as it is published, its start included: the median of three runs.`,
    "## Synthesized stacks of 50 resources",
    [
      row(
        "stacks",
        "JSON",
        "JSON.parse alone",
        "check",
        "check ÷ JSON.parse",
        "memory at most",
        `with a heap of ${SMALL_HEAP} MB`,
      ),
      row("---", "---", "---", "---", "---", "---", "---"),
      ...stacks.map(({ count, megabytes, parse, seconds, mebibytes, small }) =>
        row(
          count.toLocaleString("en-US"),
          `${megabytes.toFixed(0)} MB`,
          `${parse.toFixed(2)} s`,
          `${seconds.toFixed(2)} s`,
          (seconds / parse).toFixed(1),
          `${mebibytes.toFixed(0)} MiB`,
          `${small.toFixed(0)} MiB`,
        ),
      ),
    ].join("\n"),
    aimed(stacks),
    `## A repository of ${files.toLocaleString("en-US")} \`.tf\` files`,
    [
      row("check", "checkov 3.3.30", "ratio"),
      row("---", "---", "---"),
      row(`${ours.seconds.toFixed(1)} s`, other, ratio),
    ].join("\n"),
    "checkov looks for other mistakes than these checks do; it is here for the time that a pipeline is used to.",
    found,
    "",
  ]
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}
