import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { announce } from "../engine/engine-for";
import { engineEnvironment } from "../engine/engine-environment";
import { declaredPeers, Installation, REPOSITORY } from "./installation";
import { cdktfCli } from "./npm-tool";

/** The template takes the newest of each, which no longer fit each other: TypeScript 7 has no API for ts-jest. */
const TOOLS = ["typescript@5.9.3", "jest@30.5.2", "ts-jest@29.4.15", "@types/jest@30.0.0", "@types/node@20.19.43"];

const JEST_TEST = `
import { TerraformStack, Testing } from "cdktf";
import { AccessTokenRequest, ClientAuthentication, LocalExecAccessToken, Secret, TokenEndpoint } from "cdktf-oauth2-token";
import "cdktf-oauth2-token/vitest";

it("passes with a construct of the package", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  new LocalExecAccessToken(stack, "verify", {
    request: AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
      clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.ephemeralVariable(stack, "secret")),
    }),
  });
  expect(stack).toPassAccessTokenChecks();
});

it("fails with a JSON body", () => {
  const command = "curl https://example.com/oauth/token -H 'Content-Type: application/json' " +
    "-d '{\\"grant_type\\":\\"client_credentials\\",\\"client_id\\":\\"a\\",\\"client_secret\\":\\"'$SECRET'\\"}'";
  const resource = { null_resource: { ask: { provisioner: [{ "local-exec": { command } }] } } };
  expect(() => expect({ resource }).toPassAccessTokenChecks()).toThrow("json-body");
});
`;

describe("a project that `cdktf init --template=typescript` has made", () => {
  let project: Installation;
  let cdktf: string;
  const env = engineEnvironment({ CI: "true", TF_CLI_CONFIG_FILE: "/dev/null" });

  beforeAll(async () => {
    cdktf = await cdktfCli(announce);
    project = await Installation.empty();
    const answers = ["--project-name=consumer", "--project-description=consumer", "--enable-crash-reporting=false"];
    const init = ["init", "--template=typescript", "--local", ...answers, "--from-terraform-project=false"];
    await project.run(cdktf, init, { env });
    await project.run("npm", ["install", "--save-dev", "--save-exact", "--prefer-offline", ...TOOLS]);
    const providers = Object.keys(await declaredPeers()).filter((name) => name.startsWith("@cdktf/"));
    await project.run("npm", ["install", "--prefer-offline", inject("tarball"), ...providers]);
    await cp(join(REPOSITORY, "test/package/consumers"), project.folder, { recursive: true });
    await project.write("__tests__/main-test.ts", JEST_TEST);
  });
  afterAll(() => project.remove());

  it("compiles, tests with Jest, and is synthesized", async () => {
    await project.run("npm", ["run", "build"]);
    await project.run("npm", ["test"]);
    const settings = JSON.parse(await project.read("cdktf.json")) as object;
    const context = { tokenEndpoint: "https://example.com/token" };
    await project.write("cdktf.json", JSON.stringify({ ...settings, context }));
    await project.run(cdktf, ["synth"], { env });
    expect(await project.read("cdktf.out/stacks/stack/cdk.tf.json")).toContain("request.sh");
  });
});
