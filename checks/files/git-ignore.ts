import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { Dirent } from "node:fs";
import { isThere, MAX_SETTINGS, type Reader } from "../configuration/file-reader.js";

const GIT = ".git";
const RULES = ".gitignore";

/** What the `.gitignore` files of a repository leave out, read folder by folder. */
export class GitIgnore {
  private readonly rules = new Map<string, Ignore | undefined>();
  private readonly tops = new Map<string, boolean>();

  public constructor(private readonly reader: Reader) {}

  /** Takes what a folder holds, where it is known already: most hold neither rules nor a repository, and are not asked again. */
  public enter(folder: string, entries: readonly Pick<Dirent, "name">[]): void {
    if (!entries.some(({ name }) => name === GIT)) this.tops.set(folder, folder === dirname(folder));
    if (!entries.some(({ name }) => name === RULES)) this.rules.set(folder, undefined);
  }

  /** Whether the files of its folder, or of a folder around it, leave a path out. The nearest one that speaks of it decides. */
  public leavesOut(path: string, isFolder: boolean): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const rules = this.rulesOf(folder);
      if (rules) {
        const name = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
        const { ignored, unignored } = rules.test(name);
        if (ignored || unignored) return ignored;
      }
      if (this.isTop(folder)) return false;
    }
  }

  /** Whether no folder above belongs to the same repository. */
  private isTop(folder: string): boolean {
    let top = this.tops.get(folder);
    if (top === undefined) this.tops.set(folder, (top = folder === dirname(folder) || isThere(join(folder, GIT))));
    return top;
  }

  private rulesOf(folder: string): Ignore | undefined {
    if (!this.rules.has(folder)) {
      const file = join(folder, RULES);
      // Folders around a repository are looked into here, without any configuration leading there.
      const contents = "path" in this.reader.target(file) && this.reader.text(file, MAX_SETTINGS);
      this.rules.set(folder, contents && "text" in contents ? ignore().add(contents.text) : undefined);
    }
    return this.rules.get(folder);
  }
}
