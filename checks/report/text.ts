import { rules } from "../rules/index.js";
import { count, printable } from "./printable.js";
import type { Finding, Report, ReportedAcknowledgement } from "./report.js";

export interface TextOptions {
  /**
   * Also what could not be told.
   *
   * @default false
   */
  readonly undetermined?: boolean;
}

/** The report for people: findings, each with its fix and what acknowledges it, then what else there is to know. */
export function formatText(report: Report, options: TextOptions = {}): string {
  const { undetermined } = report;
  const lines = [
    ...report.findings.flatMap(findingLines),
    ...report.problems.map(({ file, line, message }) => `${at(file, line)}  problem\n  ${printable(message)}\n`),
    ...report.acknowledgements.flatMap(acknowledgementLines),
    ...report.notLookedAt.map((what) => `not looked at: ${printable(what)}`),
  ];
  if (options.undetermined === true)
    for (const { file, line, address, rule, message } of undetermined)
      lines.push(
        `${at(file, line)}  could not tell${rule === undefined ? "" : `  ${rule}`}  ${printable(address)}\n  ${printable(message)}\n`,
      );
  return [...lines, formatSummary(report)].join("\n");
}

/** One line: how much was looked at, and what came of it. */
export function formatSummary(report: Report): string {
  const errors = report.findings.filter((finding) => finding.severity === "error").length;
  const warnings = report.findings.length - errors;
  const accepted = report.acknowledgements
    .filter(({ status }) => status === "used")
    .flatMap(({ findings }) => findings);
  const outcome = [
    report.findings.length === 0 ? "no findings" : undefined,
    errors > 0 ? count(errors, "error") : undefined,
    warnings > 0 ? count(warnings, "warning") : undefined,
    accepted.length > 0 ? `${accepted.length} acknowledged` : undefined,
    report.problems.length > 0 ? count(report.problems.length, "problem") : undefined,
    report.undetermined.length > 0 ? `${report.undetermined.length} could not be told` : undefined,
  ].filter((part) => part !== undefined);
  return `access token checks: ${count(report.looked.blocks, "block")} in ${count(report.looked.files, "file")}: ${outcome.join(", ")}`;
}

function findingLines(finding: Finding): string[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  const construct = finding.constructPath === undefined ? "" : `  (construct ${printable(finding.constructPath)})`;
  return [
    `${at(finding.file, finding.line, finding.column)}  ${finding.severity}  ${finding.rule}  ${printable(finding.address)}${construct}`,
    `  ${printable(finding.message)}`,
    ...(rule ? [`  fix: ${rule.fix}`] : []),
    "",
  ];
}

function acknowledgementLines(acknowledgement: ReportedAcknowledgement): string[] {
  const { status, id, reason, until, where, fault, findings } = acknowledgement;
  const about = `${printable(where)}: acknowledgement of ${printable(id)}`;
  const why = `"${printable(reason)}"`;
  switch (status) {
    case "invalid":
      return [`${about} is invalid: ${printable(fault ?? "")}`];
    case "expired":
      return [
        `${about} expired after ${until ?? ""}, ${findings.length === 0 ? "and there is nothing left to accept" : `${count(findings.length, "finding")} no longer accepted`}: ${why}`,
      ];
    case "stale":
      return [`${about} is stale, there is nothing to accept; remove it: ${why}`];
    case "used":
      return [
        `${about} accepts ${count(findings.length, "finding")}${until === undefined ? "" : ` until ${until}`}: ${why}`,
      ];
  }
}

function at(file: string, line?: number, column?: number): string {
  return [printable(file), line, column].filter((part) => part !== undefined).join(":");
}
