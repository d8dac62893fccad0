import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { analyse } from "../analysis/analyse.js";
import type { Analysis } from "../analysis/analysis.js";
import { rootsOf, workspaceOf } from "../terraform/workspace.js";
import { Budget, type Cut } from "../terraform/budget.js";
import { ModuleInstance } from "../terraform/module.js";
import { addressOf, type Block, type Directory, type ReadProblem } from "../configuration/configuration.js";
import type { SourceFile } from "../configuration/place.js";
import { PlaceFinder } from "../configuration/place-finder.js";
import type { RuleId } from "../options/rule-ids.js";
import type { TokenConstruct } from "../vocabulary/token-constructs.js";
import { constructFor } from "../rules/fixes/construct.js";
import { FIXES } from "../rules/fixes/fixes.js";
import { toolName, toolOf } from "../rules/fixes/tools.js";
import { placeOf } from "../rules/support/requests.js";
import { certaintyOf } from "../rules/support/certainty.js";
import { rules, type Certainty, type FindingSeverity, type Mistake, type Rule } from "../rules/index.js";

export interface ExamineOptions {
  /** Severity by rule id; `off` leaves the rule out. */
  readonly severities?: Readonly<Record<string, FindingSeverity | "off">>;
  /** What names and addresses mean, with the words that the user adds. */
  readonly vocabulary?: Vocabulary;
  /** A script, template or body beside the configuration by its absolute path; there may be none at synthesis. */
  readonly readFile?: (path: string) => SourceFile | undefined;
}

/** One mistake, at one place. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: FindingSeverity;
  readonly certainty: Certainty;
  /** Says what is wrong; it never holds a value of the configuration that may be a secret. */
  readonly message: string;
  readonly fix: string;
  readonly replacement?: TokenConstruct;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The block as written in its own file. */
  readonly address: string;
  /** The file of the block, where the mistake is in a script. */
  readonly blockFile: string;
  readonly constructPath?: string;
  /** The construct that answers for it, and what it says. */
  readonly answer?: { readonly where: string; readonly reason: string };
}

/** Something that the checks looked at and could not tell. */
export interface RawUndetermined {
  readonly rule?: string;
  readonly address: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly constructPath?: string;
}

export interface Examination {
  readonly findings: readonly RawFinding[];
  readonly undetermined: readonly RawUndetermined[];
  /** How many blocks were looked at, so that "no findings" differs from "did not run". */
  readonly blocks: number;
  /** What makes each access token request. */
  readonly requests: readonly string[];
  readonly problems: readonly ReadProblem[];
}

/** Checks configuration: folders that call each other as modules are followed across. Pure but for `readFile`. */
export function examine(
  directories: readonly Directory[],
  options: ExamineOptions = {},
  { budget, runRule }: Bounds = withoutClock(),
): Examination {
  const reporter = new Reporter(options, runRule);
  const workspace = workspaceOf(directories, options, budget);
  for (const root of rootsOf(directories, workspace)) {
    // Of a conditional both values may hold: where there is one, each is looked at in turn.
    for (const other of [false, true]) {
      workspace.begin(other);
      const analysis = analyse(other ? new ModuleInstance(root.directory, workspace) : root);
      for (const rule of rules) reporter.run(rule, analysis);
      reporter.undetermined(analysis);
      reporter.requests(analysis);
      if (!workspace.choice.forked) break;
    }
  }
  const blocks = directories.reduce((sum, directory) => sum + directory.blocks.length, 0);
  const problems = directories.flatMap((directory) => directory.problems);
  return { ...reporter.result(), blocks, problems: [...problems, ...reporter.problems(budget.all)] };
}

/** What an examination may cost. */
export interface Bounds {
  readonly budget: Budget;
  /** Runs one rule; may break it off. */
  readonly runRule: (rule: () => void) => void;
}

const withoutClock = (): Bounds => ({
  budget: new Budget(),
  runRule: (rule) => {
    rule();
  },
});

const MAX_CUTS_SHOWN = 20;

class Reporter {
  private readonly findings = new Map<string, RawFinding>();
  private readonly unknowns = new Map<string, RawUndetermined>();
  private readonly made = new Map<string, string>();
  private readonly places = new PlaceFinder();

  private readonly failures: ReadProblem[] = [];

  public constructor(
    private readonly options: ExamineOptions,
    private readonly runRule: Bounds["runRule"],
  ) {}

  public run(rule: Rule, analysis: Analysis): void {
    const severity = this.options.severities?.[rule.id] ?? rule.severity;
    if (severity === "off") return;
    try {
      this.runRule(() => {
        for (const found of rule.check(analysis)) this.add(rule, severity, found, analysis);
      });
    } catch (error) {
      // A rule that broke has not passed anything.
      const kind = error instanceof Error ? error.name : typeof error;
      const block = analysis.modules.flatMap((module) => module.directory.blocks)[0];
      const message = `The rule ${rule.id} failed in this folder (${kind}): nothing is known of it.`;
      if (block) this.failures.push({ file: block.place.file.path, message });
    }
  }

  /** What was not looked at to its end, each place once; of one file no more than a reader takes in. */
  public problems(cuts: readonly Cut[]): ReadProblem[] {
    const byFile = new Map<string, Map<string, ReadProblem>>();
    for (const { place, why } of cuts) {
      const { line } = this.places.position(place);
      const file = place.file.path;
      const problems = byFile.get(file) ?? new Map<string, ReadProblem>();
      problems.set(`${line}`, { file, line, message: `This ${why}: it was checked in part.` });
      byFile.set(file, problems);
    }
    const shown = [...byFile].flatMap(([file, problems]) => {
      const all = [...problems.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
      const more = all.length - MAX_CUTS_SHOWN;
      if (more <= 0) return all;
      const message = `${more} further places of this file were checked in part, too.`;
      return [...all.slice(0, MAX_CUTS_SHOWN), { file, message }];
    });
    return [...this.failures, ...shown];
  }

  private add(rule: Rule, severity: FindingSeverity, found: Mistake, analysis: Analysis): void {
    const address = found.address ?? addressOf(found.block);
    const place = found.place ?? found.block.place;
    const position = this.places.position(place);
    const where = [place.file.path, position.line, position.column].join(":");
    // A module that is called twice, or a conditional, shows the same mistake again.
    const key = [rule.id, found.block.place.file.path, address, where, found.subject ?? ""].join("|");
    const certainty = certaintyOf(found, analysis.vocabulary);
    if (this.findings.has(key) && (certainty === "likely" || this.findings.get(key)?.certainty === "certain")) return;
    this.findings.set(key, {
      rule: rule.id,
      severity,
      certainty,
      message: found.message,
      fix: fixOf(rule, found),
      ...replacementOf(found, analysis),
      file: place.file.path,
      ...position,
      address,
      blockFile: found.block.place.file.path,
      ...(found.block.constructPath !== undefined && { constructPath: found.block.constructPath }),
      ...(found.answer && { answer: { where: nameOf(found.answer.block), reason: found.answer.reason } }),
    });
  }

  /** Of a module that is called twice, or a conditional, each request is one. */
  public requests({ tokenRequests }: Analysis): void {
    for (const request of tokenRequests) {
      const { block } = request.execution;
      const { file, at } = placeOf(request);
      const by = toolName(request);
      this.made.set([block.place.file.path, addressOf(block), file.path, String(at), by].join("|"), by);
    }
  }

  public undetermined(analysis: Analysis): void {
    for (const { rule, block, place = block.place, why } of analysis.undetermined) {
      const address = addressOf(block);
      const key = `${rule ?? ""}|${block.place.file.path}|${address}|${why}`;
      if (this.unknowns.has(key)) continue;
      this.unknowns.set(key, {
        ...(rule !== undefined && { rule }),
        address,
        file: place.file.path,
        line: this.places.position(place).line,
        why,
        ...(block.constructPath !== undefined && { constructPath: block.constructPath }),
      });
    }
  }

  public result(): Pick<Examination, "findings" | "undetermined" | "requests"> {
    return {
      findings: [...this.findings.values()],
      undetermined: [...this.unknowns.values()],
      requests: [...this.made.values()],
    };
  }
}

/** The mistake's own fix, that for the tool that makes the request, or else the rule's. */
const fixOf = (rule: Rule, { fix, request }: Mistake): string =>
  fix ?? (request && FIXES[toolOf(request)][rule.id as RuleId]) ?? rule.fix;

/** The construct in place of a token request: none for a program that only uses a token or keeps a secret. */
function replacementOf(
  { request, execution = request?.execution }: Mistake,
  { lookup }: Analysis,
): Pick<RawFinding, "replacement"> {
  const replacement = execution && lookup.requestsOf(execution).length > 0 && constructFor(execution);
  return replacement ? { replacement } : {};
}

/** A construct's own path, of which the block is the child that CDKTF calls `Default`; without one, the block's address. */
const nameOf = (block: Block): string =>
  block.constructPath === undefined ? addressOf(block) : `construct ${block.constructPath.replace(/\/Default$/, "")}`;
