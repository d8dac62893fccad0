import { dirname, join, relative, resolve } from "node:path";
import { loadHclParser, type HclWasm } from "../configuration/read.js";
import type { CheckOptions } from "../options/options.js";
import { Recorder, type IsWanted, type RecorderSettings } from "../run/recorder.js";
import type { Report } from "../report/report.js";
import { findConfiguration, type FoundConfiguration } from "./find.js";
import { hasHcl } from "./folder.js";
import { GroupChecker } from "./group-checker.js";
import { calledFolders, groupByCalls, moduleFiles } from "./modules.js";
import { Reader } from "../configuration/file-reader.js";

export interface PathsSettings extends RecorderSettings {
  readonly workingDirectory: string;
  /** The parser of HCL, asked for only where there is some. */
  readonly hclWasm: () => HclWasm;
  /** Told how many folders are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Checks files and folders. What cannot be read is a problem of the report, and the rest is checked all the same. */
export async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  settings: PathsSettings,
): Promise<Report> {
  const recorder = new Recorder(options, settings);
  const shown = (path: string): string => relative(settings.workingDirectory, path) || ".";
  const absolute = paths.map((path) => resolve(settings.workingDirectory, path));
  const reader = new Reader(absolute);
  const found = findConfiguration(absolute, reader, (path) => recorder.leavesOut(path));
  const onUnreadable = (path: string, why: string): void => {
    recorder.problem({ file: shown(path), message: `This ${why}: nothing in it was checked.` });
  };
  for (const { path, why } of found.unreadable) onUnreadable(path, why);
  for (const { path, why } of found.notFollowed) recorder.leaveOut(`${shown(path)}: ${why}`);
  const files = [...found.folders.values()].flat();
  if (files.length === 0 && found.unreadable.length === 0)
    for (const path of paths) onUnreadable(resolve(settings.workingDirectory, path), "has no Terraform configuration");
  const groups = new GroupChecker(reader, recorder, shown, wantedBy(found, shown), onUnreadable);
  // What CDKTF synthesizes is one folder after the other, and most of it calls no module of the repository.
  const linked = new Map<string, readonly string[]>();
  let done = 0;
  for (const [folder, names] of found.folders) {
    if (hasHcl(names) || !groups.checkAlone(folder, names)) linked.set(folder, names);
    else settings.onProgress?.(++done, found.folders.size);
  }
  const linkedGroups = groupByCalls(
    linked,
    (folder, files) => calledFolders(reader, folder, files),
    (folder) => moduleFiles(reader, folder),
  );
  if (linkedGroups.some((group) => [...group.values()].some(hasHcl))) await loadHclParser(settings.hclWasm());
  for (const group of linkedGroups) {
    groups.check(group);
    settings.onProgress?.((done += group.size), found.folders.size);
  }
  if (reader.ledOut) recorder.leaveOut("files outside of the repository, to which the configuration leads");
  return recorder.report();
}

/** Where single files were named, their folder is read as a whole, but only they are reported about. */
function wantedBy(found: FoundConfiguration, shown: (path: string) => string): IsWanted {
  if (found.onlyFiles.size === 0) return () => true;
  const only = new Set([...found.onlyFiles].map(shown));
  const folders = new Set([...only].map((file) => dirname(file)));
  const othersToo = [...found.folders.keys()].some((folder) => !folders.has(dirname(shown(join(folder, "file")))));
  return ({ file, blockFile }) =>
    only.has(file) || only.has(blockFile) || (othersToo && !folders.has(dirname(blockFile)));
}
