import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenRevocation,
} from "cdktf-oauth2-token";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authlib } from "../../server/authlib";
import { get } from "../../server/post";
import { SCOPE, startOAuthServer, type OAuthServer } from "../../server/oauth-server";
import { SharedServer } from "../../server/server-for";
import { command } from "../command";
import { postRequest, synthesized, synthesizedHcl } from "./app";

const SECRET = `p$ss+w%rd= "'&\\`;
let server: OAuthServer;
const other = new SharedServer(authlib, () => ({
  clients: [{ id: "other", method: "client_secret_post", secret: SECRET }],
}));

beforeAll(async () => {
  server = await startOAuthServer({ clients: [{ id: "abc123", secret: SECRET, method: "client_secret_post" }] });
});
afterAll(async () => {
  await server.close();
  await other.close();
});

interface Report {
  readonly status: number;
  readonly requests: readonly {
    readonly constructs: readonly string[];
    readonly verdict: string;
    readonly status?: number;
    readonly expiresAt?: string;
    readonly said?: string;
  }[];
  readonly leftOut: readonly { readonly construct: string; readonly why: string }[];
  readonly problems: readonly { readonly construct?: string; readonly why: string }[];
}

async function verify(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  ...args: readonly string[]
): Promise<Report & { readonly ended: number | null }> {
  const { status, stdout, stderr } = await command(["verify", "--json", ...args], { cwd, env });
  expect(stderr).toBe("");
  return { ended: status, ...(JSON.parse(stdout) as Report) };
}

it("verify revokes what its stack would revoke, and says where that failed", async () => {
  const at = (url: string) =>
    synthesized({
      shop: (stack) => {
        const request = postRequest(server.tokenEndpoint, "abc123", Secret.fromEnvironment("CXONE_SECRET"));
        new LocalExecAccessToken(stack, "called", { request, run: ["touch", "ran"], revoke: TokenRevocation.at(url) });
      },
    });
  const revoked = await verify(at(server.revocationEndpoint), { CXONE_SECRET: SECRET });
  expect(revoked.requests).toMatchObject([{ verdict: "granted", status: 0 }]);
  const headers = { authorization: `Bearer ${server.issued.at(-1) ?? ""}` };
  expect((await get(server.api, { headers })).status).toBe(401);
  const failed = await verify(at(server.tokenEndpoint), { CXONE_SECRET: SECRET });
  expect(failed.requests).toMatchObject([{ verdict: "undecided", status: 52 }]);
});

describe("verify makes the requests of all constructs", () => {
  const all = (stack: TerraformStack): void => {
    const request = postRequest(server.tokenEndpoint, "abc123", Secret.ephemeralVariable(stack, "client_secret"), [
      SCOPE,
    ]);
    new LocalExecAccessToken(stack, "verified", { request });
    new LocalExecAccessToken(stack, "called", { request, run: ["touch", "ran"] });
    new EphemeralAccessToken(stack, "ephemeral", { request });
    const ofEnvironment = postRequest(server.tokenEndpoint, "abc123", Secret.fromEnvironment("CXONE_SECRET"));
    new ExternalAccessToken(stack, "at_plan", { request: ofEnvironment, minimumLifetimeSeconds: 60 });
  };
  const values = { TF_VAR_client_secret: SECRET, CXONE_SECRET: SECRET };

  it("each different one once, and runs no command with the token", async () => {
    const folder = synthesized({ app: all });
    const before = server.tokenRequests.length;
    const report = await verify(folder, values);
    expect(report).toMatchObject({ ended: 0, status: 0, leftOut: [], problems: [] });
    expect(report.requests.map(({ constructs, verdict }) => [[...constructs].sort(), verdict])).toEqual([
      [["app/called", "app/ephemeral", "app/verified"], "granted"],
      [["app/at_plan"], "granted"],
    ]);
    expect(server.tokenRequests.length - before).toBe(2);
    expect(readdirSync(join(folder, "cdktf.out", "stacks", "app"))).not.toContain("ran");
  });

  it.each(["cdktf.out", "cdktf.out/stacks/app", "cdktf.out/stacks/app/cdk.tf.json", "."])("in %s", async (path) => {
    const report = await verify(synthesized({ app: all }), values, path);
    expect([report.ended, report.requests.length]).toEqual([0, 2]);
  });

  it("in CDKTF's HCL output", async () => {
    const folder = synthesizedHcl("app", (stack) => {
      const variable = new TerraformVariable(stack, "client_secret", { sensitive: true, type: "string" });
      const request = postRequest(server.tokenEndpoint, "abc123", Secret.fromVariable(variable));
      new LocalExecAccessToken(stack, "verified", { request });
    });
    expect(await verify(folder, { TF_VAR_client_secret: SECRET })).toMatchObject({
      ended: 0,
      requests: [{ constructs: ["null_resource.verified"], verdict: "granted" }],
    });
  });

  it("at servers of different makes", async (context) => {
    const { tokenEndpoint } = await other.for(context);
    const folder = synthesized({
      one: all,
      two: (stack) => {
        const secret = Secret.ephemeralVariable(stack, "client_secret");
        new EphemeralAccessToken(stack, "token", { request: postRequest(tokenEndpoint, "other", secret) });
      },
    });
    const { stdout, stderr, status } = await command(["verify"], { cwd: folder, env: values });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^construct +token endpoint +client +result +expires\n/);
    expect(stdout).toMatch(new RegExp(`^two/token +${tokenEndpoint} +other +granted +20\\S+Z$`, "m"));
    expect(stdout).toContain("3 requests for 5 constructs: 3 granted, 0 refused\n");
  });
});

describe("a secret comes from where Terraform gets it", () => {
  const withVariable = (stack: TerraformStack): void => {
    const request = postRequest(server.tokenEndpoint, "abc123", Secret.ephemeralVariable(stack, "client_secret"));
    new EphemeralAccessToken(stack, "token", { request });
  };
  const hcl = `client_secret = ${JSON.stringify(SECRET.replaceAll("${", "$${"))}\n`;
  const json = JSON.stringify({ client_secret: SECRET });

  it.each([
    ["cdktf.out/stacks/app/terraform.tfvars", hcl, []],
    ["cdktf.out/stacks/app/terraform.tfvars.json", json, []],
    ["cdktf.out/stacks/app/x.auto.tfvars", hcl, []],
    ["cdktf.out/stacks/app/x.auto.tfvars.json", json, []],
    ["x.tfvars", hcl, ["-var-file=x.tfvars"]],
    ["x.tfvars.json", json, ["--var-file", "x.tfvars.json"]],
  ] as const)("%s", async (file, content, args) => {
    const folder = synthesized({ app: withVariable });
    writeFileSync(join(folder, file), content);
    // Files count more than the environment.
    expect(await verify(folder, { TF_VAR_client_secret: "wrong" }, ...args)).toMatchObject({ ended: 0 });
  });

  it("the one that Terraform would take, of several", async () => {
    const folder = synthesized({ app: withVariable });
    const stack = join(folder, "cdktf.out/stacks/app");
    const wrong = `client_secret = "wrong"\n`;
    for (const earlier of ["terraform.tfvars", "terraform.tfvars.json", "a.auto.tfvars", "b.auto.tfvars.json"]) {
      writeFileSync(join(stack, earlier), earlier.endsWith(".json") ? json : hcl);
      expect([earlier, (await verify(folder)).ended]).toEqual([earlier, 0]);
      writeFileSync(join(stack, earlier), earlier.endsWith(".json") ? `{"client_secret": "wrong"}` : wrong);
      expect([earlier, (await verify(folder)).ended]).toEqual([earlier, 1]);
    }
    writeFileSync(join(folder, "first.tfvars"), wrong);
    writeFileSync(join(folder, "last.tfvars"), hcl);
    expect((await verify(folder, {}, "--var-file", "first.tfvars", "--var-file", "last.tfvars")).ended).toBe(0);
    expect((await verify(folder, {}, "--var-file", "last.tfvars", "--var-file", "first.tfvars")).ended).toBe(1);
  });

  it("the project's files, where CDKTF's command line takes them from", async () => {
    const folder = synthesized({ app: withVariable });
    writeFileSync(join(folder, "terraform.tfvars"), hcl);
    expect((await verify(folder)).ended).toBe(2);
    writeFileSync(join(folder, "cdktf.json"), "{}");
    expect((await verify(folder)).ended).toBe(0);
  });

  it("files and commands", async () => {
    const folder = synthesized({
      app: (stack) => {
        const build = (id: string, secret: Secret) =>
          new ExternalAccessToken(stack, id, { request: postRequest(server.tokenEndpoint, "abc123", secret) });
        const found = new TerraformVariable(stack, "folder", { type: "string" }).stringValue;
        build("of_file", Secret.fromFile(`${found}/secret`));
        build("of_command", Secret.fromCommand(["cat", `${found}/secret`]));
      },
    });
    writeFileSync(join(folder, "secret"), `${SECRET}\n`);
    const report = await verify(folder, { TF_VAR_folder: folder });
    expect([report.ended, report.requests.map(({ verdict }) => verdict)]).toEqual([0, ["granted", "granted"]]);
  });
});
