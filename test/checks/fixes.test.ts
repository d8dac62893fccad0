import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { checkPaths } from "../../checks/files/check-paths.js";
import { RULE_IDS } from "../../checks/options/rule-ids.js";
import type { Report } from "../../checks/report/report.js";
import { FIXES } from "../../checks/rules/fixes/fixes.js";
import { rules } from "../../checks/rules/index.js";

const CORPUS = fileURLToPath(new URL("./corpus/open/", import.meta.url));
/** Rules of a request alone: their fix always depends on what makes it. */
const OF_A_REQUEST = ["json-body", "json-content-type", "unencoded-field", "unchecked-status", "followed-redirect"];

let report: Report;
beforeAll(async () => {
  report = await checkPaths(
    ["."],
    {},
    { source: "", folder: CORPUS, workingDirectory: CORPUS, hclWasm: wasmOfSources },
  );
}, 60_000);

describe("the fix of a finding", () => {
  it.each(OF_A_REQUEST)("of %s is that of the tool, whatever makes the request", (id) => {
    const generic = rules.find((rule) => rule.id === id)?.fix;
    const found = report.findings.filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ fix }) => fix === generic).map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it("comes with the construct that makes the request right, wherever one can run", () => {
    const without = report.findings.filter(
      ({ rule, replacement }) => OF_A_REQUEST.includes(rule) && replacement === undefined,
    );
    // Boot scripts and remote-exec run on another machine.
    expect(without.length).toBeGreaterThan(0);
    expect(
      without.filter(({ address }) => /^(?:null_resource|terraform_data|data\.)/.test(address)).length,
    ).toBeLessThan(without.length);
    expect(new Set(report.findings.map(({ replacement }) => replacement))).toEqual(
      new Set([undefined, "LocalExecAccessToken", "ExternalAccessToken", "EphemeralAccessToken"]),
    );
  });
});

it.each(Object.entries(FIXES))("the fixes of %s are those of rules, each in a line or two", (_, rows) => {
  for (const [id, fix] of Object.entries(rows)) {
    expect(RULE_IDS).toContain(id);
    expect(fix).toMatch(/^\S.{10,110}\.$/);
  }
});
