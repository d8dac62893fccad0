import { fstatSync, readFileSync, readdirSync, readlinkSync, statSync, type Stats } from "node:fs";

/** What a process had open, or what anybody could read of it. */
export interface Seen {
  readonly place: string;
  /** Of a file that still has a name. */
  readonly path?: string;
  readonly bytes: Buffer;
}

/** Where a larger one is open, it is a program or a database, and no temporary file of a request. */
const LARGEST_FILE = 8 * 1024 * 1024;

/** The command lines of all processes, as anybody on the machine can read them. */
export function commandLines(): Seen[] {
  return processes().flatMap((pid) => {
    const bytes = attempt(() => readFileSync(`/proc/${pid}/cmdline`));
    return bytes?.length ? [{ place: `command line of ${programOf(bytes)}`, bytes }] : [];
  });
}

/** The files that what this process has started holds open, those among them that have no name any more. */
export function openFiles(): Seen[] {
  return descendants(process.pid).flatMap((pid) => {
    const program = programOf(attempt(() => readFileSync(`/proc/${pid}/cmdline`)) ?? Buffer.alloc(0));
    return (attempt(() => readdirSync(`/proc/${pid}/fd`)) ?? []).flatMap((fd) => {
      const path = `/proc/${pid}/fd/${fd}`;
      const bytes = attempt(() => readRegularFile(path));
      if (bytes === undefined) return [];
      const name = attempt(() => readlinkSync(path)) ?? path;
      return name.endsWith(" (deleted)")
        ? [{ place: `deleted file open in ${program}`, bytes }]
        : [{ place: `file open in ${program}`, path: name, bytes }];
    });
  });
}

function readRegularFile(path: string): Buffer | undefined {
  const status = statSync(path);
  return status.isFile() && status.size <= LARGEST_FILE && !isOwnOutput(status) ? readFileSync(path) : undefined;
}

/** What this process itself prints may go to a file, which those that it starts inherit: no trace of theirs. */
function isOwnOutput({ dev, ino }: Stats): boolean {
  return [1, 2].some((fd) => {
    const own = attempt(() => fstatSync(fd));
    return own?.dev === dev && own.ino === ino;
  });
}

function descendants(of: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of processes()) {
    const parent = parentOf(pid);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(of);
}

function parentOf(pid: number): number {
  // After the program's name, which may hold anything, in parentheses: the process state, then the parent.
  const text = attempt(() => readFileSync(`/proc/${pid}/stat`, "latin1")) ?? "";
  return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? -1);
}

function processes(): number[] {
  return (attempt(() => readdirSync("/proc")) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
}

function programOf(commandLine: Buffer): string {
  const [path = ""] = commandLine.toString("latin1").split("\0", 1);
  return path.split("/").at(-1) ?? path;
}

/** A process may end, and a file be closed, while it is looked at. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
