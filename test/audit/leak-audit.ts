import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { inflateRawSync } from "node:zlib";
import { encodingsIn, type Encodings } from "./encodings";
import { commandLines, openFiles, type Seen } from "./processes";

/** What an audit has looked at, so that one that saw nothing is not taken for one that found nothing. */
export interface Looked {
  readonly files: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  readonly commandLines: ReadonlySet<string>;
  readonly openFiles: ReadonlySet<string>;
}

/** Looks for secrets wherever a run of Terraform could leave them. */
export class LeakAudit {
  #encodings: Encodings;
  readonly #givenIn: string | undefined;
  readonly #findings = new Set<string>();
  /** What each file was when it was looked at: providers are large, and stay as they are. */
  readonly #versions = new Map<string, string>();
  readonly #looked = {
    files: new Set<string>(),
    outputs: new Set<string>(),
    commandLines: new Set<string>(),
    openFiles: new Set<string>(),
  };

  /** @param givenIn the folder whose files are secrets: what has one of them open is told to read it */
  constructor(encodings: Encodings, givenIn?: string) {
    this.#encodings = encodings;
    this.#givenIn = givenIn;
  }

  /** Looks from now on for these too, also in files that it has looked at. */
  add(encodings: Encodings): void {
    this.#encodings = { ...this.#encodings, ...encodings };
    this.#versions.clear();
  }

  /** What was found so far, such as "terraform.tfstate: plain". */
  get findings(): string[] {
    return [...this.#findings].sort();
  }

  get looked(): Looked {
    return this.#looked;
  }

  /** Looks at the process list and at the files that are open: to be called while a request is under way. */
  watch(): void {
    for (const seen of commandLines()) this.#judge(seen, this.#looked.commandLines);
    for (const seen of openFiles()) if (!this.#isGiven(seen)) this.#judge(seen, this.#looked.openFiles);
  }

  /** Watches until a time is over. */
  async watchFor(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    do {
      this.watch();
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (Date.now() < until);
  }

  output(place: string, text: string): void {
    this.#judge({ place, bytes: Buffer.from(text) }, this.#looked.outputs);
  }

  /** Looks at all files below a folder; a saved plan, which is a zip file, is unpacked. */
  files(folder: string): void {
    for (const file of filesBelow(folder)) {
      const { ino, size, mtimeNs } = statSync(file, { bigint: true });
      const version = [ino, size, mtimeNs].join();
      if (this.#versions.get(file) === version) continue;
      this.#versions.set(file, version);
      const bytes = readFileSync(file);
      const parts = bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" ? unzipped(bytes) : [bytes];
      for (const part of parts) this.#judge({ place: relative(folder, file), bytes: part }, this.#looked.files);
    }
  }

  #isGiven({ path }: Seen): boolean {
    return this.#givenIn !== undefined && path?.startsWith(`${this.#givenIn}/`) === true;
  }

  #judge({ place, bytes }: Seen, looked: Set<string>): void {
    looked.add(place);
    for (const encoding of encodingsIn(bytes, this.#encodings)) this.#findings.add(`${place}: ${encoding}`);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry?.isDirectory()) return filesBelow(path);
    return entry?.isFile() ? [path] : [];
  });
}

function unzipped(zip: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  const directory = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let entry = zip.readUInt32LE(directory + 16);
  for (let left = zip.readUInt16LE(directory + 10); left > 0; left--) {
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    parts.push(zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed));
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return parts;
}
