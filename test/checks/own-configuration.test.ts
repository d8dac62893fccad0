import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../examples/index";
import { checkAccessTokens, type Report } from "../../checks/index.js";
import { checkPaths } from "../../checks/files/check-paths.js";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { formatText } from "../../checks/report/text.js";
import { CASES } from "../synthesized/cases";

const outdir = mkdtempSync(join(tmpdir(), "own-"));
afterAll(() => {
  rmSync(outdir, { recursive: true });
});

/** No finding, no acknowledgement, and the program that the constructs place was found and read. */
function expectClean(report: Report): void {
  expect(formatText({ ...report, undetermined: [] })).toMatch(
    /^access token checks: ([1-9]\d*) access token requests? \(\1 by constructs\) in [1-9]\d* blocks? and 1 script: no findings$/,
  );
  expect(report.undetermined.filter(({ message }) => message.includes("request.sh"))).toEqual([]);
}

/** Where a construct answers for what the checks find, by the example's name. */
const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  "data-http": ["construct data-http/token secret-in-state: ExternalAccessToken was chosen"],
};

describe("what this project makes passes its own checks, without an acknowledgement of its own", () => {
  it.each(EXAMPLES)("the example $name", ({ name, Stack }) => {
    const report = checkAccessTokens(new Stack(new App({ outdir }), name));
    expect(
      report.acknowledgements.map(({ where, id, reason, status }) => {
        expect(status).toBe("used");
        return `${where} ${id}: ${reason.split(",", 1).join()}`;
      }),
    ).toEqual(ANSWERED[name] ?? []);
    expectClean({ ...report, acknowledgements: [] });
  });

  it.each(CASES)("the case $name", (of) => {
    const stack = new TerraformStack(new App({ outdir }), of.name);
    of.build(stack);
    expectClean(checkAccessTokens(stack));
  });

  it("the snapshots, as JSON and as HCL", async () => {
    const workingDirectory = fileURLToPath(new URL("../synthesized", import.meta.url));
    const settings = { source: "", folder: workingDirectory, workingDirectory, hclWasm: wasmOfSources };
    const report = await checkPaths(["snapshots"], {}, settings);
    expect(formatText({ ...report, undetermined: [] })).toMatch(/^access token checks: /);
    expect(report.looked.files).toBeGreaterThan(CASES.length);
  });
});

describe("the program that the constructs place", () => {
  const program = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));
  function rulesFor(endpoint: string): string[] {
    const stack = new TerraformStack(new App({ outdir }), "program");
    const words = ["/bin/sh", program, `token_endpoint=${endpoint}`, "output=json"];
    stack.addOverride("data.external.token.program", words);
    stack.addOverride("output.token.value", "${data.external.token.result.access_token}");
    return checkAccessTokens(stack).findings.map(({ rule, address }) => `${rule} ${address}`);
  }

  it("is known to make a request of its arguments, whose answer holds the token", () => {
    expect(rulesFor("https%3A%2F%2Flogin.example.com%2Foauth%2Ftoken")).toEqual(["unmarked-output output.token"]);
    expect(rulesFor("http%3A%2F%2Flogin.example.com%2Foauth%2Ftoken")).toContain(
      "insecure-transport data.external.token",
    );
  });
});
