import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

/** A text in all the encodings in which it could lie somewhere. */
export function encodings(secret: string, clientId: string): Record<string, string> {
  const form = new URLSearchParams({ s: secret }).toString().slice(2);
  const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");
  return {
    plain: secret,
    "JSON-escaped": JSON.stringify(secret).slice(1, -1),
    form,
    percent: encodeURIComponent(secret),
    base64: base64(secret),
    "Basic pair": base64(`${clientId}:${secret}`),
    "form-encoded Basic pair": base64(`${clientId}:${form}`),
  };
}

/** Where a secret lies in the files below a folder; a saved plan, which is a zip file, is unpacked. */
export function leaksInFiles(folder: string, forms: Record<string, string>): string[] {
  return filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const parts = bytes.subarray(0, 2).toString() === "PK" ? unzipped(bytes) : [bytes];
    return leaksIn(Buffer.concat(parts).toString("utf8"), forms).map(
      (form) => `${file.slice(folder.length + 1)}: ${form}`,
    );
  });
}

export function leaksIn(text: string, forms: Record<string, string>): string[] {
  return Object.entries(forms)
    .filter(([, form]) => text.includes(form))
    .map(([name]) => name);
}

/** The command lines of all processes, as anybody on the machine can read them. */
export function commandLines(): string {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        // The process ended in the meantime.
        return "";
      }
    })
    .join("\n");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    const entry = statSync(path);
    // Providers are installed as links to programs of many megabytes, which were built before the secret was known.
    if (entry.isDirectory()) return name === "providers" ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
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
