import type { TokenConstruct } from "../vocabulary/token-constructs.js";
import type { RuleId } from "../options/rule-ids.js";

/** A mistake that a rule found. No value of a secret is ever part of it. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: "error" | "warning";
  /** `likely` where something that could speak against the mistake is not known before Terraform runs. */
  readonly certainty: "certain" | "likely";
  readonly message: string;
  /** How to make it right with the tool that makes the request. */
  readonly fix: string;
  /** The construct that makes such a request the right way, where one can run in its place. */
  readonly replacement?: TokenConstruct;
  /** Relative to where the check was started; at synthesis the file that the stack is written to. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The block as Terraform addresses it within its module, such as `null_resource.token`. */
  readonly address: string;
  /** The file that the block is in, where the mistake is in another one, such as a script. */
  readonly blockFile?: string;
  readonly constructPath?: string;
}

/** Something that a rule could not judge: no finding, and shown only when asked for. */
export interface Undetermined {
  readonly rule?: RuleId;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly address: string;
}

/** Something that could not be read, and so was not checked. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/**
 * What became of an acknowledgement: it accepts findings; it is stale, as there is nothing to accept; its last day has
 * passed; or it is invalid, and accepts nothing.
 */
export type AcknowledgementStatus = "used" | "stale" | "expired" | "invalid";

export interface ReportedAcknowledgement {
  readonly status: AcknowledgementStatus;
  /** The rule's id as it was written. */
  readonly id: string;
  readonly reason: string;
  readonly until?: string;
  /** Where it was written. */
  readonly where: string;
  /** What is wrong with an invalid one. */
  readonly fault?: string;
  /** The findings that it accepts, or, once expired, accepted. */
  readonly findings: readonly Finding[];
}

/** The outcome of one run of the checks. */
export interface Report {
  /** What no acknowledgement accepts, sorted by file and line. */
  readonly findings: readonly Finding[];
  readonly acknowledgements: readonly ReportedAcknowledgement[];
  readonly undetermined: readonly Undetermined[];
  readonly problems: readonly Problem[];
  /** What was there and not looked at, such as a module in HCL at synthesis. */
  readonly notLookedAt: readonly string[];
  /** How much was looked at, so that "no findings" differs from "did not run". */
  readonly looked: Looked;
}

/** How much was looked at. */
export interface Looked {
  /** Blocks of configuration. */
  readonly blocks: number;
  /** Files of configuration. */
  readonly files: number;
  /** Scripts and other files that the configuration refers to. */
  readonly scripts: number;
  /** Access token requests, by what makes them: `constructs` are those of this package. */
  readonly requests: readonly RequestCount[];
}

export interface RequestCount {
  /** Such as `constructs`, `curl` or `data "http"`. */
  readonly by: string;
  readonly count: number;
}

export const errorsOf = (report: Report): readonly Finding[] =>
  report.findings.filter((finding) => finding.severity === "error");

export const invalidAcknowledgements = (report: Report): readonly ReportedAcknowledgement[] =>
  report.acknowledgements.filter((acknowledgement) => acknowledgement.status === "invalid");

/** Whether a synthesis or a test must fail: an error, an acknowledgement that means nothing, something unreadable. */
export function fails(report: Report): boolean {
  return errorsOf(report).length > 0 || invalidAcknowledgements(report).length > 0 || report.problems.length > 0;
}
