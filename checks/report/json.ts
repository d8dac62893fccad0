import { rules } from "../rules/index.js";
import { printableJson } from "./printable.js";
import type { Report } from "./report.js";

/** The report for programs; `version` is that of this format. */
export function formatJson(report: Report, tool: { readonly name: string; readonly version: string }): string {
  const found = new Set<string>(report.findings.map((finding) => finding.rule));
  const about = rules
    .filter((rule) => found.has(rule.id))
    .map(({ id, what, why, fix, source }) => ({ id, what, why, fix, source }));
  return printableJson({ version: 1, tool, ...report, rules: about });
}
