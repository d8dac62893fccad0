import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { AccessTokenChecks, checkAccessTokens, type Acknowledgement } from "../../checks/index.js";
import { app, failureOf, JSON_REQUEST, runs, stackIn } from "./stacks.js";

const rulesIn = (report: { readonly findings: readonly { readonly rule: string }[] }): string[] =>
  report.findings.map(({ rule }) => rule);

describe("AccessTokenChecks.acknowledge", () => {
  it("accepts the findings of one rule in a construct and what is below it, whenever that is added", () => {
    const stack = stackIn(app(), "stack");
    const legacy = new Construct(stack, "legacy");
    AccessTokenChecks.acknowledge(legacy, { id: "json-body", reason: "Their gateway takes nothing else." });
    runs(new Construct(legacy, "deeper"), "token", JSON_REQUEST);
    runs(stack, "legacy2", JSON_REQUEST);
    const report = checkAccessTokens(stack);
    expect(
      report.findings.filter(({ rule }) => rule === "json-body").map(({ constructPath }) => constructPath),
    ).toEqual(["stack/legacy2"]);
    expect(rulesIn(report)).toContain("json-content-type");
    expect(report.acknowledgements).toEqual([
      {
        status: "used",
        id: "json-body",
        reason: "Their gateway takes nothing else.",
        where: "construct stack/legacy",
        findings: [expect.objectContaining({ constructPath: "stack/legacy/deeper/token" })],
      },
    ]);
  });

  it("reaches blocks without a construct path, such as variables", () => {
    const stack = stackIn(app(), "stack");
    const group = new Construct(stack, "group");
    const variable = new TerraformVariable(group, "client_secret", { type: "string" });
    runs(
      stack,
      "token",
      `curl -sf https://login.example.com/oauth/token -d grant_type=client_credentials -d "client_secret=${variable.stringValue}" -o /dev/null`,
    );
    expect(rulesIn(checkAccessTokens(stack))).toContain("unmarked-variable");
    AccessTokenChecks.acknowledge(group, { id: "unmarked-variable", reason: "A test value." });
    expect(rulesIn(checkAccessTokens(stack))).not.toContain("unmarked-variable");
  });

  it("is written into the stack's JSON, with its reason and date", () => {
    const all = app();
    const stack = stackIn(all, "stack");
    const given: Acknowledgement = { id: "json-body", reason: "Why ${not}.", until: "2999-12-31" };
    AccessTokenChecks.acknowledge(runs(stack, "token", JSON_REQUEST), given);
    all.synth();
    const json = JSON.parse(readFileSync(join(all.outdir, "stacks/stack/cdk.tf.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(json["//"]).toMatchObject({ acknowledgements: [{ ...given, path: "stack/token" }] });
    expect(rulesIn(checkAccessTokens(json))).not.toContain("json-body");
  });

  it("on an app holds for the stacks that there are, and fails the synthesis of a later one", () => {
    const all = app();
    const first = stackIn(all, "first");
    const second = stackIn(all, "second");
    runs(first, "token", JSON_REQUEST);
    AccessTokenChecks.acknowledge(all, { id: "json-body", reason: "For all." });
    AccessTokenChecks.acknowledge(all, { id: "json-content-type", reason: "For all." });
    all.synth();
    expect(rulesIn(checkAccessTokens(all))).toEqual([]);
    // One that is of no use in some of the stacks is still one, and in use.
    expect(checkAccessTokens(all).acknowledgements.map(({ status }) => status)).toEqual(["used", "used"]);
    expect(rulesIn(checkAccessTokens(second))).toEqual([]);
    stackIn(all, "later");
    expect(
      failureOf(() => {
        all.synth();
      }),
    ).toContain(
      "The acknowledgement of json-body for the app was made before the stack later and is not in it. Call AccessTokenChecks.acknowledge after its stacks are made.",
    );
  });

  it("accepts nothing any more after its last day, and says so", () => {
    const stack = stackIn(app(), "stack");
    AccessTokenChecks.acknowledge(runs(stack, "token", JSON_REQUEST), {
      id: "json-body",
      reason: "Soon.",
      until: "2020-02-29",
    });
    const report = checkAccessTokens(stack);
    expect(rulesIn(report)).toContain("json-body");
    expect(report.acknowledgements).toMatchObject([
      { status: "expired", until: "2020-02-29", findings: [{ rule: "json-body" }] },
    ]);
  });

  it("is reported as stale when there is nothing to accept", () => {
    const stack = stackIn(app(), "stack");
    AccessTokenChecks.acknowledge(runs(stack, "fine", "true"), { id: "json-body", reason: "Old." });
    expect(checkAccessTokens(stack).acknowledgements).toMatchObject([
      { status: "stale", where: "construct stack/fine" },
    ]);
  });

  it("refuses an unknown rule, a missing reason and a date that is none, all at once", () => {
    const stack = stackIn(app(), "stack");
    const wrong = { id: "jsn-body", reason: "", until: "soon" } as unknown as Acknowledgement;
    expect(
      failureOf(() => {
        AccessTokenChecks.acknowledge(stack, wrong);
      }),
    ).toMatch(
      /^The acknowledgement for stack cannot be used: "jsn-body" is no rule, did you mean "json-body"\?\nallowed: .*; it has no "reason"; say why the finding is acceptable here; "until" is "soon"; write the last day/,
    );
  });

  it("refuses an app that has no stacks yet", () => {
    expect(
      failureOf(() => {
        AccessTokenChecks.acknowledge(app(), { id: "json-body", reason: "Why." });
      }),
    ).toMatch(/has no stack to which the acknowledgement of json-body could be written/);
  });

  it("in options accepts where all that it names holds", () => {
    const stack = stackIn(app(), "stack");
    runs(stack, "a", JSON_REQUEST);
    runs(stack, "b", JSON_REQUEST);
    const given = { id: "json-body", reason: "Why." } as const;
    const left = (more: object): (string | undefined)[] =>
      checkAccessTokens(stack, { acknowledgements: [{ ...given, ...more }] })
        .findings.filter(({ rule }) => rule === "json-body")
        .map(({ address }) => address);
    expect(left({ address: "null_resource.a" })).toEqual(["null_resource.b"]);
    expect(left({ construct: "stack/b" })).toEqual(["null_resource.a"]);
    expect(left({ construct: "stack" })).toEqual([]);
    expect(left({ address: "null_resource.a", construct: "stack/b" })).toEqual(["null_resource.a", "null_resource.b"]);
    expect(left({ file: "**/*.tf" })).toEqual(["null_resource.a", "null_resource.b"]);
  });
});
