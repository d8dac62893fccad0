import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../examples";
import { cannotRun } from "../needs";
import { runChild, type Run } from "./child";
import { announce } from "./engine-for";

const root = fileURLToPath(new URL("../../", import.meta.url));

function npmStart(path: string): Promise<Run> {
  return runChild("npm", ["start"], { cwd: root, env: { ...process.env, PATH: path }, timeoutMs: 20 * 60_000 });
}

const SERVER =
  "400 invalid_request: only application/x-www-form-urlencoded content-type bodies are supported on POST /token";
const EXPIRY = /expires_at = "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/;

describe("npm start", () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "no-engine-"));
  });
  afterEach(() => {
    rmSync(bin, { recursive: true });
  });

  /** A search path with what the README asks for, and nothing else. */
  function bareMachine(...without: string[]): string {
    for (const tool of ["node", "npm", "npx", "sh", "env", "awk", "curl", "head", "date", "cat"])
      if (!without.includes(tool))
        symlinkSync(execFileSync("sh", ["-c", 'command -v "$0"', tool], { encoding: "utf8" }).trim(), join(bin, tool));
    return bin;
  }

  it("applies the examples with the engine there is", async (context) => {
    const { code, stdout, output } = await npmStart(process.env["PATH"] ?? "");
    const [, why] = /Nothing is applied: (.*)\.\n/.exec(stdout) ?? [];
    if (why !== undefined) cannotRun(context, why);
    expect(code, output).toBe(0);
    announce(`npm start: ${/^(Terraform|OpenTofu) .*$/m.exec(stdout)?.[0] ?? ""}`);

    expect(stdout).toContain('"null_resource.verify_credentials": {');
    expect(stdout).toContain('"data.external.token": {');
    for (const { name, shows } of EXAMPLES.slice(0, 2)) expect(stdout).toContain(`  ${name}: ${shows} (`);
    expect(stdout).toContain("\n    null_resource.platform\n    null_resource.verify_credentials\n");
    expect(stdout).toMatch(EXPIRY);
    expect(stdout).toContain("The secret is in none of them, in no encoding.");
    expect(stdout).toContain(SERVER);
    expect(stdout).not.toContain('"//"');
  });

  it("starts the program as Terraform would where there is no engine, and says what to install", async () => {
    const { code, stdout, output } = await npmStart(bareMachine());
    expect(code, output).toBe(0);
    expect(stdout).toContain("Nothing is applied: no engine is on PATH; Go, which would build it, is not on PATH.");
    expect(stdout).toMatch(/\n {4}access token received, valid until \d{4}-/);
    expect(stdout).toMatch(/\{"access_token":"\(not shown\)","token_type":"Bearer",.*"expires_at":"\d{4}-/);
    expect(stdout).toContain("install Terraform 1.10 or OpenTofu 1.11, or later, and start this again.");
    expect(stdout).toContain("The secret is in none of them, in no encoding.");
    expect(stdout).toContain(SERVER);
  });

  it("fails with a reason where the program cannot run", async () => {
    const { code, stderr } = await npmStart(bareMachine("curl"));
    expect(code).toBe(1);
    expect(stderr).toContain("Failed: verified-credentials: the program ended with 12:");
    expect(stderr).toContain("curl is not on the PATH");
  });
});
