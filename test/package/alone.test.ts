import { mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { declaredPeers, Installation } from "./installation";
import { MISTAKE } from "./mistake";

/** As `npx cdktf-oauth2-token check` has it, in a repository that knows no CDKTF. */
describe("the package, installed with nothing beside it,", () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.by("npm", {});
    await mkdir(join(installation.folder, "plain"));
    await installation.write("plain/main.tf", MISTAKE);
  });
  afterAll(() => installation.remove());

  it("is all that npm installs, and stays below 3 MB", async () => {
    expect((await readdir(join(installation.folder, "node_modules"))).filter((name) => !name.startsWith("."))).toEqual([
      "cdktf-oauth2-token",
    ]);
    expect(await sizeOf(join(installation.folder, "node_modules"))).toBeLessThan(3_000_000);
  });

  it("finds a mistake in plain HCL by its command", async () => {
    const command = "node_modules/.bin/cdktf-oauth2-token";
    const { stdout } = await installation.run(command, ["check", "plain"], { status: 1 });
    expect(stdout).toContain("json-body");
    expect(stdout).toContain("plain/main.tf");
  });

  it("makes a request, and verifies a stack, by the program that it brings", async () => {
    const server = await startScriptedServer((_, response) => {
      json(response, 200, { access_token: "t", token_type: "bearer" });
    });
    try {
      const command = "node_modules/.bin/cdktf-oauth2-token";
      const given = ["--token-endpoint", server.url, "--client-id", "a", "--client-secret-env", "SECRET"];
      const { stdout } = await installation.run(command, ["request", ...given], { env: { SECRET: "s" } });
      expect(stdout).toContain("An access token was received.");
      const program = "assets/access_token_request/0123/request.sh";
      const endpoint = `token_endpoint=${encodeURIComponent(server.url)}`;
      const words = [
        "/bin/sh",
        `\${path.module}/${program}`,
        endpoint,
        "client_id=a",
        "client_secret.environment=SECRET",
      ];
      const authentication = "client_authentication=client_secret_post";
      const data = {
        external: { token: { program: [...words, "form.grant_type=client_credentials", authentication] } },
      };
      await mkdir(join(installation.folder, "stack", dirname(program)), { recursive: true });
      await installation.write(join("stack", program), "");
      await installation.write("stack/cdk.tf.json", JSON.stringify({ data }));
      const verified = await installation.run(command, ["verify", "stack"], { env: { SECRET: "s" } });
      expect(verified.stdout).toContain("1 request for 1 construct: 1 granted, 0 refused");
      expect(server.received.length).toBe(2);
    } finally {
      await server.close();
    }
  });

  it("checks synthesized JSON in a test, without CDKTF", async () => {
    await installation.write(
      "checks.cjs",
      `const { checkAccessTokens } = require("cdktf-oauth2-token/checks");
       require("cdktf-oauth2-token/vitest");
       console.log(checkAccessTokens({ resource: {} }).findings.length);`,
    );
    expect((await installation.run("node", ["checks.cjs"])).stdout).toBe("0\n");
  });

  it("says what to install where its constructs are asked for", async () => {
    const { stderr } = await installation.run("node", ["-e", 'require("cdktf-oauth2-token")'], { status: 1 });
    const missing = ["cdktf", "constructs", "@cdktf/provider-external", "@cdktf/provider-null"];
    expect(Object.keys(await declaredPeers()).sort()).toEqual([...missing].sort());
    expect(stderr).toContain(
      `The constructs of cdktf-oauth2-token need ${missing.join(", ")}, which are not installed beside it. Install them: npm install ${missing.join(" ")}`,
    );
  });

  it("names only what is missing", async () => {
    const { cdktf = "", constructs = "", "@cdktf/provider-null": providerNull = "" } = await declaredPeers();
    const peers = [`cdktf@${cdktf}`, `constructs@${constructs}`, `@cdktf/provider-null@${providerNull}`];
    await installation.run("npm", ["install", "--prefer-offline", ...peers]);
    const { stderr } = await installation.run("node", ["-e", 'require("cdktf-oauth2-token")'], { status: 1 });
    expect(stderr).toContain(
      "need @cdktf/provider-external, which is not installed beside it. Install it: npm install @cdktf/provider-external\n",
    );
  });
});

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
