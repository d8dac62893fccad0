import type { RuleId } from "./rule-ids.js";

/** How a rule's findings count: an error fails, a warning is reported, off is not looked for. */
export type Severity = "error" | "warning" | "off";

/** What the three front ends have in common, and what a configuration file may hold. All of it may be left out. */
export interface CheckOptions {
  /**
   * The severity of rules, by their id.
   *
   * @default - each rule's own
   */
  readonly rules?: Readonly<Partial<Record<RuleId, Severity>>>;
  /**
   * URLs of token endpoints that neither their path nor the fields sent to them show to be such, scheme included.
   *
   * @default - none
   */
  readonly tokenEndpoints?: readonly string[];
  /**
   * Further names of variables, attributes and form fields whose values are secrets, such as `pin`. Case, `-` and `_` do
   * not matter.
   *
   * @default - none
   */
  readonly secretNames?: readonly string[];
  /**
   * What to leave out: glob patterns of files and folders, relative to where the check starts (a configuration file's
   * folder, or the working directory); at synthesis, of construct paths. A pattern that matches a folder, or a
   * construct, leaves out all below it.
   *
   * @default - none
   */
  readonly exclude?: readonly string[];
  /**
   * Findings that are known and accepted. An acknowledgement that accepts nothing any more is reported.
   *
   * @default - none
   */
  readonly acknowledgements?: readonly OptionAcknowledgement[];
}

/** Accepts the findings of one rule, for a reason, until a date. */
export interface Acknowledgement {
  /** The id of the rule, such as `json-body`. */
  readonly id: RuleId;
  /** Why it is acceptable here. It is in every report. */
  readonly reason: string;
  /**
   * The last day on which it holds, `YYYY-MM-DD` (UTC).
   *
   * @default - it holds without end
   */
  readonly until?: string;
}

/** An acknowledgement away from what it acknowledges. At least one of file, address and construct says where it holds. */
export interface OptionAcknowledgement extends Acknowledgement {
  /** A glob pattern of the file in which the finding, or the block it belongs to, stands. */
  readonly file?: string;
  /** The address of the block, such as `null_resource.token` or `data.http.token`. */
  readonly address?: string;
  /** The path of a construct; it holds for all below it. */
  readonly construct?: string;
}
