import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { examine, type Examination, type RawFinding } from "../../checks/run/examine";
import type { Directory, ReadFile } from "../../checks/configuration/configuration";
import type { SourceFile } from "../../checks/configuration/place";
import {
  isTerragrunt,
  joinFiles,
  readHcl,
  readTerragrunt,
  readTfJson,
  readTfvars,
  readTfvarsJson,
} from "../../checks/configuration/read";

interface Label {
  readonly rule: string;
  readonly file?: string;
  readonly address?: string;
  readonly also?: readonly string[];
}

interface Expectation {
  readonly findings: readonly Label[];
  readonly debatable?: readonly Label[];
}

export interface CaseScore {
  readonly name: string;
  readonly labels: readonly Label[];
  readonly found: number;
  readonly missed: readonly Label[];
  readonly wrong: readonly RawFinding[];
  /** Files that no label names. */
  readonly cleanFiles: number;
}

const CORPUS = fileURLToPath(new URL("./corpus/", import.meta.url));

export const casesOf = (set: string): string[] => readdirSync(join(CORPUS, set)).sort();

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

function readOne(file: string, path: string): ReadFile | undefined {
  const read = path.endsWith(".tfvars.json")
    ? readTfvarsJson
    : /\.(?:tf|tofu)\.json$/.test(path)
      ? readTfJson
      : /\.(?:tf|tofu)$/.test(path)
        ? readHcl
        : path.endsWith(".tfvars")
          ? readTfvars
          : isTerragrunt(basename(path))
            ? readTerragrunt
            : undefined;
  return read?.(readFileSync(file, "utf8"), path);
}

/** The configuration below a folder; paths are reported relative to it. */
export function directoriesBelow(folder: string): Directory[] {
  const byFolder = new Map<string, ReadFile[]>();
  for (const file of filesBelow(folder)) {
    const read = readOne(file, relative(folder, file).split(sep).join("/"));
    if (read) byFolder.set(dirname(file), [...(byFolder.get(dirname(file)) ?? []), read]);
  }
  return [...byFolder].map(([path, files]) => joinFiles(path, files));
}

/** Scripts and templates beside the configuration, but nothing outside the folder. */
export function filesOf(folder: string): (path: string) => SourceFile | undefined {
  const seen = new Map<string, SourceFile>();
  return (path) => {
    const inside = relative(folder, resolve(path));
    if (inside.startsWith("..") || !statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const file = seen.get(path) ?? {
      path: inside.split(sep).join("/"),
      json: false,
      text: () => readFileSync(path, "utf8"),
    };
    seen.set(path, file);
    return file;
  };
}

export const examineFolder = (folder: string): Examination =>
  examine(directoriesBelow(folder), { readFile: filesOf(folder) });

/** Matches findings with labels as the corpus's README says. */
export function scoreCase(set: string, name: string): CaseScore {
  const folder = join(CORPUS, set, name);
  const expected = JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as Expectation;
  const { findings } = examineFolder(folder);
  const missed: Label[] = [];
  const used = new Set<RawFinding>();
  for (const label of expected.findings) {
    const matching = findings.filter((finding) => matches(finding, label, sameNamed(expected.findings, label)));
    if (matching.length === 0) missed.push(label);
    for (const finding of matching) used.add(finding);
  }
  const wrong = findings.filter(
    (finding) => !used.has(finding) && !(expected.debatable ?? []).some((label) => matches(finding, label, false)),
  );
  const labelled = new Set(expected.findings.map((label) => label.file));
  const files = filesBelow(folder).map((file) => relative(folder, file));
  const cleanFiles = files.filter((file) => file !== "expect.json" && !labelled.has(file.split(sep).join("/"))).length;
  const labels = expected.findings;
  return { name, labels, found: labels.length - missed.length, missed, wrong, cleanFiles };
}

const sameNamed = (labels: readonly Label[], label: Label): boolean =>
  labels.some((other) => other !== label && other.rule === label.rule && other.address === label.address);

function matches(finding: RawFinding, label: Label, byFile: boolean): boolean {
  if (finding.rule !== label.rule) return false;
  if (label.address === undefined) return true;
  if (byFile && label.file !== finding.file && label.file !== finding.blockFile) return false;
  return finding.address === label.address || (label.also ?? []).includes(finding.address);
}

export interface SetScore {
  readonly cases: readonly CaseScore[];
  readonly labels: number;
  readonly found: number;
  readonly wrong: number;
  readonly cleanFiles: number;
}

export function scoreSet(set: string): SetScore {
  const cases = casesOf(set).map((name) => scoreCase(set, name));
  const sum = (value: (score: CaseScore) => number): number => cases.reduce((total, score) => total + value(score), 0);
  const found = sum((score) => score.found);
  return {
    cases,
    found,
    labels: found + sum((score) => score.missed.length),
    wrong: sum((score) => score.wrong.length),
    cleanFiles: sum((score) => score.cleanFiles),
  };
}
