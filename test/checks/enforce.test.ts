import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { AssetType, Aspects, TerraformAsset, TerraformHclModule, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { asWritten } from "../../checks/cdktf/as-written.js";
import { AccessTokenChecks, type EnforceOptions } from "../../checks/index.js";
import { app, failureOf, JSON_REQUEST, runs, stackIn, temporaryFolder } from "./stacks.js";

/** Enforces without a word on the terminal, and keeps what was said. */
function enforceOn(scope: Construct, options: EnforceOptions = {}) {
  const printed: string[] = [];
  const enforcement = AccessTokenChecks.enforce(scope, { print: (text) => printed.push(text), ...options });
  return { enforcement, printed };
}

describe("AccessTokenChecks.enforce on an app", () => {
  it("sees stacks and overrides that come after the call, and makes one report of all stacks", () => {
    const all = app();
    enforceOn(all);
    runs(stackIn(all, "first"), "token", JSON_REQUEST);
    stackIn(all, "second").addOverride("resource.null_resource.overridden", {
      provisioner: [{ "local-exec": { command: JSON_REQUEST } }],
    });
    stackIn(all, "third");
    const failure = failureOf(() => {
      all.synth();
    });
    expect(failure).toMatch(/^first\/token \(null_resource\.token\) [^]*json-body: /m);
    expect(failure).toMatch(/null_resource\.overridden[^]*json-body: /);
    expect(failure).toMatch(/access token checks: \d+ access token requests \(\d+ by curl\) in \d+ blocks: \d+ errors/);
  });

  it("names the line of the file that was written", () => {
    const all = app();
    const { enforcement } = enforceOn(all);
    runs(stackIn(all, "stack"), "token", JSON_REQUEST);
    failureOf(() => {
      all.synth();
    });
    const finding = enforcement.report?.findings.find(({ rule }) => rule === "json-body");
    expect(finding?.file).toBe(relative(process.cwd(), join(all.outdir, "stacks/stack/cdk.tf.json")));
    const line = readFileSync(finding?.file ?? "", "utf8").split("\n")[(finding?.line ?? 0) - 1];
    expect(line).toContain("grant_type");
  });

  it("sees what an aspect and an escape hatch change", () => {
    const all = app();
    const { enforcement } = enforceOn(all);
    const stack = stackIn(all, "stack");
    const resource = runs(stack, "token", "true");
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === resource) resource.addOverride("provisioner.0.local-exec.command", JSON_REQUEST);
      },
    });
    expect(
      failureOf(() => {
        all.synth();
      }),
    ).toContain("json-body");
    expect(enforcement.report?.findings[0]?.constructPath).toBe("stack/token");
  });

  it("prints one line where there is nothing to say, and has no report before it ran", () => {
    const all = app();
    const { enforcement, printed } = enforceOn(all);
    runs(stackIn(all, "stack"), "fine", "true");
    expect(enforcement.report).toBeUndefined();
    all.synth();
    expect(printed).toEqual([
      expect.stringMatching(/^access token checks: no access token request in \d+ blocks: nothing to check$/),
    ]);
    expect(enforcement.report?.findings).toEqual([]);
  });

  it("does not fail by warnings, and leaves out rules that are off", () => {
    const all = app();
    const rules = { "json-body": "warning", "json-content-type": "off" } as const;
    const { enforcement, printed } = enforceOn(all, { rules });
    runs(stackIn(all, "stack"), "token", JSON_REQUEST);
    all.synth();
    expect(enforcement.report?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["json-body", "warning"],
    ]);
    expect(printed.join()).toMatch(/warning json-body: /);
  });

  it("leaves out constructs, and what is below them", () => {
    const all = app();
    const { enforcement } = enforceOn(all, { exclude: ["stack/legacy"] });
    runs(new Construct(stackIn(all, "stack"), "legacy"), "token", JSON_REQUEST);
    all.synth();
    expect(enforcement.report?.findings).toEqual([]);
  });

  it("names the local modules that it does not look at", () => {
    const module = temporaryFolder();
    writeFileSync(join(module, "main.tf"), "");
    const all = app();
    const { enforcement } = enforceOn(all);
    const stack = stackIn(all, "stack");
    new TerraformHclModule(stack, "local", {
      source: relative(process.cwd(), module),
      skipAssetCreationFromLocalModules: true,
    });
    new TerraformHclModule(stack, "published", { source: "terraform-aws-modules/vpc/aws" });
    all.synth();
    expect(enforcement.report?.notLookedAt).toEqual([
      expect.stringMatching(/^module\.local of stack stack: a local module in HCL/),
    ]);
  });

  it("follows the script of an asset, and names the file it is copied from", () => {
    const script = join(temporaryFolder(), "token.sh");
    writeFileSync(script, `#!/bin/sh\nset -e\n${JSON_REQUEST}\n`);
    const all = app();
    const { enforcement } = enforceOn(all);
    const stack = stackIn(all, "stack");
    const asset = new TerraformAsset(stack, "script", { path: script, type: AssetType.FILE });
    runs(stack, "token", `\${path.module}/${asset.path}`);
    failureOf(() => {
      all.synth();
    });
    const finding = enforcement.report?.findings.find(({ rule }) => rule === "json-body");
    expect(finding).toMatchObject({ file: relative(process.cwd(), script), line: 3, address: "null_resource.token" });
  });

  it("is turned off by skipValidation, and by Testing.synth without validations", () => {
    const all = app({ skipValidation: true });
    const { enforcement } = enforceOn(all);
    const stack = stackIn(all, "stack");
    runs(stack, "token", JSON_REQUEST);
    all.synth();
    Testing.synth(stack);
    expect(enforcement.report).toBeUndefined();
  });
});

describe("AccessTokenChecks.enforce on a stack", () => {
  it("fails before its file is written, and looks at no other", () => {
    const all = app();
    const clean = stackIn(all, "clean");
    const stack = stackIn(all, "stack");
    enforceOn(clean);
    enforceOn(stack);
    runs(stack, "token", JSON_REQUEST);
    const failure = failureOf(() => {
      all.synth();
    });
    expect(failure).toMatch(/json-body/);
    expect(failure).not.toContain("clean");
    expect(existsSync(join(all.outdir, "stacks/clean/cdk.tf.json"))).toBe(true);
    expect(existsSync(join(all.outdir, "stacks/stack/cdk.tf.json"))).toBe(false);
  });

  it("fails Testing.synth with validations", () => {
    const stack = stackIn(Testing.app(), "stack");
    enforceOn(stack);
    runs(stack, "token", JSON_REQUEST);
    expect(failureOf(() => Testing.synth(stack, true))).toContain("json-body");
  });
});

describe("AccessTokenChecks.enforce", () => {
  it("refuses a construct on which CDKTF would never run it", () => {
    const all = app();
    const group = new Construct(all, "group");
    expect(failureOf(() => AccessTokenChecks.enforce(group))).toBe(
      "group is neither an App nor a TerraformStack: CDKTF would never run the checks there. Give AccessTokenChecks.enforce the app, or one of its stacks.",
    );
    expect(new TerraformStack(group, "inner").node.path).toBe("group/inner");
  });

  it("refuses options that it does not know", () => {
    const options = { ruls: {} } as EnforceOptions;
    expect(failureOf(() => AccessTokenChecks.enforce(app(), options))).toContain(
      '"ruls" is not a known option, did you mean "rules"?',
    );
  });
});

describe("the text that lines are counted in", () => {
  it("is that of the file which CDKTF writes", () => {
    const all = app();
    const stack = stackIn(all, "stack");
    runs(stack, "token", JSON_REQUEST);
    stack.addOverride("locals", {
      list: [],
      object: {},
      nested: [{ a: [1, "ü\n\u2028"] }, null],
      z: true,
      A: undefined,
    });
    all.synth();
    expect(asWritten(stack.toTerraform())).toBe(readFileSync(join(all.outdir, "stacks/stack/cdk.tf.json"), "utf8"));
  });
});
