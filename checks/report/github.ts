import { printable } from "./printable.js";
import { formatSummary } from "./summary.js";
import { pageOf } from "./pages.js";
import type { Finding, Report } from "./report.js";

/** Workflow commands of GitHub Actions, which show findings beside the lines of a pull request; then the summary. */
export function formatGithub(report: Report): string {
  const lines = [
    ...report.findings.map((finding) =>
      command(finding.severity, textOf(finding), {
        file: finding.file,
        line: finding.line,
        col: finding.column,
        title: finding.rule,
      }),
    ),
    ...report.problems.map(({ file, line, message }) => command("error", message, { file, line, title: "problem" })),
    ...report.acknowledgements.flatMap(({ status, id, where, fault, until }) => {
      const about = `${where}: acknowledgement of ${id}`;
      if (status === "invalid")
        return [command("error", `${about} is invalid: ${fault ?? ""}`, { title: "acknowledgement" })];
      if (status === "stale") return [command("warning", `${about} is stale; remove it`, { title: "acknowledgement" })];
      if (status === "expired")
        return [command("warning", `${about} expired after ${until ?? ""}`, { title: "acknowledgement" })];
      return [];
    }),
    ...report.notLookedAt.map((what) => command("notice", `not looked at: ${what}`, {})),
  ];
  return [...lines, formatSummary(report)].join("\n");
}

/** With fix and link, since an annotation is all that a reader of a pull request sees. */
const textOf = ({ address, constructPath, message, fix, replacement, rule }: Finding): string =>
  [
    `${constructPath === undefined ? address : `${constructPath} (${address})`}: ${message}`,
    `Fix: ${fix}`,
    ...(replacement === undefined ? [] : [`${replacement} makes this request the right way.`]),
    pageOf(rule),
  ].join("\n");

function command(
  name: string,
  message: string,
  properties: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${given.length > 0 ? ` ${given.join(",")}` : ""}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  printable(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
