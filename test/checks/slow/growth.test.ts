import { beforeAll, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { loadHclParser } from "../../../checks/configuration/read.js";
import { follow } from "./fuzz/follow.js";
import { MANY } from "./many.js";

beforeAll(() => loadHclParser(wasmOfSources()));

const TIMES = 8;
/** What is linear takes 8 times as long, and what is quadratic up to 64 times. */
const MOST = 13;
const LOOKS = 4;

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

it.each(Object.entries(MANY))("%s: 8 times as many take about 8 times as long", (_, [count, of]) => {
  const take = (many: number): number => {
    const directory = of(many);
    return processorTime(() => {
      follow(directory);
    });
  };
  // The first time a process pays for more than it is given.
  take(count);
  let least = Infinity;
  for (let look = 0; look < LOOKS && least > MOST; look++)
    least = Math.min(least, take(TIMES * count) / Math.max(take(count), take(count)));
  expect(least).toBeLessThanOrEqual(MOST);
});
