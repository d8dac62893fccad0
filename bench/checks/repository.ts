import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CORPUS = fileURLToPath(new URL("../../test/checks/corpus/open", import.meta.url));

/** Writes a repository of at least so many `.tf` files: the corpus, as often as it takes, a folder a case. */
export function writeRepository(folder: string, count: number): number {
  const cases = readdirSync(CORPUS).sort();
  let files = 0;
  for (let round = 0; files < count; round++)
    for (const name of cases) {
      if (files >= count) break;
      const from = join(CORPUS, name);
      cpSync(from, join(folder, `team-${round}`, name), { recursive: true });
      files += readdirSync(from, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tf")).length;
    }
  return files;
}
