import { afterEach, expect, it, vi } from "vitest";

const RELEVANCE = "../../checks/executions/relevance";

/** What the checks find in each case of a set, with the quick looks that pass over blocks, or with others. */
async function foundIn(set: string, quickLooks?: Readonly<Record<string, () => boolean>>): Promise<unknown[]> {
  vi.resetModules();
  if (quickLooks) vi.doMock(RELEVANCE, () => quickLooks);
  const { wasmOfSources } = await import("../../checks/configuration/hcl/wasm-files");
  const { loadHclParser } = await import("../../checks/configuration/read");
  await loadHclParser(wasmOfSources());
  const { scoreSet } = await import("./corpus-score");
  return scoreSet(set).cases.map(({ name, found, missed, wrong }) => ({ name, found, missed, wrong: wrong.length }));
}

afterEach(() => {
  vi.doUnmock(RELEVANCE);
  vi.resetModules();
});

const all = (pass: boolean): Readonly<Record<string, () => boolean>> => ({
  mayHoldScript: () => pass,
  mayRequest: () => pass,
});

it("passes over nothing in which there is something to find", { timeout: 300_000 }, async () => {
  const found = await foundIn("open");
  expect(await foundIn("open", all(true))).toEqual(found);
  // Were they not asked at all, the line above would prove nothing.
  expect(await foundIn("open", all(false))).not.toEqual(found);
});
