import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { announce, engineFor, initialized } from "../../engine/engine-for";
import { pythonEnvironment } from "../../engine/python-environment";
import { Workspace } from "../../engine/workspace";
import { cannotRun } from "../../needs";
import { startOAuthServer } from "../../server/oauth-server";
import { Installation, lowestPeers, REPOSITORY } from "../installation";
import { bindings, clients, documented, synthesizedInTypeScript } from "./bindings";

const SECRET = "p$4\"\\+&% =${x}%{y}'";

describe("the bindings for Python", () => {
  let installation: Installation;
  let wheel: Promise<void> | undefined;
  beforeAll(async () => {
    installation = await Installation.by("npm", { dependencies: await lowestPeers() });
  });
  afterAll(() => installation.remove());

  async function synthesize(context: TestContext, program: string, outdir: string): Promise<void> {
    const python = await pythonWithPeers(context);
    await (wheel ??= installWheel(installation, python));
    await installation.write("main.py", program);
    await installation.run(python, ["main.py"], { env: { PYTHONPATH: "site", CDKTF_OUTDIR: outdir } });
  }

  it("are built as a wheel, with which the documented stack gives the JSON of the TypeScript one", async (context) => {
    await synthesize(context, await documented("python"), "python.out");
    const synthesized = await installation.read("python.out/stacks/platform/cdk.tf.json");
    expect(synthesized).toContain("verify_credentials");
    expect(synthesized).toBe(await synthesizedInTypeScript(installation));
  });

  it("have clients of each kind, and several secrets, with the JSON of TypeScript", async (context) => {
    await synthesize(context, await clients("py"), "clients.out");
    const synthesized = await installation.read("clients.out/stacks/clients/cdk.tf.json");
    expect(synthesized).toContain("token_exchange");
    expect(synthesized).toBe(await synthesizedInTypeScript(installation, "clients"));
  });

  it("give a stack that Terraform applies and destroys", async (context) => {
    const engine = await engineFor(context, "terraform");
    const server = await startOAuthServer({
      clients: [{ id: "abc123", secret: SECRET, method: "client_secret_post" }],
    });
    try {
      const endpoint = `TokenEndpoint.from_url("${server.tokenEndpoint}")`;
      const program = (await documented("python")).replace("TokenEndpoint.cxone_authorization_api()", endpoint);
      await synthesize(context, program, "applied.out");
      const folder = join(installation.folder, "applied.out/stacks/platform");
      const workspace = new Workspace({ engine, folder, log: announce, env: { CXONE_CLIENT_SECRET: SECRET } });
      await initialized(context, workspace, () => workspace.init());
      const vars = { cxone_client_secret: SECRET };
      const apply = await workspace.apply({ vars });
      expect(apply.code, apply.output).toBe(0);
      expect(server.issued).toHaveLength(2);
      const destroy = await workspace.destroy({ vars });
      expect(destroy.code, destroy.output).toBe(0);
    } finally {
      await server.close();
    }
  });
});

/** Builds the wheel, and installs it into the folder `site`. */
async function installWheel(installation: Installation, python: string): Promise<void> {
  const source = await bindings(installation, "python", "cdktf-oauth2-token");
  const offline = ["--quiet", "--no-deps", "--no-index"];
  await installation.run(python, ["-m", "pip", "wheel", ...offline, "--no-build-isolation", "-w", "wheels", source]);
  const wheels = await readdir(join(installation.folder, "wheels"));
  expect(wheels).toEqual([expect.stringMatching(/^cdktf_oauth2_token-[\d.]+-py3-none-any\.whl$/)]);
  await installation.run(python, ["-m", "pip", "install", ...offline, "--target", "site", `wheels/${wheels.join()}`]);
}

/** A Python with CDKTF and what the wheel asks for. */
async function pythonWithPeers(context: TestContext): Promise<string> {
  const requirements = join(REPOSITORY, "test/package/languages/requirements.txt");
  const environment = await pythonEnvironment("cdktf", requirements, announce);
  return "unavailable" in environment ? cannotRun(context, environment.unavailable) : environment.python;
}
