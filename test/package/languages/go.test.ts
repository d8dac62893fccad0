import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runChild } from "../../engine/child";
import { cannotRun } from "../../needs";
import { Installation, lowestPeers, REPOSITORY } from "../installation";
import { npmEnvironment } from "../npm-environment";
import { bindings, clients, documented, synthesizedInTypeScript } from "./bindings";

/** CDKTF and constructs come from Go's module proxy; bindings of the providers it may not have are generated as ours. */
const GENERATED = {
  "cdktf-oauth2-token": {
    module: "github.com/cdktf-oauth2-token/cdktf-oauth2-token-go/cdktfoauth2token",
    folder: "cdktfoauth2token",
  },
  "@cdktf/provider-null": { module: "github.com/cdktf/cdktf-provider-null-go/null/v11", folder: "null" },
  "@cdktf/provider-external": {
    module: "github.com/cdktf/cdktf-provider-external-go/external/v11",
    folder: "external",
  },
};

describe("the bindings for Go", () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.by("npm", { dependencies: await lowestPeers() });
  });
  afterAll(() => installation.remove());

  it("compile, and the documented stack and one of clients of each kind give the JSON of TypeScript", async (context) => {
    const env = { GOFLAGS: "-mod=mod", GOWORK: "off", CGO_ENABLED: "0" };
    const options = { cwd: REPOSITORY, env: npmEnvironment(env), timeoutMs: 60_000 };
    if ((await runChild("go", ["version"], options)).code !== 0) cannotRun(context, "Go is not on PATH");

    await mkdir(join(installation.folder, "platform/clients"), { recursive: true });
    const replaced = [];
    for (const [name, { module, folder }] of Object.entries(GENERATED)) {
      const generated = `../${await bindings(installation, "go", name)}/${folder}`;
      replaced.push(`replace ${module} => ${generated}`);
    }
    await installation.write("platform/go.mod", ["module example.com/platform", "go 1.25", ...replaced].join("\n"));
    await installation.write("platform/main.go", await documented("go"));
    await installation.write("platform/clients/main.go", await clients("go"));
    await installation.run("go", ["mod", "tidy"], { env, below: "platform" });
    await installation.run("go", ["vet", "./..."], { env, below: "platform" });
    for (const [stack, source] of [
      ["platform", "."],
      ["clients", "./clients"],
    ] as const) {
      await installation.run("go", ["build", "-o", `synthesize-${stack}`, source], { env, below: "platform" });
      await installation.run(`platform/synthesize-${stack}`, [], { env: { CDKTF_OUTDIR: `${stack}.go.out` } });
      const synthesized = await installation.read(`${stack}.go.out/stacks/${stack}/cdk.tf.json`);
      expect(synthesized).toBe(await synthesizedInTypeScript(installation, stack));
    }
  });
});
