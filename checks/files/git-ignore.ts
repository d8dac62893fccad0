import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isThere, MAX_SCRIPT, type Reader } from "../configuration/file-reader.js";

/** What the `.gitignore` files of a repository leave out, read folder by folder. */
export class GitIgnore {
  private readonly rules = new Map<string, Ignore | undefined>();

  public constructor(private readonly reader: Reader) {}

  /** Whether the files of its folder, or of a folder around it, leave a path out. The nearest one that speaks of it decides. */
  public leavesOut(path: string, isFolder: boolean): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const name = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
      const { ignored = false, unignored = false } = this.rulesOf(folder)?.test(name) ?? {};
      if (ignored || unignored) return ignored;
      if (isThere(join(folder, ".git")) || folder === dirname(folder)) return false;
    }
  }

  private rulesOf(folder: string): Ignore | undefined {
    if (!this.rules.has(folder)) {
      const file = join(folder, ".gitignore");
      // Folders around a repository are looked into here, without any configuration leading there.
      const contents = "path" in this.reader.target(file) && this.reader.text(file, MAX_SCRIPT);
      this.rules.set(folder, contents && "text" in contents ? ignore().add(contents.text) : undefined);
    }
    return this.rules.get(folder);
  }
}
