import type { Directory } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import type { IsWanted, Recorder } from "../run/recorder.js";
import { readFolder } from "./folder.js";
import { TookTooLong, watched } from "../run/watch.js";
import { twice } from "../run/twice.js";
import { localSources } from "./modules.js";
import { MAX_SCRIPT, type Reader } from "../configuration/file-reader.js";

/** How long reading a group's files may take. */
const MAX_READING_MS = 20_000;

type Unreadable = readonly [path: string, why: string];

/** Reads and checks folders that belong together, and forgets them again. */
export class GroupChecker {
  public constructor(
    private readonly reader: Reader,
    private readonly recorder: Recorder,
    private readonly shown: (path: string) => string,
    private readonly isWanted: IsWanted,
    private readonly onUnreadable: (path: string, why: string) => void,
  ) {}

  /** Checks a folder with the modules that it calls. */
  public check(group: ReadonlyMap<string, readonly string[]>): void {
    try {
      const unreadable: Unreadable[] = [];
      const directories = [...group].map(([folder, files]) => this.read(folder, files, unreadable));
      this.examine(directories, unreadable);
    } catch (error) {
      this.checkApart(group, error);
    }
  }

  /** Checks a folder of JSON, unless it calls a local module: then nothing was done. */
  public checkAlone(folder: string, files: readonly string[]): boolean {
    try {
      const unreadable: Unreadable[] = [];
      const directory = this.read(folder, files, unreadable);
      const callsModules = directory.blocks.some(({ type }) => type === "module");
      if (callsModules && directory.files.some((file) => localSources(file.text()).length > 0)) return false;
      this.examine([directory], unreadable);
    } catch (error) {
      this.checkApart(new Map([[folder, files]]), error);
    }
    return true;
  }

  /** Nothing that one folder holds may keep the others from being checked, and nothing in one file the other files. */
  private checkApart(group: ReadonlyMap<string, readonly string[]>, error: unknown): void {
    for (const [folder, files] of group) {
      if (group.size > 1) this.check(new Map([[folder, files]]));
      else if (files.length > 1) for (const file of files) this.check(new Map([[folder, [file]]]));
      else for (const file of files) this.onUnreadable(file, failure(error));
    }
  }

  private read(folder: string, files: readonly string[], unreadable: Unreadable[]): Directory {
    return watched(MAX_READING_MS, () =>
      readFolder(this.reader, folder, files, this.shown, (path, why) => unreadable.push([path, why])),
    );
  }

  private examine(directories: readonly Directory[], unreadable: readonly Unreadable[]): void {
    this.recorder.examine(directories, this.fileReader(), this.isWanted, twice);
    for (const [path, why] of unreadable) this.onUnreadable(path, why);
  }

  /** Reads a script or template once for a group, as its blocks often have the same. */
  private fileReader(): (path: string) => SourceFile | undefined {
    const read = new Map<string, SourceFile | undefined>();
    return (path) => {
      if (!read.has(path)) read.set(path, this.readScript(path));
      return read.get(path);
    };
  }

  private readScript(path: string): SourceFile | undefined {
    const contents = this.reader.text(path, MAX_SCRIPT);
    return "why" in contents ? undefined : { path: this.shown(path), json: false, text: () => contents.text };
  }
}

function failure(error: unknown): string {
  if (error instanceof TookTooLong) return "takes too long to follow";
  if (error instanceof RangeError) return "is nested too deeply";
  return `cannot be checked (${error instanceof Error ? error.name : typeof error})`;
}
