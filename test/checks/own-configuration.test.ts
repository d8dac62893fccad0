import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../examples/index";
import { checkAccessTokens, type OptionAcknowledgement, type Report } from "../../checks/index.js";
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
    /^access token checks: [1-9]\d* blocks? in 1 file: no findings$/,
  );
  expect(report.undetermined.filter(({ message }) => message.includes("request.sh"))).toEqual([]);
}

/** What an example shows on purpose, by its name. */
const KNOWN: Readonly<Record<string, readonly OptionAcknowledgement[]>> = {
  "data-http": [
    {
      id: "secret-in-state",
      address: "data.http.profile",
      reason: "A data source has no other place for a token; docs/guides/from-data-http.md says that it is in state.",
    },
  ],
};

describe("what this project makes passes its own checks, without an acknowledgement but where the docs say why", () => {
  it.each(EXAMPLES)("the example $name", ({ name, Stack }) => {
    const report = checkAccessTokens(new Stack(new App({ outdir }), name), { acknowledgements: KNOWN[name] ?? [] });
    expect(report.acknowledgements.filter(({ status }) => status !== "used")).toEqual([]);
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
    expect(formatText(report)).toMatch(/^access token checks: \d+ blocks in \d+ files: no findings/);
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
