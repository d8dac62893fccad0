import type { Dirent } from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import type { GitIgnore } from "./git-ignore.js";
import { isTerragrunt } from "../configuration/read.js";
import { kindOf, LOOP, type Reader } from "../configuration/file-reader.js";

const CONFIGURATION = new Set([".json", ".tf", ".tofu", ".tfvars"]);

/** Folders of tools, in which no team writes configuration. */
const SKIPPED = new Set([".git", ".hg", ".svn", "node_modules", ".terraform", ".terragrunt-cache", ".venv"]);
/** What CDKTF writes, and beside it copies of what the stack refers to: modules among them are found where they are called. */
const SYNTHESIZED = /^cdk\.tf(?:\.json)?$/;
const ASSETS = "assets";
const TERRAFORM = /\.(?:tf|tofu)(?:\.json)?$|\.tfvars(?:\.json)?$/;
const isConfiguration = (name: string): boolean => TERRAFORM.test(name) || isTerragrunt(name);

export interface FoundConfiguration {
  /** Files of configuration by their folder, all with absolute paths. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Where single files were named: what is reported about their folder is limited to them. */
  readonly onlyFiles: ReadonlySet<string>;
  /** Of the named files those that are no configuration: scripts and templates, which some configuration may use. */
  readonly scripts: readonly string[];
  /** Where single files were named: the other configuration of the working directory, which may use them. */
  readonly around: ReadonlyMap<string, readonly string[]>;
  /** How many files and folders `.gitignore` leaves out. */
  readonly ignored: number;
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
  readonly notFollowed: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Finds the files of configuration in folders, and takes files that are named. Links to folders are not followed: what
 * they lead to is either found by itself or outside of what was asked for, and so no loop of links can hold it up.
 */
export function findConfiguration(
  paths: readonly string[],
  workingDirectory: string,
  reader: Reader,
  isLeftOut: (path: string) => boolean,
  gitIgnore: GitIgnore | undefined,
): FoundConfiguration {
  const search = new Search(reader, isLeftOut, gitIgnore);
  for (const path of paths) search.start(path);
  const found = search.found();
  const isHere = (file: string): boolean => file.startsWith(workingDirectory + sep);
  if (![...found.onlyFiles].some(isHere)) return found;
  const wider = new Search(reader, isLeftOut, gitIgnore);
  wider.start(workingDirectory);
  const around = [...wider.found().folders].filter(([folder]) => !found.folders.has(folder));
  return { ...found, around: new Map(around) };
}

class Search {
  private readonly folders = new Map<string, Set<string>>();
  private readonly named = new Set<string>();
  private readonly scripts: string[] = [];
  private readonly whole = new Set<string>();
  private ignored = 0;
  private readonly unreadable: { path: string; why: string }[] = [];
  private readonly notFollowed: { path: string; why: string }[] = [];

  public constructor(
    private readonly reader: Reader,
    private readonly isLeftOut: (path: string) => boolean,
    private readonly gitIgnore: GitIgnore | undefined,
  ) {}

  public start(path: string): void {
    const target = this.reader.target(path);
    if ("why" in target) {
      this.unreadable.push({ path, why: target.why });
      return;
    }
    const { about } = target;
    if (about.isDirectory()) {
      this.walk(path);
    } else if (this.isFile(path, about)) {
      this.named.add(path);
      if (!CONFIGURATION.has(extname(path)) && !isTerragrunt(basename(path))) {
        this.scripts.push(path);
        return;
      }
      for (const entry of this.entriesOf(dirname(path))) this.take(dirname(path), entry, true);
      this.add(dirname(path), path);
    }
  }

  public found(): FoundConfiguration {
    const whole = (file: string): boolean => this.whole.has(dirname(file));
    return {
      folders: new Map([...this.folders].sort(byName).map(([folder, files]) => [folder, [...files].sort()])),
      onlyFiles: new Set([...this.named].filter((file) => !whole(file))),
      scripts: this.scripts,
      around: new Map(),
      ignored: this.ignored,
      unreadable: this.unreadable,
      notFollowed: this.notFollowed,
    };
  }

  private walk(top: string): void {
    const waiting = [top];
    // What CDKTF synthesizes is what the checks are for, and is in the `.gitignore` of every project.
    const synthesized: string[] = [];
    const named = this.gitIgnore?.leavesOut(top, true) === true;
    const isIgnored = (folder: string, entry: Dirent): boolean => {
      if (named) return false;
      const path = join(folder, entry.name);
      if (!this.gitIgnore?.leavesOut(path, entry.isDirectory())) return false;
      if (synthesized.some((outdir) => path.startsWith(outdir + sep))) return false;
      if (entry.isDirectory() && this.isOutputOfCdktf(path)) {
        synthesized.push(path);
        return false;
      }
      this.ignored++;
      return true;
    };
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (this.whole.has(folder)) continue;
      this.whole.add(folder);
      const entries = this.entriesOf(folder);
      this.gitIgnore?.enter(folder, entries);
      const isStack = entries.some(({ name }) => SYNTHESIZED.test(name));
      for (const entry of entries) {
        if (isStack && entry.name === ASSETS) continue;
        if (this.concerns(entry) && isIgnored(folder, entry)) continue;
        const inner = this.take(folder, entry, false);
        if (inner !== undefined) waiting.push(inner);
      }
    }
  }

  private concerns(entry: Dirent): boolean {
    return entry.isDirectory() ? !SKIPPED.has(entry.name) : isConfiguration(entry.name);
  }

  private isOutputOfCdktf(folder: string): boolean {
    const entries = this.reader.entries(folder);
    if ("why" in entries) return false;
    const names = new Set(entries.map(({ name }) => name));
    return names.has("manifest.json") && names.has("stacks");
  }

  /** Takes a file of configuration, or gives a folder to go into. */
  private take(folder: string, entry: Dirent, onlyFiles: boolean): string | undefined {
    const path = join(folder, entry.name);
    const interesting = isConfiguration(entry.name);
    if (entry.isDirectory()) return onlyFiles || SKIPPED.has(entry.name) || this.isLeftOut(path) ? undefined : path;
    if (!interesting && (onlyFiles || !entry.isSymbolicLink())) return undefined;
    if (this.isLeftOut(path)) return undefined;
    if (entry.isSymbolicLink()) this.takeLink(folder, path, interesting);
    else if (this.isFile(path, entry)) this.add(folder, path);
    return undefined;
  }

  private takeLink(folder: string, path: string, interesting: boolean): void {
    const target = this.reader.target(path);
    if ("why" in target) {
      if (interesting || target.why === LOOP) this.unreadable.push({ path, why: target.why });
    } else if (target.about.isDirectory()) {
      const around = this.reader.target(folder);
      if ("path" in around && (around.path === target.path || around.path.startsWith(target.path + sep)))
        this.notFollowed.push({ path, why: "a link to a folder around it" });
      else if (!SKIPPED.has(basename(path))) this.notFollowed.push({ path, why: "a link to another folder" });
    } else if (interesting && this.isFile(path, target.about)) {
      this.add(folder, path);
    }
  }

  private isFile(path: string, about: Pick<Dirent, "isFile" | "isFIFO" | "isSocket" | "isDirectory">): boolean {
    if (about.isFile()) return true;
    this.unreadable.push({ path, why: `is ${kindOf(about)}, no file` });
    return false;
  }

  private add(folder: string, file: string): void {
    const files = this.folders.get(folder);
    if (files) files.add(file);
    else this.folders.set(folder, new Set([file]));
  }

  private entriesOf(folder: string): readonly Dirent[] {
    const entries = this.reader.entries(folder);
    if (!("why" in entries)) return entries;
    this.unreadable.push({ path: folder, why: entries.why });
    return [];
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
