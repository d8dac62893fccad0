import { Vocabulary } from "../vocabulary/vocabulary.js";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { matcherOf } from "../options/glob.js";
import { Ledger } from "../acknowledgements/ledger.js";
import { isWithin } from "../acknowledgements/matching.js";
import { examine, type Bounds, type Examination, type ExamineOptions, type RawFinding } from "./examine.js";
import type { Directory, WrittenAcknowledgement } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import type { CheckOptions } from "../options/options.js";
import type { RuleId } from "../options/rule-ids.js";
import { PlaceFinder } from "../configuration/place-finder.js";
import type { Finding, Problem, Report, Undetermined } from "../report/report.js";

export interface RecorderSettings {
  /** Where the options come from, for people. */
  readonly source: string;
  /** What patterns in the options are relative to. */
  readonly folder: string;
  readonly now?: Date;
}

/** Whether something in a file, about a block in the same file or another, is to be reported. */
export type IsWanted = (about: { readonly file: string; readonly blockFile: string }) => boolean;

/** Runs an examination, perhaps a second time with other bounds. */
export type Bounded = (work: (bounds?: Bounds) => Examination) => Examination;

/** What stays of folders that were examined. Where nobody acknowledges anything, it holds on to nothing that was read. */
export interface Examined extends Examination {
  readonly acknowledgements: readonly WrittenAcknowledgement[];
  readonly files: number;
}

/** Examines folder after folder and makes one report of it all. Of a folder nothing stays but what is reported. */
export class Recorder {
  private readonly findings = new Map<string, Finding>();
  private readonly undetermined = new Map<string, Undetermined>();
  private readonly problems: Problem[] = [];
  private readonly notLookedAt: string[] = [];
  private readonly ledger: Ledger;
  private readonly isExcluded: (path: string) => boolean;
  private readonly requests = new Map<string, number>();
  private readonly scripts = new Set<string>();
  private readonly vocabulary: Vocabulary;
  private blocks = 0;
  private files = 0;

  public constructor(
    private readonly options: CheckOptions,
    private readonly settings: RecorderSettings,
  ) {
    this.vocabulary = new Vocabulary(options);
    this.isExcluded = excluder(options.exclude ?? []);
    this.ledger = new Ledger(
      options.acknowledgements ?? [],
      settings.source,
      (file) => this.toPattern(file),
      settings.now ?? new Date(),
    );
  }

  /** Checks folders that belong together: a root module with the local modules that it calls. */
  public examine(
    directories: readonly Directory[],
    readFile?: ExamineOptions["readFile"],
    isWanted?: IsWanted,
    bounded?: Bounded,
  ): void {
    this.record(this.examined(directories, readFile, bounded), isWanted);
  }

  /** What is found in folders that belong together. Nothing of it is in the report yet. */
  public examined(
    directories: readonly Directory[],
    readFile?: ExamineOptions["readFile"],
    bounded: Bounded = (work) => work(),
  ): Examined {
    const { rules } = this.options;
    const options = {
      ...(rules && { severities: rules }),
      vocabulary: this.vocabulary,
      ...(readFile && { readFile: (path: string) => this.script(readFile(path)) }),
    };
    return {
      ...bounded((bounds) => examine(directories, options, bounds)),
      acknowledgements: directories.flatMap(({ acknowledgements }) => acknowledgements),
      files: directories.reduce((sum, { files }) => sum + files.length, 0),
    };
  }

  /** Takes what was found in folders into the report. */
  public record(examination: Examined, isWanted: IsWanted = () => true): void {
    for (const by of examination.requests) this.requests.set(by, (this.requests.get(by) ?? 0) + 1);
    this.blocks += examination.blocks;
    this.files += examination.files;
    for (const problem of examination.problems)
      if (isWanted({ file: problem.file, blockFile: problem.file })) this.problems.push(problem);
    const places = new PlaceFinder();
    const isAccepted = this.ledger.open(
      examination.acknowledgements,
      ({ place }) => `${place.file.path}:${places.position(place).line}`,
    );
    for (const raw of examination.findings) {
      if (!isWanted(raw) || this.isOut(raw)) continue;
      const finding = publicFinding(raw);
      if (isAccepted(finding, raw)) continue;
      if (raw.answer) this.ledger.answer(finding, raw.answer);
      else this.findings.set(keyOf(raw), finding);
    }
    for (const { why, constructPath, ...raw } of examination.undetermined) {
      const blockFile = raw.file;
      if (
        !isWanted({ ...raw, blockFile }) ||
        this.isOut({ ...raw, blockFile, ...(constructPath && { constructPath }) })
      )
        continue;
      const one = { ...raw, message: why } as Undetermined;
      this.undetermined.set(JSON.stringify(one), one);
    }
  }

  public problem(problem: Problem): void {
    this.problems.push(problem);
  }

  public leaveOut(what: string): void {
    this.notLookedAt.push(what);
  }

  /** Whether the options leave out a file or folder. */
  public leavesOut(file: string): boolean {
    return this.isExcluded(this.toPattern(file));
  }

  public report(): Report {
    return {
      findings: [...this.findings.values()].sort(byPlace),
      acknowledgements: this.ledger.close(),
      undetermined: [...this.undetermined.values()].sort(byPlace),
      problems: this.problems,
      notLookedAt: this.notLookedAt,
      looked: {
        blocks: this.blocks,
        files: this.files,
        scripts: this.scripts.size,
        requests: [...this.requests].sort(byCount).map(([by, count]) => ({ by, count })),
      },
    };
  }

  /** Whether some configuration led to a file. */
  public hasRead(file: string): boolean {
    return this.scripts.has(file);
  }

  private script(file: SourceFile | undefined): SourceFile | undefined {
    if (file) this.scripts.add(file.path);
    return file;
  }

  private isOut(raw: { readonly file: string; readonly blockFile: string; readonly constructPath?: string }): boolean {
    const { constructPath } = raw;
    return (
      this.leavesOut(raw.file) ||
      this.leavesOut(raw.blockFile) ||
      (constructPath !== undefined && this.isExcluded(constructPath))
    );
  }

  private toPattern(file: string): string {
    const path = isAbsolute(file) ? file : resolve(file);
    return relative(this.settings.folder, path).split(sep).join("/");
  }
}

/** A pattern that matches a path, or one of the folders above it, leaves it out. */
function excluder(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matches = matcherOf(patterns.map((pattern) => pattern.replace(/^\.\//, "").replace(/\/$/, "")));
  return (path) => {
    const steps = path.split("/");
    return (
      steps.some((_, index) => matches(steps.slice(0, index + 1).join("/"))) ||
      patterns.some((pattern) => isWithin(path, pattern))
    );
  };
}

function publicFinding(raw: RawFinding): Finding {
  const { severity, certainty, message, fix, replacement, file, line, column, address, blockFile, constructPath } = raw;
  const rule = raw.rule as RuleId;
  return {
    rule,
    severity,
    certainty,
    message,
    fix,
    ...(replacement && { replacement }),
    file,
    line,
    column,
    address,
    ...(blockFile !== file && { blockFile }),
    ...(constructPath !== undefined && { constructPath }),
  };
}

const keyOf = (raw: RawFinding): string =>
  [raw.rule, raw.blockFile, raw.address, raw.file, raw.line, raw.column, raw.message].join("\n");

type Placed = Pick<Finding, "file" | "line" | "address">;
const byPlace = (a: Placed, b: Placed): number =>
  a.file === b.file ? a.line - b.line || compare(a.address, b.address) : compare(a.file, b.file);
const byCount = ([a, of]: readonly [string, number], [b, other]: readonly [string, number]): number =>
  Number(b === "constructs") - Number(a === "constructs") || other - of || compare(a, b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
