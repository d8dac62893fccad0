import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../checks/index.js";
import { command, JSON_ONLY } from "../checks/slow/command.js";
import { cannotRun } from "../needs.js";
import { PUBLIC_MODULES } from "./modules.js";

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "public-"));
});
afterAll(() => {
  rmSync(workspace, { recursive: true });
});

/** The folder of a module, which Go fetches once and verifies. */
function download(module: string): string | undefined {
  try {
    const told = execFileSync("go", ["mod", "download", "-json", module], {
      cwd: workspace,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return (JSON.parse(told) as { readonly Dir: string }).Dir;
  } catch {
    return undefined;
  }
}

function check(folder: string, ...paths: readonly string[]): Report {
  const args = ["check", ...paths, "--format", "json", "--no-gitignore"];
  const { stdout, stderr, status } = command(folder, args, { killAfterMs: 240_000 });
  if (stdout === "") throw new Error(`check ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

/**
 * A change here is wanted or a fault: read in the files what changed before the snapshot is renewed (`npx vitest run --project
 * apart-public -u`). All of its findings are mistakes indeed; a problem is a file that Terraform does not read either.
 */
describe("what is found in public Terraform", { timeout: 600_000 }, () => {
  it.for(PUBLIC_MODULES)("%s", (module, context) => {
    const folder = download(module);
    if (folder === undefined) return cannotRun(context, `go cannot download ${module}`);
    const { looked, findings, undetermined, problems } = check(folder);
    expect({
      ...looked,
      findings: findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
      undetermined: undetermined.map(({ file, line }) => `${file}:${line}`),
      problems: problems.map(({ file, line }) => `${file}:${line ?? ""}`),
    }).toMatchSnapshot();
  });

  it("and a mistake beside it", (context) => {
    const folder = download("github.com/gruntwork-io/terratest@v0.46.0");
    if (folder === undefined) return cannotRun(context, "go cannot download a module");
    const mistake = join(workspace, "mistake.tf");
    writeFileSync(mistake, JSON_ONLY);
    expect(check(workspace, folder, mistake).findings.map(({ rule }) => rule)).toContain("json-body");
  });
});
