import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { READERS } from "./fuzz/readers.js";

const CHILD = fileURLToPath(new URL("fuzz/child.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");

/** `FUZZ_SEEDS=100 FUZZ_FIRST=1000 npx vitest run test/checks/slow/fuzz.test.ts` looks further; a fault names its seed. */
const SEEDS = Number(process.env["FUZZ_SEEDS"] ?? 2);
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);

/** Seeds that once showed a fault: they stay. */
const KNOWN: Readonly<Record<string, readonly number[]>> = {
  globs: [1],
  "values in JSON": [2, 5],
  "curl's configuration": [10],
};

/** Far more than a seed takes, and far less than one that has no end. */
const KILL_AFTER_MS = 60_000;

interface Told {
  readonly seed?: number;
  readonly wrong?: string;
  readonly done?: true;
}

function faults(name: string, first: number, count: number): string[] {
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    ["--import", TSX, CHILD, name, String(first), String(count)],
    { encoding: "utf8", timeout: count * KILL_AFTER_MS, killSignal: "SIGKILL" },
  );
  const told = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Told);
  const found = told.flatMap(({ seed, wrong }) => (wrong === undefined ? [] : [`seed ${seed ?? "?"}: ${wrong}`]));
  if (told.at(-1)?.done === true) return found;
  return [...found, `seed ${told.at(-1)?.seed ?? "?"}: does not end (${signal ?? stderr})`];
}

describe("text that grows to a megabyte is read in linear time, and breaks nothing", () => {
  it.each(Object.keys(READERS))("as %s", { timeout: (SEEDS + 2) * KILL_AFTER_MS + 10_000 }, (name) => {
    const known = (KNOWN[name] ?? []).flatMap((seed) => faults(name, seed, 1));
    expect([...known, ...faults(name, FIRST, SEEDS)]).toEqual([]);
  });
});
