import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExternalProvider } from "@cdktf/provider-external/lib/provider";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { EphemeralAccessToken, ExternalAccessToken, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { App, TerraformAsset, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it, vi } from "vitest";
import { cxoneRequest, emptyStack, synthesized } from "./requests";

const request = cxoneRequest(Secret.fromEnvironment("SECRET"));

function assetsOf(stack: TerraformStack): TerraformAsset[] {
  return stack.node.findAll().filter((node): node is TerraformAsset => node instanceof TerraformAsset);
}

describe("the provider block", () => {
  it("is added once where the stack has none", () => {
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "a", { request });
    new LocalExecAccessToken(stack, "b", { request });
    new ExternalAccessToken(stack, "c", { request });
    expect(synthesized(stack).provider).toEqual({ null: [{}], external: [{}] });
  });

  it.each(["before", "after"])("is the user's where they add it %s", (order) => {
    const stack = emptyStack();
    const own = () => new ExternalProvider(stack, "mine");
    if (order === "before") own();
    new ExternalAccessToken(stack, "token", { request });
    if (order === "after") own();
    expect(synthesized(stack).provider).toEqual({ external: [{}] });
    expect(stack.node.findAll().filter((node) => node instanceof ExternalProvider)).toHaveLength(1);
  });

  it.each([
    ["external", ExternalAccessToken],
    ["null", LocalExecAccessToken],
    ["local", EphemeralAccessToken],
  ])("leaves the id %s to a construct of the user", (id, AccessToken) => {
    const stack = emptyStack();
    new AccessToken(stack, id, { request });
    new AccessToken(new Construct(stack, "team"), id, { request });
    expect(() => synthesized(stack)).not.toThrow();
  });

  it("is not added beside an alias", () => {
    const stack = emptyStack();
    const provider = new NullProvider(stack, "second", { alias: "second" });
    new LocalExecAccessToken(stack, "a", { request, provider });
    expect(synthesized(stack).provider).toEqual({ null: [{ alias: "second" }] });
  });
});

describe("constructs compose", () => {
  it("nested, with dependsOn in both directions", () => {
    const stack = emptyStack();
    const team = new Construct(new Construct(stack, "teams"), "one");
    const before = new Resource(team, "before");
    const verified = new LocalExecAccessToken(team, "verify", { request, dependsOn: [before] });
    const token = new ExternalAccessToken(team, "token", { request, dependsOn: [verified] });
    new Resource(stack, "after", { dependsOn: [verified, token] });
    const { null_resource: resources } = synthesized(stack).resource;
    const name = Object.keys(resources).find((key) => key.includes("verify")) ?? "";
    expect(resources["after"]?.depends_on).toEqual([
      `null_resource.${name}`,
      expect.stringMatching(/^data\.external\.teams_one_token_/),
    ]);
    expect(resources[name]?.depends_on).toEqual([expect.stringMatching(/^null_resource\.teams_one_before_/)]);
  });

  it("gives its inner element for what it does not offer", () => {
    const stack = emptyStack();
    const verified = new LocalExecAccessToken(stack, "verify", { request });
    verified.resource.addOverride("lifecycle", { create_before_destroy: true });
    const token = new ExternalAccessToken(stack, "token", { request });
    token.dataSource.addOverride("working_dir", "${path.root}");
    expect(Testing.synth(stack, true)).toContain('"create_before_destroy": true');
    expect(Testing.synth(stack, true)).toContain('"working_dir": "${path.root}"');
  });

  it("in two stacks of an app: each has the program once, where its arguments say", () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), "two-stacks-")) });
    for (const id of ["one", "two"]) {
      const stack = new TerraformStack(app, id);
      new LocalExecAccessToken(stack, "a", { request });
      new ExternalAccessToken(stack, "b", { request });
      expect(assetsOf(stack)).toHaveLength(1);
    }
    app.synth();
    for (const id of ["one", "two"]) {
      const folder = join(app.outdir, "stacks", id);
      const { program } = (
        JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as ReturnType<typeof synthesized>
      ).data.external["b"] ?? { program: [] };
      expect(existsSync(program[1]?.replace("${path.module}", folder) ?? "")).toBe(true);
    }
  });
});

describe("two copies of the library in one app", () => {
  async function secondCopy(): Promise<typeof import("cdktf-oauth2-token")> {
    vi.resetModules();
    const copy = await import("cdktf-oauth2-token");
    expect(copy.LocalExecAccessToken).not.toBe(LocalExecAccessToken);
    return copy;
  }

  it("share the program where they are the same version, and take each other's values", async () => {
    const copy = await secondCopy();
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "a", { request });
    new copy.LocalExecAccessToken(stack, "b", { request: request });
    expect(assetsOf(stack)).toHaveLength(1);
    expect(synthesized(stack).provider).toEqual({ null: [{}] });
  });

  it("require what ephemeral tokens need once", async () => {
    const copy = await secondCopy();
    const stack = emptyStack();
    new EphemeralAccessToken(stack, "a", { request });
    new copy.EphemeralAccessToken(stack, "b", { request });
    const { terraform } = JSON.parse(Testing.synth(stack, true)) as { terraform: unknown };
    expect(terraform).toEqual({
      required_version: ">= 1.11",
      required_providers: { local: { source: "hashicorp/local", version: ">= 2.7.0" } },
    });
  });

  it("keep their programs apart where they are not", () => {
    const stack = emptyStack();
    // What another version has placed.
    new TerraformAsset(stack, "access_token_request", {
      path: process.cwd() + "/lib/program/files",
      assetHash: "other",
    });
    new LocalExecAccessToken(stack, "a", { request });
    new LocalExecAccessToken(stack, "b", { request });
    const [, own] = assetsOf(stack);
    expect(assetsOf(stack)).toHaveLength(2);
    const { interpreter } = synthesized(stack).resource.null_resource["a"]?.provisioner[0]?.["local-exec"] ?? {
      interpreter: [],
    };
    expect(interpreter[1]).toBe(`\${path.module}/${own?.path ?? ""}/request.sh`);
  });
});
