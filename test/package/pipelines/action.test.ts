import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import type { Environment } from "../../engine/child";
import { type Installation, manifest, REPOSITORY } from "../installation";
import { FILES, MENDED, repositoryWith } from "./repository";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly shell: string; readonly env: Environment; readonly run: string }[];
  };
}

describe("the action for GitHub", () => {
  let action: Action;
  let repository: Installation;

  beforeAll(async () => {
    action = parse(await readFile(join(REPOSITORY, "action.yml"), "utf8")) as Action;
    repository = await repositoryWith({ ...FILES, "a b/main.tf": "" });
  });
  afterAll(() => repository.remove());

  /** Its steps as a runner starts them: `bash -e` with the inputs in the environment. */
  async function run(given: Readonly<Record<string, string>>, status: number): Promise<string> {
    let output = "";
    for (const { shell, env, run: script } of action.runs.steps) {
      expect(shell).toBe("bash");
      const inputs = new Map(Object.entries({ package: inject("tarball"), ...given }));
      const filled = Object.entries(env).map(([name, value = ""]) => [
        name,
        value.replace(/^\$\{\{ inputs\.(\w+) \}\}$/, (all, input: string) => {
          expect(Object.keys(action.inputs)).toContain(input);
          return inputs.get(input) ?? action.inputs[input]?.default ?? all;
        }),
      ]);
      // A value that a pull request chose must not become part of the script.
      expect(script).not.toContain("${{");
      const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
      ({ output } = await repository.run("bash", args, { env: Object.fromEntries(filled) as Environment, status }));
    }
    return output;
  }

  it("runs the version that it is a part of", async () => {
    const { version } = await manifest();
    expect(action.inputs["package"]?.default).toBe(`cdktf-oauth2-token@${version}`);
    expect(action.runs.using).toBe("composite");
  });

  it("annotates the lines of a pull request", async () => {
    const output = await run({}, 1);
    expect(output).toMatch(
      /^::error file=modules\/login\/token\.sh,line=4,col=\d+,title=json-body::.*%0AFix: .*rules\/json-body\.md$/m,
    );
  });

  it("takes paths, with spaces in them too, and a file for the report", async () => {
    await run({ paths: "a b\n\nenvs\n", format: "sarif", output: "checks.sarif" }, 1);
    expect(JSON.parse(await repository.read("checks.sarif"))).toHaveProperty("version", "2.1.0");
    await repository.write("modules/login/token.sh", MENDED);
    expect(await run({ paths: "envs\nmodules" }, 0)).toMatch(/1 access token request .*: no findings/);
  });
});
