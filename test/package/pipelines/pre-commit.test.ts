import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it, type TestContext } from "vitest";
import { stringify } from "yaml";
import { announce } from "../../engine/engine-for";
import { pythonEnvironment } from "../../engine/python-environment";
import { cannotRun } from "../../needs";
import { Installation, REPOSITORY } from "../installation";
import { commit, FILES, GIT, MENDED, repositoryWith } from "./repository";

let home: string;
let hooks: Installation;
let rev: string;

/** This repository as a hook's, with what its build makes: to build it again is what the other tests of the package do. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "pre-commit-"));
  hooks = await repositoryWith({ "README.md": "" });
  await hooks.run("tar", ["-xzf", inject("tarball"), "--strip-components=1"]);
  const manifest = JSON.parse(await hooks.read("package.json")) as Record<string, unknown>;
  await hooks.write("package.json", JSON.stringify({ ...manifest, scripts: {}, devDependencies: {} }));
  await cp(join(REPOSITORY, ".pre-commit-hooks.yaml"), join(hooks.folder, ".pre-commit-hooks.yaml"));
  rev = await commit(hooks);
});
afterAll(async () => {
  await hooks.remove();
  await rm(home, { recursive: true, force: true });
});

async function preCommit(context: TestContext): Promise<string> {
  const requirements = join(REPOSITORY, "test/package/pipelines/requirements.txt");
  const environment = await pythonEnvironment("pre-commit", requirements, announce);
  return "unavailable" in environment ? cannotRun(context, environment.unavailable) : environment.python;
}

it("checks a changed script as the configuration runs it, by the hook of this repository", async (context) => {
  const python = await preCommit(context);
  const config = stringify({ repos: [{ repo: hooks.folder, rev, hooks: [{ id: "access-token-checks" }] }] });
  const repository = await repositoryWith({ ...FILES, ".pre-commit-config.yaml": config, "README.md": "# a\n" });
  const env = { ...GIT, PRE_COMMIT_HOME: home };
  const run = (status: number) => repository.run(python, ["-m", "pre_commit", "run"], { env, status });
  try {
    const script = "modules/login/token.sh";
    await repository.write(script, `${FILES[script] ?? ""}# changed\n`);
    await repository.run("git", ["add", script], { env: GIT });
    const { output } = await run(1);
    expect(output).toContain("null_resource.token  modules/login/main.tf\n  modules/login/token.sh\n  4  json-body: ");
    await repository.write(script, MENDED);
    await repository.run("git", ["add", script], { env: GIT });
    expect((await run(0)).output).toMatch(/access token checks\.+Passed/);
    await repository.run("git", ["commit", "--quiet", "--message", "a"], { env: GIT });
    await repository.write("README.md", "# b\n");
    await repository.run("git", ["add", "README.md"], { env: GIT });
    expect((await run(0)).output).toMatch(/\(no files to check\)Skipped/);
  } finally {
    await repository.remove();
  }
});

it("takes a changed file of configuration, as a hook of the user's own with the package from npm", async (context) => {
  const python = await preCommit(context);
  const page = await readFile(join(REPOSITORY, "docs/pipelines.md"), "utf8");
  const recipe = /```yaml\n(repos:\n {2}- repo: local\n[^`]*)```/.exec(page)?.[1] ?? "";
  const config = recipe.replace(/cdktf-oauth2-token@[\d.]+/, inject("tarball"));
  expect(config).not.toBe(recipe);
  const repository = await repositoryWith({ ...FILES, ".pre-commit-config.yaml": config });
  try {
    await mkdir(join(repository.folder, "new"));
    await writeFile(join(repository.folder, "new/main.tf"), FILES["modules/login/main.tf"] ?? "");
    await writeFile(join(repository.folder, "new/token.sh"), FILES["modules/login/token.sh"] ?? "");
    await repository.run("git", ["add", "new/main.tf"], { env: GIT });
    const env = { ...GIT, PRE_COMMIT_HOME: home };
    const { output } = await repository.run(python, ["-m", "pre_commit", "run"], { env, status: 1 });
    expect(output).toMatch(/json-body/);
    expect(output).not.toContain("modules/login");
  } finally {
    await repository.remove();
  }
});
