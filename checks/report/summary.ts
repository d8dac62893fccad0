import { count } from "./printable.js";
import type { Report } from "./report.js";

/** One line: what was seen, and what came of it. */
export function formatSummary(report: Report): string {
  return `access token checks: ${seen(report)}: ${outcome(report)}`;
}

const MOST_NAMED = 3;

/** `3 access token requests (2 by constructs, 1 by curl) in 12 blocks and 4 scripts`. */
function seen({ looked }: Report): string {
  const { blocks, scripts, requests } = looked;
  const where = `${count(blocks, "block")}${scripts === 0 ? "" : ` and ${count(scripts, "script")}`}`;
  const all = requests.reduce((sum, { count: some }) => sum + some, 0);
  if (all === 0) return `no access token request in ${where}`;
  const named = requests.length > MOST_NAMED + 1 ? requests.slice(0, MOST_NAMED) : requests;
  const others = all - named.reduce((sum, { count: some }) => sum + some, 0);
  const by = [...named, ...(others > 0 ? [{ by: "others", count: others }] : [])]
    .map(({ by: tool, count: some }) => `${some.toLocaleString("en-US")} by ${tool}`)
    .join(", ");
  return `${count(all, "access token request")} (${by}) in ${where}`;
}

function outcome(report: Report): string {
  const errors = report.findings.filter((finding) => finding.severity === "error").length;
  const warnings = report.findings.length - errors;
  const accepted = report.acknowledgements
    .filter(({ status }) => status === "used")
    .flatMap(({ findings }) => findings);
  const parts = [
    report.findings.length > 0 ? undefined : sawNothing(report) ? "nothing to check" : "no findings",
    errors > 0 ? count(errors, "error") : undefined,
    warnings > 0 ? count(warnings, "warning") : undefined,
    accepted.length > 0 ? `${accepted.length} acknowledged` : undefined,
    report.problems.length > 0 ? count(report.problems.length, "problem") : undefined,
    report.undetermined.length > 0 ? `${report.undetermined.length} could not be told` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Nothing that a rule could judge: clean means little here. */
const sawNothing = ({ looked, acknowledgements }: Report): boolean =>
  looked.requests.length === 0 && acknowledgements.every(({ findings }) => findings.length === 0);
