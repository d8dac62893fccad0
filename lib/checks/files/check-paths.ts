import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { loadHclParser, type HclWasm } from "../read/index.js";
import type { CheckOptions } from "../options/options.js";
import { Recorder, type IsWanted, type RecorderSettings } from "../report/recorder.js";
import type { Report } from "../report/report.js";
import { findConfiguration, type Found } from "./find.js";
import { hasHcl, readFolder } from "./folder.js";
import { calledFolders, groupByCalls } from "./modules.js";
import { regularFile } from "./regular-file.js";

export interface PathsSettings extends RecorderSettings {
  readonly workingDirectory: string;
  /** The parser of HCL, asked for only where there is some. */
  readonly hclWasm: () => HclWasm;
  /** Told how many folders are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

type Group = ReadonlyMap<string, readonly string[]>;

/** Checks files and folders. What cannot be read is a problem of the report, and the rest is checked all the same. */
export async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  settings: PathsSettings,
): Promise<Report> {
  const recorder = new Recorder(options, settings);
  const shown = (path: string): string => relative(settings.workingDirectory, path) || ".";
  const found = findConfiguration(
    paths.map((path) => resolve(settings.workingDirectory, path)),
    (path) => recorder.leavesOut(path),
  );
  const onUnreadable = (path: string, why: string): void => {
    recorder.problem({ file: shown(path), message: `This ${why}: nothing in it was checked.` });
  };
  for (const { path, why } of found.unreadable) onUnreadable(path, why);
  for (const { path, why } of found.notFollowed) recorder.leaveOut(`${shown(path)}: ${why}`);
  const files = [...found.folders.values()].flat();
  if (files.length === 0 && found.unreadable.length === 0)
    for (const path of paths) onUnreadable(resolve(settings.workingDirectory, path), "has no Terraform configuration");
  if (hasHcl(files)) await loadHclParser(settings.hclWasm());

  const isWanted = wantedBy(found, shown);
  const check = (group: Group): void => {
    try {
      const directories = [...group].map(([folder, names]) => readFolder(folder, names, shown, onUnreadable));
      recorder.examine(directories, fileOnDisk(shown), isWanted);
    } catch (error) {
      // Nothing that one folder holds may keep the others from being checked.
      const kind = error instanceof RangeError ? "is nested too deeply" : `cannot be checked (${kindOf(error)})`;
      for (const folder of group.keys()) onUnreadable(folder, kind);
    }
  };

  let done = 0;
  const groups = groupByCalls(found.folders, calledFolders);
  for (const group of groups) {
    check(group);
    settings.onProgress?.(++done, groups.length);
  }
  return recorder.report();
}

/** Where single files were named, their folder is read as a whole, but only they are reported about. */
function wantedBy(found: Found, shown: (path: string) => string): IsWanted {
  if (found.onlyFiles.size === 0) return () => true;
  const only = new Set([...found.onlyFiles].map(shown));
  const folders = new Set([...only].map((file) => dirname(file)));
  const othersToo = [...found.folders.keys()].some((folder) => !folders.has(dirname(shown(join(folder, "file")))));
  return ({ file, blockFile }) =>
    only.has(file) || only.has(blockFile) || (othersToo && !folders.has(dirname(blockFile)));
}

function fileOnDisk(shown: (path: string) => string) {
  return (path: string) => {
    const text = regularFile(path, (file) => readFileSync(file, "utf8"));
    return text === undefined ? undefined : { path: shown(path), json: false, text: () => text };
  };
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
