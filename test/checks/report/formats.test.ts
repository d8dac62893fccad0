import { describe, expect, it } from "vitest";
import type { Log } from "sarif";
import { formatGithub } from "../../../checks/report/github.js";
import { formatJson } from "../../../checks/report/json.js";
import { fails } from "../../../checks/report/report.js";
import { formatSarif } from "../../../checks/report/sarif.js";
import { formatSummary } from "../../../checks/report/summary.js";
import { formatText } from "../../../checks/report/text.js";
import { rules } from "../../../checks/rules/index.js";
import { CLEAN, REPORT } from "./report.js";
import { sarifFaults } from "./sarif-faults.js";

const TOOL = { name: "cdktf-oauth2-token", version: "1.2.3", informationUri: "https://example.com/tool" };
describe("a report as text", () => {
  it("names place, severity, rule, block, construct and fix of each finding, and what else there is to know", () => {
    expect(formatText(REPORT, { undetermined: true })).toMatchSnapshot();
  });

  it("says in its last line what was seen, so that nothing found differs from nothing to check", () => {
    expect(formatText(CLEAN)).toBe(
      "access token checks: 1 access token request (1 by constructs) in 12 blocks: no findings",
    );
    expect(formatText({ ...CLEAN, looked: { ...CLEAN.looked, requests: [] } })).toBe(
      "access token checks: no access token request in 12 blocks: nothing to check",
    );
    expect(formatSummary(REPORT)).toBe(
      "access token checks: 3 access token requests (2 by constructs, 1 by curl) in 1,234 blocks and 4 scripts: 1 error, 1 warning, 1 acknowledged, 1 problem, 1 could not be told",
    );
    const requests = ["constructs", "curl", "wget", "httpie", "Python"].map((by) => ({ by, count: 2 }));
    expect(formatSummary({ ...CLEAN, looked: { ...CLEAN.looked, requests } })).toContain(
      "10 access token requests (2 by constructs, 2 by curl, 2 by wget, 4 by others)",
    );
  });

  it("shows what could not be told only when asked for", () => {
    expect(formatText(REPORT)).not.toContain("The body is a file that is not there.");
  });

  it("lets no control character of a file's name reach a terminal", () => {
    expect(formatText(REPORT)).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe("a report for GitHub", () => {
  it("is workflow commands, in which no name can begin another command", () => {
    expect(formatGithub(REPORT)).toMatchSnapshot();
    expect(
      formatGithub(REPORT)
        .split("\n")
        .filter((line) => line.startsWith("::error::x")),
    ).toEqual([]);
  });
});

describe("a report as JSON", () => {
  it("holds all of the report, and the rules that found something", () => {
    const parsed = JSON.parse(formatJson(REPORT, TOOL)) as Record<string, unknown> & { rules: { id: string }[] };
    expect(parsed).toMatchObject({ version: 1, ...REPORT });
    expect(parsed.rules.map(({ id }) => id)).toEqual(["json-body", "unmarked-variable"]);
  });
});

describe("a report as SARIF", () => {
  it("is valid by the schema of SARIF 2.1.0", () => {
    expect(sarifFaults(formatSarif(REPORT, TOOL, "/repo"))).toBeNull();
    expect(sarifFaults(formatSarif(CLEAN, TOOL, "/repo"))).toBeNull();
    expect(sarifFaults('{"version":"2.1.0"}')).not.toBeNull();
  });

  it("has line, address and construct of a finding, and help with the fix of each rule", () => {
    const [run] = (JSON.parse(formatSarif(REPORT, TOOL, "/repo")) as Log).runs;
    const [first, second, accepted] = run?.results ?? [];
    expect(first).toMatchObject({
      ruleId: "json-body",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "envs/prod/a%20b%2Cc%3Ad%25.tf", uriBaseId: "SRCROOT" },
            region: { startLine: 3, startColumn: 5 },
          },
          logicalLocations: [{ fullyQualifiedName: "null_resource.token" }],
        },
      ],
    });
    expect(second?.locations?.[0]?.logicalLocations?.[1]?.fullyQualifiedName).toBe("a/client_secret");
    expect(accepted?.suppressions?.[0]).toMatchObject({
      status: "accepted",
      justification: "Their gateway redirects. (main.tf:7, until 2999-01-31)",
    });
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const [index, rule] of rules.entries())
      expect(run?.tool.driver.rules?.[index]?.help?.text).toContain(`Fix: ${rule.fix}`);
    expect([first?.rank, second?.rank]).toEqual([100, 50]);
    expect(first?.properties).toEqual({
      certainty: "certain",
      fix: "Give each parameter as --data-urlencode name=value.",
      replacement: "LocalExecAccessToken",
    });
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
  });
});

describe("a report", () => {
  it("fails by an error, an invalid acknowledgement, or something unreadable, and by nothing else", () => {
    const { findings, acknowledgements, problems } = REPORT;
    expect(fails(CLEAN)).toBe(false);
    expect(fails({ ...CLEAN, findings: findings.slice(0, 1) })).toBe(true);
    expect(fails({ ...CLEAN, findings: findings.slice(1) })).toBe(false);
    expect(fails({ ...CLEAN, acknowledgements: acknowledgements.slice(0, 3) })).toBe(false);
    expect(fails({ ...CLEAN, acknowledgements: acknowledgements.slice(3) })).toBe(true);
    expect(fails({ ...CLEAN, problems })).toBe(true);
    expect(fails({ ...REPORT, findings: [], problems: [], acknowledgements: [] })).toBe(false);
  });
});
