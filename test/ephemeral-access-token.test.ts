import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { LocalProvider } from "@cdktf/provider-local/lib/provider";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { EphemeralAccessToken, Secret } from "cdktf-oauth2-token";
import * as cdktf from "cdktf";
import { App, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { cxoneRequest, emptyStack, failureOf, synthesized } from "./requests";

const request = cxoneRequest(Secret.fromEnvironment("SECRET"));

/** An app whose output is not in the working folder. */
function appElsewhere(): App {
  return new App({ outdir: mkdtempSync(join(tmpdir(), "app-")) });
}

interface Ephemeral {
  readonly terraform: {
    readonly required_version: string;
    readonly required_providers: Readonly<Record<string, { readonly source: string; readonly version: string }>>;
  };
  readonly ephemeral: {
    readonly local_command: Readonly<Record<string, { readonly arguments: string[]; readonly stdin?: string }>>;
  };
}

function synthesizedEphemeral(stack: TerraformStack): Ephemeral {
  return synthesized(stack) as unknown as Ephemeral;
}

describe("EphemeralAccessToken takes every kind of secret", () => {
  const known: [string, (stack: TerraformStack) => Secret, string][] = [
    ["an ephemeral variable", (stack) => Secret.ephemeralVariable(stack, "v"), "var.v"],
    [
      "a sensitive variable",
      (stack) => Secret.fromVariable(new TerraformVariable(stack, "v", { sensitive: true })),
      "var.v",
    ],
    [
      "an expression",
      (stack) => Secret.fromExpression(new TerraformVariable(stack, "v", { sensitive: true }).stringValue),
      "var.v",
    ],
  ];
  it.each(known)("%s, through standard input", (_, secret, reference) => {
    const stack = emptyStack();
    new EphemeralAccessToken(stack, "token", { request: cxoneRequest(secret(stack)) });
    const block = synthesizedEphemeral(stack).ephemeral.local_command["token"];
    expect(block?.stdin).toBe(`client_secret=\${urlencode(${reference})}`);
    expect(block?.arguments).toContain("client_secret.source=stdin");
  });

  it.each([
    ["environment", Secret.fromEnvironment("SECRET"), "client_secret.environment=SECRET"],
    ["file", Secret.fromFile("/run/s"), "client_secret.file=%2Frun%2Fs"],
    ["command", Secret.fromCommand(["pass"]), "client_secret.command=pass"],
  ])("one from the %s, which the program reads", (_, secret, argument) => {
    const stack = emptyStack();
    new EphemeralAccessToken(stack, "token", { request: cxoneRequest(secret) });
    const block = synthesizedEphemeral(stack).ephemeral.local_command["token"];
    expect(block).not.toHaveProperty("stdin");
    expect(block?.arguments).toContain(argument);
    expect(block?.arguments).not.toContain("client_secret.source=stdin");
  });

  it("but none that is not sensitive", () => {
    const stack = emptyStack();
    const secret = Secret.fromVariable(new TerraformVariable(stack, "v", {}));
    new EphemeralAccessToken(stack, "token", { request: cxoneRequest(secret) });
    expect(failureOf(stack)).toContain('stack/token: the variable "stack/v" is not sensitive');
  });
});

describe("what EphemeralAccessToken requires", () => {
  it("is Terraform 1.11 and the provider local 2.7.0, once per stack", () => {
    const stack = emptyStack();
    new EphemeralAccessToken(stack, "a", { request });
    new EphemeralAccessToken(new Construct(stack, "scope"), "b", { request });
    expect(synthesizedEphemeral(stack).terraform).toEqual({
      required_version: ">= 1.11",
      required_providers: { local: { source: "hashicorp/local", version: ">= 2.7.0" } },
    });
  });

  it("gives way to the stack's own required_version", () => {
    const stack = emptyStack();
    stack.addOverride("terraform.required_version", "~> 1.12");
    new EphemeralAccessToken(stack, "token", { request });
    expect(synthesizedEphemeral(stack).terraform.required_version).toBe("~> 1.12");
  });

  const orders: [string, (stack: TerraformStack) => void][] = [
    [
      "before",
      (stack) => {
        new LocalProvider(stack, "local");
        new EphemeralAccessToken(stack, "token", { request });
      },
    ],
    [
      "after",
      (stack) => {
        new EphemeralAccessToken(stack, "token", { request });
        new LocalProvider(stack, "local");
      },
    ],
  ];
  describe.each(orders)("with @cdktf/provider-local constructed %s it", (_, build) => {
    it("is an error that names the override", () => {
      const stack = emptyStack();
      build(stack);
      expect(failureOf(stack)).toMatch(
        /stack: EphemeralAccessToken needs the provider hashicorp\/local 2\.7\.0 or later, but this stack requires "2\.6\.1" \(@cdktf\/provider-local .*stack\.addOverride\("terraform\.required_providers\.local\.version", ">= 2\.7\.0"\)/,
      );
    });

    it("is met once the override is there", () => {
      const stack = emptyStack();
      build(stack);
      stack.addOverride("terraform.required_providers.local.version", ">= 2.7.0");
      expect(synthesizedEphemeral(stack).terraform.required_providers["local"]).toEqual({
        source: "hashicorp/local",
        version: ">= 2.7.0",
      });
    });

    it("is no error in a stack without ephemeral tokens", () => {
      const stack = emptyStack();
      new LocalProvider(stack, "local");
      expect(synthesizedEphemeral(stack).terraform.required_providers["local"]?.version).toBe("2.6.1");
    });
  });

  it("leaves a later version alone that the stack pins", () => {
    const stack = emptyStack();
    new LocalProvider(stack, "local");
    stack.addOverride("terraform.required_providers.local.version", "2.9.0");
    new EphemeralAccessToken(stack, "token", { request });
    expect(synthesizedEphemeral(stack).terraform.required_providers["local"]?.version).toBe("2.9.0");
  });
});

describe("EphemeralAccessToken", () => {
  const onCdkTerrain = "TerraformEphemeralResource" in cdktf;
  it("is in the HCL output of CDK Terrain what it is in JSON, and an error in that of CDKTF", async () => {
    const stack = emptyStack();
    const secret = Secret.ephemeralVariable(stack, "secret");
    const dependsOn = [new EphemeralAccessToken(stack, "first", { request })];
    new EphemeralAccessToken(stack, "token", { request: cxoneRequest(secret), dependsOn });
    const synthesizeHcl = () => Testing.synthHcl(stack) as string;
    if (!onCdkTerrain) {
      expect(synthesizeHcl).toThrow(
        /^stack\/first\/Default: CDKTF's HCL output leaves ephemeral blocks out.*Synthesize JSON/,
      );
      return;
    }
    const hcl = (await parse("stack.tf", synthesizeHcl())) as {
      ephemeral: { local_command: Record<string, Record<string, unknown>[]> };
    };
    expect(hcl.ephemeral.local_command["token"]).toEqual([
      synthesizedEphemeral(stack).ephemeral.local_command["token"],
    ]);
  });

  const uses: [string, (other: TerraformStack, token: EphemeralAccessToken) => void][] = [
    [
      "an output",
      (other, token) => {
        new TerraformOutput(other, "out", { value: token.accessToken });
      },
    ],
    [
      "dependsOn",
      (other, token) => {
        new NullProvider(other, "null");
        new Resource(other, "r", { dependsOn: [token] });
      },
    ],
  ];
  it.each(uses)("is refused in another stack: %s", (_, use) => {
    const app = appElsewhere();
    const stack = new TerraformStack(app, "owner");
    use(new TerraformStack(app, "other"), new EphemeralAccessToken(stack, "token", { request }));
    expect(() => {
      app.synth();
    }).toThrow(/owner\/token: it is used in another stack, but an ephemeral value is in no state/);
  });

  it("is not refused for what another token does", () => {
    const app = appElsewhere();
    const stack = new TerraformStack(app, "owner");
    new EphemeralAccessToken(stack, "token", { request });
    const second = new EphemeralAccessToken(stack, "token2", { request });
    new TerraformOutput(new TerraformStack(app, "other"), "out", { value: second.accessToken });
    expect(() => {
      app.synth();
    }).toThrow(/^(?!.*owner\/token: )[^]*owner\/token2: it is used in another stack/);
  });
});
