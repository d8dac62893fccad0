import { pathToFileURL } from "node:url";
import type { Location, Log, Notification, ReportingDescriptor, Result, Suppression } from "sarif";
import { pageOf } from "./pages.js";
import { rules } from "../rules/index.js";
import { printableJson } from "./printable.js";
import type { Finding, Report, ReportedAcknowledgement, Undetermined } from "./report.js";

export interface SarifTool {
  readonly name: string;
  readonly version: string;
  readonly informationUri: string;
}

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function formatSarif(report: Report, tool: SarifTool, workingDirectory: string): string {
  const accepted = report.acknowledgements.filter(({ status }) => status === "used");
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...tool, rules: rules.map((rule) => descriptor(rule)) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(workingDirectory).href.replace(/\/$/, "")}/` } },
        results: [
          ...report.findings.map((finding) => resultOf(finding)),
          ...accepted.flatMap((acknowledgement) =>
            acknowledgement.findings.map((finding) => resultOf(finding, suppression(acknowledgement))),
          ),
        ],
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: notifications(report),
          },
        ],
        properties: { looked: report.looked },
      },
    ],
  };
  return printableJson(log);
}

function descriptor(rule: (typeof rules)[number]): ReportingDescriptor {
  const { id, what, why, fix, source, severity } = rule;
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: {
      text: `${what}\n\n${why}\n\nFix: ${fix}\n\nSource: ${source.title}, ${source.url}`,
      markdown: `**${what}**\n\n${why}\n\n**Fix:** ${fix}\n\nSource: [${source.title}](${source.url})`,
    },
    helpUri: pageOf(id),
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ["security", "oauth2", "terraform"] },
  };
}

function resultOf(finding: Finding, suppressed?: Suppression): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: finding.severity,
    rank: finding.certainty === "certain" ? 100 : 50,
    message: { text: finding.message },
    locations: [locationOf(finding)],
    partialFingerprints: { "blockAndRule/v1": `${finding.file}#${finding.address}#${finding.rule}` },
    ...(suppressed && { suppressions: [suppressed] }),
    properties: {
      certainty: finding.certainty,
      fix: finding.fix,
      ...(finding.replacement && { replacement: finding.replacement }),
    },
  };
}

function locationOf({ file, line, column, address, constructPath }: Finding): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
    },
    logicalLocations: [
      { name: address, fullyQualifiedName: address, kind: "resource" },
      ...(constructPath === undefined ? [] : [{ fullyQualifiedName: constructPath, kind: "object" }]),
    ],
  };
}

function suppression({ reason, where, until }: ReportedAcknowledgement): Suppression {
  return {
    kind: "external",
    status: "accepted",
    justification: `${reason} (${where}${until === undefined ? "" : `, until ${until}`})`,
  };
}

function notifications(report: Report): Notification[] {
  const note = (level: Notification["level"], text: string): Notification => ({ level, message: { text } });
  return [
    ...report.problems.map(({ file, line, message }): Notification => ({
      ...note("error", message),
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(file),
            ...(line !== undefined && { region: { startLine: Math.max(1, line) } }),
          },
        },
      ],
    })),
    ...report.acknowledgements
      .filter(({ status }) => status !== "used")
      .map(({ status, id, where, fault }) =>
        note(
          status === "invalid" ? "error" : "warning",
          `${where}: acknowledgement of ${id} is ${status}${fault === undefined ? "" : `: ${fault}`}`,
        ),
      ),
    ...report.notLookedAt.map((what) => note("note", `not looked at: ${what}`)),
    ...report.undetermined.map((one) => note("note", undeterminedText(one))),
  ];
}

const undeterminedText = ({ file, line, address, message }: Undetermined): string =>
  `could not tell: ${file}:${line} ${address}: ${message}`;

const levelOf = (severity: string): "error" | "warning" | "none" =>
  severity === "error" ? "error" : severity === "warning" ? "warning" : "none";

/** A relative path as a URI reference; an absolute one stands for itself. */
function artifact(file: string): { uri: string; uriBaseId?: string } {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(file)) return { uri: pathToFileURL(file).href };
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "SRCROOT" };
}
