import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join, relative, resolve } from "node:path";

const BUILDING = ".building-";
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Where built tools are kept: outside of the working tree, so that a fresh checkout builds nothing again. */
export function cacheFolder(): string {
  const chosen = process.env.CDKTF_OAUTH2_TOKEN_CACHE;
  if (chosen) return resolve(chosen);
  return join(resolve(process.env.XDG_CACHE_HOME || join(homedir(), ".cache")), "cdktf-oauth2-token");
}

export interface CacheEntry {
  readonly name: string;
  /** Everything that the result depends on: the same parts give the same folder. */
  readonly from: readonly string[];
  /** Fills `folder`, which is renamed to `final` when it is complete. */
  build(folder: string, final: string): Promise<void>;
}

/** The folder of an entry, built on its first use. A folder that exists is complete, as a rename makes it appear. */
export async function cached(entry: CacheEntry): Promise<string> {
  const root = cacheFolder();
  const final = join(root, `${entry.name}-${digest(entry.from).slice(0, 16)}`);
  if (existsSync(final)) return final;

  await mkdir(root, { recursive: true });
  await sweep(root);
  const folder = await mkdtemp(join(root, BUILDING));
  try {
    await entry.build(folder, final);
    await rename(folder, final).catch((error: unknown) => {
      // Another process was faster: its folder is as good as ours.
      if (!existsSync(final)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return final;
}

/** Names and contents of all files in a folder, as parts for `from`. */
export async function contentsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const parts = files.sort().map(async (file) => [relative(folder, file), await readFile(file, "utf8")]);
  return (await Promise.all(parts)).flat();
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Removes what builds that were killed have left. */
async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(BUILDING)) continue;
    const folder = join(root, name);
    const changed = await stat(folder).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > ABANDONED_AFTER_MS)
      await rm(folder, { recursive: true, force: true });
  }
}
