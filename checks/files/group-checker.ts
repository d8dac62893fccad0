import type { Directory } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import type { Bounded, Examined, IsWanted, Recorder } from "../run/recorder.js";
import { readFolder } from "./folder.js";
import { TookTooLong, watched, watchedInTurn } from "../run/watch.js";
import { twice } from "../run/twice.js";
import { localSources } from "./modules.js";
import { isBarred, type Reader } from "../configuration/file-reader.js";

/** How long reading a folder's files may take. */
const MAX_READING_MS = 20_000;
/** What takes longer than this is checked again under a watch of its own, which leaves each part the time that it may take. */
const MAX_TOGETHER_MS = 2_000;

/** Folders that belong together, with their files. */
export type Group = ReadonlyMap<string, readonly string[]>;

type Unreadable = readonly [path: string, why: string];

interface ReadGroup {
  readonly directories: readonly Directory[];
  readonly unreadable: readonly Unreadable[];
}

interface Checked {
  readonly examination: Examined;
  readonly unreadable: readonly Unreadable[];
}

/** Reads and checks folders that belong together, and forgets them again. */
export class GroupChecker {
  /** Files that the report names already. */
  private readonly barred = new Set<string>();

  public constructor(
    private readonly reader: Reader,
    private readonly recorder: Recorder,
    private readonly shown: (path: string) => string,
    private readonly isWanted: IsWanted,
    private readonly onUnreadable: (path: string, why: string) => void,
  ) {}

  /** Checks folders, each with the modules that it calls. */
  public check(groups: readonly Group[], onDone: (group: Group) => void): void {
    this.checkEach(groups, () => false, onDone);
  }

  /** Checks folders of JSON one by one, but for those that call local modules: it gives these back, and nothing was done for them. */
  public checkAlone(folders: Group, onDone: () => void): Map<string, readonly string[]> {
    const calling = new Map<string, readonly string[]>();
    this.checkEach(
      [...folders].map((folder) => new Map([folder])),
      callsModules,
      (group, isLeft) => {
        if (isLeft) for (const [folder, files] of group) calling.set(folder, files);
        else onDone();
      },
    );
    return calling;
  }

  private checkEach(
    groups: readonly Group[],
    leaves: (directory: Directory) => boolean,
    onDone: (group: Group, isLeft: boolean) => void,
  ): void {
    const work = (group: Group): Checked | undefined => {
      const read = this.read(group);
      return read.directories.some(leaves) ? undefined : this.examined(read);
    };
    for (const { of: group, ...came } of watchedInTurn(groups, MAX_TOGETHER_MS, work)) {
      const isLeft = "result" in came ? came.result === undefined : !this.checkByItself(group, leaves);
      if ("result" in came && came.result) this.record(came.result);
      onDone(group, isLeft);
    }
  }

  /** Checks a group with all the time that it may take, unless it is left: then nothing was done. */
  private checkByItself(group: Group, leaves: (directory: Directory) => boolean = () => false): boolean {
    try {
      const read = this.read(group, (work) => watched(MAX_READING_MS, work));
      if (read.directories.some(leaves)) return false;
      this.record(this.examined(read, twice));
    } catch (error) {
      this.checkApart(group, error);
    }
    return true;
  }

  /** Nothing that one folder holds may keep the others from being checked, and nothing in one file the other files. */
  private checkApart(group: Group, error: unknown): void {
    for (const [folder, files] of group) {
      if (group.size > 1) this.checkByItself(new Map([[folder, files]]));
      else if (files.length > 1) for (const file of files) this.checkByItself(new Map([[folder, [file]]]));
      else for (const file of files) this.onUnreadable(file, failure(error));
    }
  }

  private read(group: Group, bounded = (work: () => Directory): Directory => work()): ReadGroup {
    const unreadable: Unreadable[] = [];
    const directories = [...group].map(([folder, files]) =>
      bounded(() => readFolder(this.reader, folder, files, this.shown, (path, why) => unreadable.push([path, why]))),
    );
    return { directories, unreadable };
  }

  private examined({ directories, unreadable }: ReadGroup, bounded?: Bounded): Checked {
    return { examination: this.recorder.examined(directories, this.fileReader(), bounded), unreadable };
  }

  private record({ unreadable, examination }: Checked): void {
    this.recorder.record(examination, this.isWanted);
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
    const contents = this.reader.script(path);
    // What is not there may be made when Terraform runs; what is, and is barred, would pass unread.
    if ("why" in contents && isBarred(contents) && !this.barred.has(path)) {
      this.barred.add(path);
      this.onUnreadable(path, contents.why);
    }
    if ("why" in contents) return undefined;
    const { text, ...rest } = contents;
    return { path: this.shown(path), json: false, text: () => text, ...rest };
  }
}

const callsModules = ({ blocks, files }: Directory): boolean =>
  blocks.some(({ type }) => type === "module") && files.some((file) => localSources(file.text()).length > 0);

function failure(error: unknown): string {
  if (error instanceof TookTooLong) return "takes too long to follow";
  if (error instanceof RangeError) return "is nested too deeply";
  return `cannot be checked (${error instanceof Error ? error.name : typeof error})`;
}
