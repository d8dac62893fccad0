import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { cached } from "./tool-cache";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tool-cache-"));
  vi.stubEnv("CDKTF_OAUTH2_TOKEN_CACHE", root);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

const entry = (from: string, text = from) => ({
  name: "tool",
  from: [from],
  build: (folder: string) => writeFile(join(folder, "binary"), text),
});

it("builds once for the same parts, and again for others", async () => {
  const first = await cached(entry("a", "built first"));
  expect(await cached(entry("a", "built again"))).toBe(first);
  expect(await readFile(join(first, "binary"), "utf8")).toBe("built first");
  expect(await cached(entry("b"))).not.toBe(first);
});

it("gives two that build at once the same complete folder", async () => {
  const [one, other] = await Promise.all([cached(entry("a")), cached(entry("a"))]);
  expect(one).toBe(other);
  expect(await readdir(root)).toHaveLength(1);
});

it("keeps nothing of a build that failed", async () => {
  const failing = { ...entry("a"), build: () => Promise.reject(new Error("no network")) };
  await expect(cached(failing)).rejects.toThrow("no network");
  expect(await readdir(root)).toEqual([]);
  await cached(entry("a"));
});
