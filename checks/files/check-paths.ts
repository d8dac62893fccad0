import { basename, dirname, join, relative, resolve } from "node:path";
import { loadHclParser, type HclWasm } from "../configuration/read.js";
import type { CheckOptions } from "../options/options.js";
import { Recorder, type IsWanted, type RecorderSettings } from "../run/recorder.js";
import { count } from "../report/printable.js";
import type { Report } from "../report/report.js";
import { findConfiguration, type FoundConfiguration } from "./find.js";
import { GitIgnore } from "./git-ignore.js";
import { hasHcl } from "./folder.js";
import { GroupChecker, type Group } from "./group-checker.js";
import { calledFolders, groupByCalls, moduleFiles } from "./modules.js";
import { MAX_CONFIGURATION, Reader } from "../configuration/file-reader.js";

export interface PathsSettings extends RecorderSettings {
  readonly workingDirectory: string;
  /** The parser of HCL, asked for only where there is some. */
  readonly hclWasm: () => HclWasm;
  /** Told how many folders are done, of how many. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Looks also at what `.gitignore` leaves out. */
  readonly ignoredToo?: boolean;
}

/** Checks files and folders. What cannot be read is a problem of the report, and the rest is checked all the same. */
export async function checkPaths(
  paths: readonly string[],
  options: CheckOptions,
  settings: PathsSettings,
): Promise<Report> {
  const { workingDirectory, ignoredToo = false } = settings;
  const recorder = new Recorder(options, settings);
  const shown = (path: string): string => relative(workingDirectory, path) || ".";
  const absolute = paths.map((path) => resolve(workingDirectory, path));
  const reader = new Reader(absolute);
  const gitIgnore = ignoredToo ? undefined : new GitIgnore(reader);
  const found = findConfiguration(absolute, workingDirectory, reader, (path) => recorder.leavesOut(path), gitIgnore);
  const onUnreadable = (path: string, why: string): void => {
    recorder.problem({ file: shown(path), message: `This ${why}: nothing in it was checked.` });
  };
  for (const { path, why } of found.unreadable) onUnreadable(path, why);
  for (const { path, why } of found.notFollowed) recorder.leaveOut(`${shown(path)}: ${why}`);
  if (found.ignored > 0)
    recorder.leaveOut(`${count(found.ignored, "file or folder", "files or folders")} in .gitignore (--no-gitignore)`);
  if (found.folders.size + found.around.size + found.unreadable.length === 0)
    for (const path of absolute) onUnreadable(path, "has no Terraform configuration");
  const isAround = (file: string): boolean => found.around.has(file) || found.around.has(dirname(file));
  const groups = new GroupChecker(reader, recorder, shown, wantedBy(found, shown), (path, why) => {
    if (found.folders.has(path) || !isAround(path)) onUnreadable(path, why);
  });
  // What CDKTF synthesizes is one folder after the other, and most of it calls no module of the repository.
  const isAlone = ([, names]: readonly [string, readonly string[]]): boolean => !hasHcl(names);
  let done = 0;
  const calling = groups.checkAlone(new Map([...found.folders].filter(isAlone)), () =>
    settings.onProgress?.(++done, found.folders.size),
  );
  const linked = new Map([...found.folders].filter((entry) => !isAlone(entry) || calling.has(entry[0])));
  for (const [folder, names] of found.around) linked.set(folder, names);
  const linkedGroups = groupByCalls(
    linked,
    (folder, files) => calledFolders(reader, folder, files),
    (folder) =>
      moduleFiles(reader, folder, (why) => {
        onUnreadable(folder, why);
      }),
  );
  if (linkedGroups.some((group) => [...group.values()].some(hasHcl))) await loadHclParser(settings.hclWasm());
  const unread = (): string[] => found.scripts.filter((script) => !recorder.hasRead(shown(script)));
  const isAsked = (group: Group): boolean => [...group.keys()].some((folder) => !found.around.has(folder));
  const check = (some: readonly Group[]): void => {
    groups.check(some, (group) => settings.onProgress?.((done += group.size), Math.max(done, found.folders.size)));
  };
  check(linkedGroups.filter(isAsked));
  // A script is looked for where its name is, and then everywhere, since another script may call it.
  const rest = linkedGroups.filter((group) => !isAsked(group));
  const naming = rest.filter((group) => names(reader, group, unread()));
  check(naming);
  if (unread().length > 0) check(rest.filter((group) => !naming.includes(group)));
  for (const script of unread())
    recorder.leaveOut(`${shown(script)}: no configuration in ${shown(workingDirectory)} uses it`);
  if (reader.ledOut) recorder.leaveOut("files outside of the repository, to which the configuration leads");
  return recorder.report();
}

/** Whether configuration speaks of one of these files by its name. */
function names(reader: Reader, group: Group, scripts: readonly string[]): boolean {
  const texts = [...group.values()].flat().map((file) => reader.text(file, MAX_CONFIGURATION));
  return scripts.some((script) =>
    texts.some((contents) => "text" in contents && contents.text.includes(basename(script))),
  );
}

/** Where single files were named, all that uses them is read, but only they are reported about. */
function wantedBy(found: FoundConfiguration, shown: (path: string) => string): IsWanted {
  if (found.onlyFiles.size === 0) return () => true;
  const only = new Set([...found.onlyFiles].map(shown));
  const folders = new Set([...only].map((file) => dirname(file)));
  const around = new Set([...found.around.keys()].map((folder) => dirname(shown(join(folder, "file")))));
  const othersToo = [...found.folders.keys()].some((folder) => !folders.has(dirname(shown(join(folder, "file")))));
  return ({ file, blockFile }) =>
    only.has(file) ||
    only.has(blockFile) ||
    (othersToo && !folders.has(dirname(blockFile)) && !around.has(dirname(blockFile)));
}
