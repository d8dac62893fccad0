import { TerraformStack, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { EXAMPLES, NOT_APPLIED } from "../examples";

type Synthesized = Record<"terraform" | "provider", Record<string, unknown>>;

function synthesized(name: string): Synthesized {
  const example = NOT_APPLIED.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`There is no example ${name}`);
  return JSON.parse(Testing.synth(new example.Stack(Testing.app(), name), true)) as Synthesized;
}

describe("the examples", () => {
  it("have names of their own, each with its stack", () => {
    const names = [...EXAMPLES, ...NOT_APPLIED].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, Stack } of EXAMPLES) expect(new Stack(Testing.app(), name)).toBeInstanceOf(TerraformStack);
  });

  it("give the Genesys Cloud provider a token, and require what that takes", () => {
    const { provider, terraform } = synthesized("genesys-cloud-token");
    expect(provider["genesyscloud"]).toEqual([
      {
        access_token: "${sensitive(jsondecode(ephemeral.local_command.token.stdout).access_token)}",
        aws_region: "eu-central-1",
      },
    ]);
    expect(terraform).toEqual({
      required_version: ">= 1.11",
      required_providers: {
        genesyscloud: { source: "mypurecloud/genesyscloud", version: "~> 1.84" },
        local: { source: "hashicorp/local", version: ">= 2.7.0" },
      },
    });
  });

  it("give the Genesys Cloud provider a client's credentials", () => {
    expect(synthesized("genesys-cloud-credentials").provider["genesyscloud"]).toEqual([
      {
        oauthclient_id: "abc123",
        oauthclient_secret: "${var.genesys_cloud_client_secret}",
        aws_region: "eu-central-1",
      },
    ]);
  });
});
