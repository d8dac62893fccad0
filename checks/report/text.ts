import { isAbsolute, resolve } from "node:path";
import { createColors } from "picocolors";
import { widthOf, wrap } from "./layout.js";
import { count, printable } from "./printable.js";
import type { Finding, Report, ReportedAcknowledgement } from "./report.js";
import { formatSummary } from "./summary.js";

/** How a report is written as text. */
export interface TextOptions {
  /**
   * Also shows what could not be told.
   *
   * @default false
   */
  readonly undetermined?: boolean;
  /**
   * Shows findings in colours, by escape sequences for a terminal.
   *
   * @default false
   */
  readonly colors?: boolean;
  /**
   * The terminal's width in characters. Lines are broken between words.
   *
   * @default - 80, but for the last line, which stays one for programs
   */
  readonly columns?: number;
}

/** The report for people: findings by block, then what else there is to know, then one line of summary. */
export function formatText(report: Report, options: TextOptions = {}): string {
  const page = new Page(options);
  for (const group of byBlock(report.findings)) page.group(group);
  for (const { file, line, message } of report.problems) page.entry(`${at(file, line)}  problem`, message);
  for (const acknowledgement of report.acknowledgements) page.paragraph(acknowledgementText(acknowledgement));
  for (const what of report.notLookedAt) page.paragraph(`not looked at: ${printable(what)}`);
  if (options.undetermined === true)
    for (const { file, line, address, rule, message } of report.undetermined)
      page.entry(
        `${at(file, line)}  could not tell${rule === undefined ? "" : `  ${rule}`}  ${printable(address)}`,
        message,
      );
  page.byRule(report.findings);
  page.summary(formatSummary(report));
  return page.lines.join("\n");
}

class Page {
  public readonly lines: string[] = [];
  private readonly width: number;
  private readonly terminal: boolean;
  private readonly colors: ReturnType<typeof createColors>;

  public constructor({ colors = false, columns }: TextOptions) {
    this.width = widthOf(columns);
    this.terminal = columns !== undefined;
    this.colors = createColors(colors);
  }

  /** The findings of one block: what they are about is said once, and so is a fix. */
  public group(findings: readonly Finding[]): void {
    const [{ address, constructPath, file, blockFile = file, replacement }] = findings as [Finding];
    const { bold, dim } = this.colors;
    // A construct's path says more than the file that it is written into, which may be a temporary one.
    const name = constructPath === undefined ? address : `${constructPath} (${address})`;
    this.title(bold(printable(name)), printable(name), dim(shown(blockFile)), shown(blockFile));
    const told = new Set<string>();
    const digits = findings.reduce((most, { line }) => Math.max(most, String(line).length), 0);
    let within = blockFile;
    for (const finding of findings) {
      if (finding.file !== within) this.lines.push(dim(`  ${shown(finding.file)}`));
      within = finding.file;
      this.finding(finding, digits, told);
    }
    if (replacement !== undefined) this.lines.push(dim(`  ${replacement} makes this request the right way.`));
    this.lines.push("");
  }

  private title(name: string, plainName: string, file: string, plainFile: string): void {
    if (plainName.length + 2 + plainFile.length <= this.width) this.lines.push(`${name}  ${file}`);
    else this.lines.push(name, `  ${file}`);
  }

  private finding({ rule, severity, certainty, message, fix, line }: Finding, digits: number, told: Set<string>): void {
    const { red, yellow, cyan } = this.colors;
    const name = [severity === "warning" && "warning", certainty === "likely" && "likely", rule]
      .filter(Boolean)
      .join(" ");
    const indent = digits + 4;
    const text = wrap(`${name}: ${printable(message)}`, this.width, indent);
    const color = severity === "error" ? red : yellow;
    this.lines.push(`  ${String(line).padStart(digits)}  ${color(name)}${text.slice(name.length)}`);
    if (told.has(fix)) return;
    told.add(fix);
    this.lines.push(" ".repeat(indent) + wrap(`fix: ${fix}`, this.width, indent).replace("fix:", cyan("fix:")));
  }

  public entry(head: string, message: string): void {
    this.lines.push(head, `  ${wrap(printable(message), this.width, 2)}`, "");
  }

  public paragraph(text: string | readonly string[]): void {
    this.lines.push(wrap(text, this.width, 2));
  }

  /** How often each rule found something, where that is not to be seen at a glance. */
  public byRule(findings: readonly Finding[]): void {
    const counts = new Map<string, number>();
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    if (counts.size < 2) return;
    const sorted = [...counts].sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1));
    const last = sorted.length - 1;
    this.paragraph(["by rule:", ...sorted.map(([rule, times], index) => `${times} ${rule}${index < last ? "," : ""}`)]);
  }

  /** A terminal breaks a long line anywhere. */
  public summary(text: string): void {
    this.lines.push(this.terminal ? wrap(text, this.width, 2) : text);
  }
}

/** Blocks in the order of their first findings. */
function byBlock(findings: readonly Finding[]): (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { address, file, blockFile = file, constructPath = "" } = finding;
    const key = JSON.stringify([blockFile, address, constructPath]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => [
    ...group.filter(({ blockFile }) => blockFile === undefined),
    ...group.filter(({ blockFile }) => blockFile !== undefined),
  ]);
}

function acknowledgementText(acknowledgement: ReportedAcknowledgement): string {
  const { status, id, reason, until, where, fault, findings } = acknowledgement;
  const about = `${printable(where)}: acknowledgement of ${printable(id)}`;
  const why = `"${printable(reason)}"`;
  switch (status) {
    case "invalid":
      return `${about} is invalid: ${printable(fault ?? "")}`;
    case "expired":
      return `${about} expired after ${until ?? ""}, ${findings.length === 0 ? "and there is nothing left to accept" : `${count(findings.length, "finding")} no longer accepted`}: ${why}`;
    case "stale":
      return `${about} is stale, there is nothing to accept; remove it: ${why}`;
    case "used":
      return `${about} accepts ${count(findings.length, "finding")}${until === undefined ? "" : ` until ${until}`}: ${why}`;
  }
}

/** A file that the working directory does not hold has its whole path, which is easier to read than the way there. */
const shown = (file: string): string => printable(file.startsWith("..") && !isAbsolute(file) ? resolve(file) : file);

const at = (file: string, line?: number, column?: number): string =>
  [shown(file), line, column].filter((part) => part !== undefined).join(":");
