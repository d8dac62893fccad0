import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
