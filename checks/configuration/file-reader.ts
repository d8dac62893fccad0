import { isUtf8 } from "node:buffer";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** More than any configuration has, and little enough to be held in memory several times. */
export const MAX_CONFIGURATION = 64 * 1024 * 1024;
/** Nobody writes a longer script or template. Less than this is followed, and a cut-off one says so. */
const MAX_SCRIPT = 2_000_000;
/** More than any file of settings has. */
export const MAX_SETTINGS = 2_000_000;

/** Why a link that leads back to itself cannot be followed. */
export const LOOP = "is a loop of symbolic links";

/** Why something is not read that is there. */
export const OUTSIDE = "lies outside of the repository";

const FORBIDDEN = "may not be read";
const NO_FILE = ", no file";

export interface Unreadable {
  /** What stands in the way, as the end of a sentence that begins with the file. */
  readonly why: string;
}
export type Contents = { readonly text: string; /** It is longer. */ readonly cut?: true } | Unreadable;

/** Whether something is there that a program may well read or run, only not the checks. */
export const isBarred = ({ why }: Unreadable): boolean =>
  why === FORBIDDEN || (why.endsWith(NO_FILE) && why !== `is a folder${NO_FILE}`);

/** What the kernel shows of itself and of its devices: no repository holds any of it, wherever a link leads. */
const OF_THE_KERNEL = ["/proc", "/sys", "/dev"];

/**
 * All that the checks read of a machine they read here, and it is what the repositories of the given paths hold: the folder of
 * `.git` around a path, or else the path's own folder. No path that configuration names and no link leads out of them,
 * whatever Terraform would do, and nothing is read that is no regular file, or is longer than it may be. In `.git` CI systems
 * keep the token that they cloned with.
 */
export class Reader {
  private readonly roots: readonly string[];
  /** Whether configuration led to something outside. */
  public ledOut = false;

  public constructor(paths: readonly string[]) {
    this.roots = [...new Set(paths.flatMap(repositoryOf))];
  }

  /** The text of a file; UTF-8 alone where `strict`. */
  public text(path: string, most: number, strict = false): Contents {
    const real = this.held(path);
    return typeof real === "string" ? contentsOf(real, { most, strict }) : real;
  }

  /**
   * A script, a template or any other file that configuration refers to. Of one that is too long its beginning is read: whoever
   * follows it finds that even this is more than can be followed, who decodes it says that it is cut, and who does neither lets it be.
   */
  public script(path: string): Contents {
    const real = this.held(path);
    return typeof real === "string" ? contentsOf(real, { most: MAX_SCRIPT, cuts: true }) : real;
  }

  private held(path: string): string | Unreadable {
    const real = realPath(path);
    if (typeof real !== "string" || this.holds(real)) return real;
    this.ledOut = true;
    return { why: OUTSIDE };
  }

  /** What a folder holds. */
  public entries(folder: string): readonly Dirent[] | Unreadable {
    const real = realPath(folder);
    if (typeof real !== "string") return real;
    if (!this.holds(real)) {
      this.ledOut = true;
      return { why: OUTSIDE };
    }
    return attempt(() => readdirSync(real, { withFileTypes: true }));
  }

  /** What a path leads to, through links: to something within the repository, or a reason. */
  public target(path: string): { readonly path: string; readonly about: Stats } | Unreadable {
    const real = realPath(path);
    if (typeof real !== "string") return real;
    if (!this.holds(real)) return { why: "is a link out of the repository" };
    const about = attempt(() => statSync(real));
    return "why" in about ? about : { path: real, about };
  }

  private holds(real: string): boolean {
    if (OF_THE_KERNEL.some((root) => isBelow(real, root))) return false;
    return this.roots.some((root) => isBelow(real, root) && !relative(root, real).split(sep).includes(".git"));
  }
}

/** A file that the user names, wherever it lies. */
export function namedFile(path: string, most: number): Contents {
  const real = realPath(path);
  return typeof real === "string" ? contentsOf(real, { most, strict: true }) : real;
}

/** Whether something has this name, if only a link that leads nowhere. */
export const isThere = (path: string): boolean => !("why" in attempt(() => lstatSync(path)));

/** A file of this package itself; undefined where it is not there. */
export function ownFile(url: URL): Buffer | undefined {
  const found = attempt(() => openSync(url, "r"));
  if (typeof found !== "number") return undefined;
  try {
    return bytesOf(found, fstatSync(found).size);
  } finally {
    closeSync(found);
  }
}

function repositoryOf(path: string): string[] {
  const real = realPath(path);
  if (typeof real !== "string") return [];
  const about = attempt(() => statSync(real));
  const own = "why" in about || about.isDirectory() ? real : dirname(real);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return [folder];
    if (folder === dirname(folder)) return [own];
  }
}

interface Limits {
  readonly most: number;
  readonly strict?: boolean;
  readonly cuts?: boolean;
}

function contentsOf(real: string, { most, strict, cuts }: Limits): Contents {
  if (OF_THE_KERNEL.some((root) => isBelow(real, root))) return { why: "is no file, but something of the kernel" };
  // Without blocking: a pipe that nobody writes to would hold the opening itself up.
  const opened = attempt(() => openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW));
  if (typeof opened !== "number") return opened;
  try {
    const about = fstatSync(opened);
    if (!about.isFile()) return { why: `is ${kindOf(about)}${NO_FILE}` };
    if (about.size > most && !cuts) return { why: `is larger than ${sizeOf(most)}` };
    const bytes = bytesOf(opened, Math.min(about.size, most));
    if (strict && !isUtf8(bytes)) return { why: "is not UTF-8" };
    const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
    return { text, ...(about.size > most && { cut: true }) };
  } catch (error) {
    return { why: reasonOf(error) };
  } finally {
    closeSync(opened);
  }
}

function bytesOf(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const read = readSync(descriptor, bytes, at, size - at, null);
    if (read === 0) break;
    at += read;
  }
  return bytes.subarray(0, at);
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes.toLocaleString("en-US")} bytes`;

/** What something is that is no regular file. */
export const kindOf = (about: Pick<Stats, "isFIFO" | "isSocket" | "isDirectory">): string =>
  about.isDirectory() ? "a folder" : about.isFIFO() ? "a named pipe" : about.isSocket() ? "a socket" : "a device";

const realPath = (path: string): string | Unreadable => attempt(() => realpathSync.native(path));

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function attempt<T>(read: () => T): T | Unreadable {
  try {
    return read();
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

/** What stood in the way, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  const words: Readonly<Record<string, string>> = {
    ELOOP: LOOP,
    ENOENT: "does not exist",
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    ENOTDIR: "is no folder",
    ENAMETOOLONG: "has too long a name",
  };
  return words[code] ?? `cannot be read (${code})`;
}
