import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLES, NOT_APPLIED } from "../../examples";
import type { Environment } from "../engine/child";
import { announce, engineFor } from "../engine/engine-for";
import { engineEnvironment } from "../engine/engine-environment";
import { obtainProviderMirror } from "../engine/providers";
import { overrideVersions } from "../engine/required-providers";
import { cannotRun } from "../needs";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { declaredPeers, Installation, manifest, REPOSITORY } from "./installation";
import { cdktfCli } from "./npm-tool";

const SECRET = "p$4\"\\+&% =${x}%{y}'";

/** CDKTF's HCL output cannot say the others: it has neither ephemeral blocks nor preconditions. */
const IN_HCL = ["verified-credentials", "external-token", "run-with-token"];

/** Those whose request has one secret go to one server; test/engine/examples.test.ts has a server for each of the others. */
const DEPLOYED = EXAMPLES.filter(({ secrets }) => secrets.length === 1);

describe("the command line of CDKTF, on the examples beside the installed package,", () => {
  let project: Installation;
  let cdktf: string;
  let server: OAuthServer;
  let env: Environment;

  beforeAll(async () => {
    const { devDependencies } = await manifest();
    const providers = Object.entries(devDependencies).filter(([name]) => /^@cdktf\/provider-/.test(name));
    project = await Installation.by("npm", {
      dependencies: { ...(await declaredPeers()), ...Object.fromEntries(providers) },
    });
    await cp(join(REPOSITORY, "examples"), join(project.folder, "examples"), { recursive: true });
    const settings = JSON.parse(await readFile(join(REPOSITORY, "cdktf.json"), "utf8")) as object;
    await project.write("cdktf.json", JSON.stringify({ ...settings, app: app("examples/app.ts") }));
    cdktf = await cdktfCli(announce);
    server = await startOAuthServer({ clients: [{ id: "abc123", secret: SECRET, method: "client_secret_post" }] });
    const secrets = DEPLOYED.flatMap(({ secrets }) => secrets)
      .filter((secret) => "variable" in secret)
      .map(({ variable }) => [variable, SECRET] as const);
    env = engineEnvironment({
      TOKEN_ENDPOINT: server.tokenEndpoint,
      API: server.api,
      CI: "true",
      ...Object.fromEntries(secrets),
    });
  });
  afterAll(async () => {
    await server.close();
    await project.remove();
  });

  it("synthesizes every example", async () => {
    await project.run(cdktf, ["synth"], { env });
    expect(await readdir(join(project.folder, "cdktf.out/stacks"))).toEqual(
      [...EXAMPLES, ...NOT_APPLIED].map(({ name }) => name).sort(),
    );
  });

  it("synthesizes HCL of the examples that HCL can say, and says what it cannot", async () => {
    await project.write(
      "in-hcl.ts",
      `import { App } from "cdktf";
       import { EXAMPLES } from "./examples";
       const app = new App();
       for (const { name, Stack } of EXAMPLES) if (${JSON.stringify(IN_HCL)}.includes(name)) new Stack(app, name);
       app.synth();`,
    );
    await project.run(cdktf, ["synth", "--hcl", "--output", "hcl.out", "--app", app("in-hcl.ts")], { env });
    for (const name of IN_HCL) expect(await project.read(`hcl.out/stacks/${name}/cdk.tf`)).toContain("request.sh");

    const all = await project.run(cdktf, ["synth", "--hcl", "--output", "all.out"], { env, status: 1 });
    expect(all.output).toContain("CDKTF's HCL output leaves ephemeral blocks out");
  });

  it("deploys and destroys every example whose request has one secret", async (context) => {
    const engine = await engineFor(context, "terraform");
    const mirror = await obtainProviderMirror(announce);
    if ("unavailable" in mirror) cannotRun(context, `No providers: ${mirror.unavailable}`);
    const stacks = DEPLOYED.map(({ name }) => name);
    for (const name of stacks) await overrideVersions(join(project.folder, "cdktf.out/stacks", name), mirror.versions);
    const settings = { env: { ...env, TERRAFORM_BINARY_NAME: engine.binary, TF_CLI_CONFIG_FILE: mirror.cliConfig } };
    // A second synthesis would remove what makes Terraform take the providers that are there.
    const options = ["--auto-approve", "--skip-synth", "--skip-provider-lock"];

    const deployed = await project.run(cdktf, ["deploy", ...stacks, ...options], settings);
    expect(server.issued.length).toBeGreaterThanOrEqual(stacks.length);
    expect(deployed.output).not.toContain(SECRET);
    const destroyed = await project.run(cdktf, ["destroy", ...stacks, ...options], settings);
    expect(destroyed.output).not.toContain(SECRET);
    for (const name of stacks)
      expect(JSON.parse(await project.read(`terraform.${name}.tfstate`))).toMatchObject({ resources: [] });
  });
});

/** The TypeScript runner of this repository: the project has the package and its peers alone. */
function app(file: string): string {
  return `${process.execPath} ${join(REPOSITORY, "node_modules/tsx/dist/cli.mjs")} ${file}`;
}
