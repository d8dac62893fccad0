import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announce } from "../engine/engine-for";
import { json, startScriptedServer } from "../server/scripted-server";
import { declaredPeers, Installation, type Dependencies, lowestPeers, manifest, REPOSITORY } from "./installation";
import { MISTAKE } from "./mistake";
import { PROJECTS } from "./projects";

const SECRET = "p$4\"\\+&% =${x}%{y}'";

interface Given {
  readonly title: string;
  readonly tool: "npm" | "pnpm";
  readonly given: () => Dependencies | Promise<Dependencies>;
}

/** What the checks say of a project where the README's stack is synthesized. */
const CLEAN =
  /^access token checks: \d+ access token requests? \(\d+ by constructs\) in \d+ blocks and \d+ scripts?: no findings/m;

const INSTALLATIONS: readonly Given[] = [
  {
    title: "by npm, with the newest peers that fit",
    tool: "npm",
    given: async () => ({ dependencies: await declaredPeers() }),
  },
  {
    title: "by npm, with the lowest peers declared",
    tool: "npm",
    given: async () => ({ dependencies: await lowestPeers() }),
  },
  {
    title: "by pnpm, where nothing undeclared can be reached",
    tool: "pnpm",
    given: async () => ({ dependencies: await declaredPeers() }),
  },
  {
    title: "by npm, on CDK Terrain as the README tells its users",
    tool: "npm",
    given: async () => ({
      dependencies: { ...(await declaredPeers()), cdktf: "npm:cdktn@0.24.0", constructs: ">=10.6.0 <10.8.0" },
      overrides: { cdktf: "$cdktf" },
    }),
  },
];

describe.each(INSTALLATIONS)("the package, installed $title,", ({ tool, given }) => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.by(tool, await given());
    const peers = Object.keys(await declaredPeers());
    const versions = await Promise.all(peers.map(async (name) => `${name} ${await installation.versionOf(name)}`));
    announce(`Installed by ${tool} with ${versions.join(", ")}`);
  });
  afterAll(() => installation.remove());

  it.each(PROJECTS)("compiles and runs in a project of $title", async (project) => {
    const folder = join(installation.folder, project.name);
    await mkdir(folder);
    await installation.write(join(project.name, "package.json"), JSON.stringify({ type: project.type }));
    const { compilerOptions } = project;
    await installation.write(
      join(project.name, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["*.ts"] }),
    );
    await cp(join(REPOSITORY, "test/package/consumers"), folder, { recursive: true });
    await installation.compile(project.name);
    await installation.run("node", ["out/checked.js"], { below: project.name });

    await expectSynthesizedProgramToRun(installation, project.name);
    const { stdout } = await installation.run("node_modules/.bin/cdktf-oauth2-token", ["check", project.name]);
    expect(stdout).toMatch(CLEAN);
  });

  it("gives `require` and `import` the same objects, at every entry point", async () => {
    const { exports } = await manifest();
    const entries = Object.keys(exports).filter((entry) => !/\.json$|\.jsii$/.test(entry));
    expect(entries).toEqual([".", "./checks", "./vitest"]);
    const code = entries.map((entry) => {
      const name = JSON.stringify(entry.replace(/^\./, "cdktf-oauth2-token"));
      return `{ const required = require(${name}), imported = await import(${name});
        for (const name of Object.keys(required)) assert.equal(imported[name], required[name], name);
        assert.notEqual(Object.keys(required).length, 0); }`;
    });
    await installation.write(
      "same.cjs",
      `const assert = require("assert"); void (async () => {${code.join("\n")}})();`,
    );
    await installation.run("node", ["same.cjs"]);
  });

  it("finds a mistake in plain HCL by its command, with the parsers that are bundled", async () => {
    await mkdir(join(installation.folder, "plain"));
    await installation.write("plain/main.tf", MISTAKE);
    const { stdout } = await installation.run("node_modules/.bin/cdktf-oauth2-token", ["check", "plain"], {
      status: 1,
    });
    expect(stdout).toContain("json-body");
    expect(stdout).toContain("plain/main.tf");
  });

  it("shows nothing but its entry points", async () => {
    const deep = await installation.run("node", ["-e", 'require("cdktf-oauth2-token/dist/lib/secret")'], { status: 1 });
    expect(deep.stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

/** Synthesizes the compiled stack, and starts the program of its data source as Terraform would. */
async function expectSynthesizedProgramToRun(installation: Installation, project: string): Promise<void> {
  const server = await startScriptedServer(({ body }, response) => {
    if (new URLSearchParams(body).get("client_secret") === SECRET)
      json(response, 200, { access_token: "token-0123456789", token_type: "Bearer", expires_in: 3600 });
    else json(response, 401, { error: "invalid_client" });
  });
  try {
    const env = { CDKTF_OUTDIR: "cdktf.out", CDKTF_CONTEXT_JSON: JSON.stringify({ tokenEndpoint: server.url }) };
    await installation.run("node", ["out/main.js"], { below: project, env });
    const stack = join(project, "cdktf.out/stacks/stack");
    const { data } = JSON.parse(await installation.read(join(stack, "cdk.tf.json"))) as {
      data: { external: { token: { program: string[] } } };
    };
    const [shell = "", ...args] = data.external.token.program.map((word) => word.replace("${path.module}", "."));
    const { stdout } = await installation.run(shell, args, { below: stack, env: { CXONE_CLIENT_SECRET: SECRET } });
    expect(JSON.parse(stdout)).toMatchObject({ access_token: "token-0123456789" });
  } finally {
    await server.close();
  }
}
