import { join, resolve } from "node:path";
import { MAX_CONFIGURATION, OUTSIDE, type Reader } from "../configuration/file-reader.js";

/** `source = "../token"` in HCL, `"source": "../token"` in JSON; comments and strings may give some too many. */
const LOCAL_SOURCE = /\bsource"?\s*[=:]\s*"(\.{1,2}(?:\/[^"$%]*)?)"/g;

/** The folders that a folder's modules lie in, by a look at its text: so folders are parsed only together with those. */
export function calledFolders(reader: Reader, folder: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const contents = reader.text(file, MAX_CONFIGURATION, true);
    return "text" in contents ? localSources(contents.text).map((source) => resolve(folder, source)) : [];
  });
}

/** What a text gives as the places of local modules. */
export const localSources = (text: string): string[] =>
  [...text.matchAll(LOCAL_SOURCE)].map((match) => match[1] ?? ".");

/** The files of a module that lies outside of what is checked, but is called from within. */
export function moduleFiles(reader: Reader, folder: string, onOutside: (why: string) => void): string[] {
  const entries = reader.entries(folder);
  if ("why" in entries) {
    // What is not there may be in a comment.
    if (entries.why === OUTSIDE) onOutside(entries.why);
    return [];
  }
  return entries
    .filter((entry) => /\.(?:tf|tofu)(?:\.json)?$/.test(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** Sorts folders into groups that have nothing to do with each other, so that each group can be checked alone. */
export function groupByCalls(
  folders: ReadonlyMap<string, readonly string[]>,
  calls: (folder: string, files: readonly string[]) => readonly string[],
  filesOf: (folder: string) => readonly string[],
): Map<string, readonly string[]>[] {
  const all = new Map(folders);
  const empty = new Set<string>();
  const neighbours = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
  };
  // A map can grow while it is walked: modules that are called from elsewhere are visited in their turn.
  for (const [folder, files] of all) {
    for (const called of calls(folder, files)) {
      if (!all.has(called)) {
        const found = empty.has(called) ? [] : filesOf(called);
        if (found.length === 0) {
          empty.add(called);
          continue;
        }
        all.set(called, found);
      }
      link(folder, called);
      link(called, folder);
    }
  }
  const groups: Map<string, readonly string[]>[] = [];
  const placed = new Set<string>();
  for (const start of all.keys()) {
    if (placed.has(start)) continue;
    const group = new Map<string, readonly string[]>();
    const waiting = [start];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (placed.has(folder)) continue;
      placed.add(folder);
      group.set(folder, all.get(folder) ?? []);
      for (const neighbour of neighbours.get(folder) ?? []) waiting.push(neighbour);
    }
    groups.push(group);
  }
  return groups;
}
