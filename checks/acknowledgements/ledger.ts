import type { WrittenAcknowledgement } from "../configuration/configuration.js";
import type { OptionAcknowledgement } from "../options/options.js";
import type { Finding, ReportedAcknowledgement } from "../report/report.js";
import { acknowledgementFaults, isExpired } from "../options/acknowledgement-faults.js";
import { speaksOfOption, speaksOfWritten, type Acknowledgeable, type Speaks } from "./matching.js";

interface Entry {
  readonly id: string;
  readonly reason: string;
  readonly until: string | undefined;
  readonly where: string;
  readonly fault: string | undefined;
  readonly expired: boolean;
  readonly findings: Finding[];
}

/** Keeps account of acknowledgements during a run: which of them accept findings, and which mean nothing any more. */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly fromOptions: readonly (readonly [Entry, Speaks])[];

  public constructor(
    given: readonly OptionAcknowledgement[],
    source: string,
    relativeToFolder: (file: string) => string,
    private readonly now: Date,
  ) {
    this.fromOptions = given.map((one, index) => {
      const where = `${source}, acknowledgements[${index}]`;
      return [this.entry(where, one, where), speaksOfOption(one, relativeToFolder)];
    });
  }

  /** Takes the acknowledgements of some folders, and gives what judges the findings of the same folders. */
  public open(
    written: readonly WrittenAcknowledgement[],
    whereOf: (written: WrittenAcknowledgement) => string,
  ): (finding: Finding, raw: Acknowledgeable) => boolean {
    const own = written.map((one): readonly [Entry, Speaks] => {
      const where = one.constructPath === undefined ? whereOf(one) : `construct ${one.constructPath || "(app)"}`;
      // One that was made on an app or an outer construct is in each stack's file, and is still the same one.
      const key = one.constructPath === undefined ? where : JSON.stringify([where, one.id, one.reason, one.until]);
      const misplaced = one.constructPath === undefined && one.block === undefined;
      return [this.entry(key, one, where, misplaced), speaksOfWritten(one)];
    });
    return (finding, raw) => {
      const speaking = [...own, ...this.fromOptions].filter(
        ([entry, speaks]) => entry.fault === undefined && speaks(raw),
      );
      for (const [entry] of speaking) entry.findings.push(finding);
      return speaking.some(([entry]) => !entry.expired);
    };
  }

  /** Takes a finding that the construct itself answers for. */
  public answer(finding: Finding, { where, reason }: { readonly where: string; readonly reason: string }): void {
    const { rule: id } = finding;
    this.entry(JSON.stringify([where, id, reason]), { id, reason }, where).findings.push(finding);
  }

  public close(): ReportedAcknowledgement[] {
    return [...this.entries.values()].map(({ expired, fault, until, ...entry }) => ({
      ...entry,
      ...(until !== undefined && { until }),
      ...(fault !== undefined && { fault }),
      status: fault !== undefined ? "invalid" : expired ? "expired" : entry.findings.length > 0 ? "used" : "stale",
    }));
  }

  private entry(
    key: string,
    { id, reason, until }: { readonly id: unknown; readonly reason: unknown; readonly until?: unknown },
    where: string,
    misplaced = false,
  ): Entry {
    const known = this.entries.get(key);
    if (known) return known;
    const faults = acknowledgementFaults({ id, reason, until });
    if (misplaced) faults.push("it stands neither in a block nor right above one");
    const entry: Entry = {
      id: typeof id === "string" ? id : "(no id)",
      reason: typeof reason === "string" ? reason : "",
      until: typeof until === "string" ? until : undefined,
      where,
      fault: faults.length > 0 ? faults.join("; ").replaceAll("\n", "; ") : undefined,
      expired: isExpired(typeof until === "string" ? until : undefined, this.now),
      findings: [],
    };
    this.entries.set(key, entry);
    return entry;
  }
}
