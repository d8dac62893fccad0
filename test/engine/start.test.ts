import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { PICTURE, pictureOf } from "../../scripts/docs/terminal";
import { cannotRun } from "../needs";
import { runChild, type Environment, type Run } from "./child";
import { announce } from "./engine-for";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Both tests that need an engine look at one run. */
let withEngine: Promise<Run> | undefined;

function npmStart(environment: Environment): Promise<Run> {
  return runChild("npm", ["start"], { cwd: root, env: { ...process.env, ...environment }, timeoutMs: 20 * 60_000 });
}

const ACTS = [
  "1. Today's way: a curl heredoc with JSON",
  "2. npx cdktf-oauth2-token check finds why",
  "3. The construct that replaces it",
  "4. A wrong secret",
  "5. Where secret and token are, as found in this run",
];
const REFUSED =
  "400 invalid_request: only application/x-www-form-urlencoded content-type bodies are supported on POST /token";
const ESCAPE = "\u001b[";

/** The text of each act, by its number. */
function actsOf(output: string): string[] {
  const text = stripVTControlCharacters(output);
  const starts = ACTS.map((title) => text.indexOf(`\n${title}\n`));
  expect(starts.every((start, index) => start > (starts[index - 1] ?? -1))).toBe(true);
  return ["", ...starts.map((start, index) => text.slice(start, starts[index + 1]))];
}

/** The last act's table in one line, cells in the order of its lines. */
function tableOf(act: string): string {
  return act.slice(act.indexOf("client secret"), act.indexOf("\n\n  Looked for")).replace(/\s+/g, " ");
}

/** What must be so with an engine and without. */
function expectStory(acts: string[]): void {
  const [, today = "", check = "", construct = "", wrong = "", places = ""] = acts;
  expect(today).toContain("reports success:");
  expect(today).toContain(REFUSED);
  if (existsSync("/proc/self/cmdline")) {
    expect(today).toContain("in the process list that every user of this machine can read");
    const [, secret = ""] = /secret is (.*)$/m.exec(today) ?? [];
    expect(secret.length).toBeGreaterThan(20);
    expect(today.split(secret)).toHaveLength(3);
    // Nothing that a construct does shows it.
    for (const act of [check, construct, wrong, places]) expect(act).not.toContain(secret);
  }
  for (const rule of ["json-body", "secret-in-command", "unchecked-status"]) expect(check).toContain(rule);
  expect(construct).toContain('new LocalExecAccessToken(this, "verify_credentials", { request });');
  expect(construct).toMatch(/application\/json +application\/x-www-form-urlencoded/);
  expect(construct).toMatch(/\{"grant_type":"client_credentials", +grant_type=client_credentials&/);
  expect(construct).toMatch(/"client_secret":"\*{8}"\} /);
  expect(construct).toMatch(/client_secret=\*{8}$/m);
  expect(construct).toMatch(/^ +400 +200$/m);
  expect(construct).toContain('"access_token":"********"');
  expect(wrong).toContain("error: invalid_client");
  expect(wrong).toContain("Likely causes, most likely first:");
}

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
    for (const tool of ["node", "npm", "npx", "sh", "env", "awk", "curl", "head", "cat", "sleep"])
      if (!without.includes(tool))
        symlinkSync(execFileSync("sh", ["-c", 'command -v "$0"', tool], { encoding: "utf8" }).trim(), join(bin, tool));
    return bin;
  }

  async function colouredOf(context: TestContext): Promise<string> {
    withEngine ??= npmStart({ FORCE_COLOR: "1", NO_COLOR: undefined });
    const { code, stdout, output } = await withEngine;
    const [, why] = /Nothing is applied: (.*)\.\n/.exec(stdout) ?? [];
    if (why !== undefined) cannotRun(context, why);
    expect(code, output).toBe(0);
    expect(stdout).toContain(ESCAPE);
    return stdout;
  }

  it("applies each act with the engine there is", async (context) => {
    const stdout = await colouredOf(context);
    const [engine = ""] = /(Terraform|OpenTofu) .* applies it/.exec(stdout) ?? [];
    expect(engine).not.toBe("");
    announce(`npm start: ${engine}`);

    const acts = actsOf(stdout);
    expectStory(acts);
    const [, today, , construct, wrong, places = ""] = acts;
    expect(today).toContain("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
    expect(construct).toContain("Apply complete! Resources: 2 added, 0 changed, 0 destroyed.");
    expect(wrong).toContain("Error: local-exec provisioner error");
    // Version 2 of the provider external writes what a program prints to the log; not all machines have it.
    expect(tableOf(places)).toMatch(
      new RegExp(
        [
          "^client secret access token",
          `curl heredoc \\(today\\) ${existsSync("/proc/self/cmdline") ? "process list there is none saved plan" : "saved plan there is none"}`,
          "LocalExecAccessToken nowhere nowhere",
          "LocalExecAccessToken with run nowhere nowhere",
          "EphemeralAccessToken (nowhere TF_LOG=TRACE log|left out: it needs terraform 1\\.11\\.0)",
          "ExternalAccessToken nowhere (TF_LOG=TRACE log )?saved plan state$",
        ].join(" "),
      ),
    );
  });

  it("is shown by the README's picture: npm run docs:terminal", async (context) => {
    const stdout = await colouredOf(context);
    if (!stdout.includes("Terraform ")) cannotRun(context, "the picture is of Terraform, which is not on PATH");
    const python = await runChild("python3", ["-m", "venv", "--help"], {
      cwd: bin,
      env: process.env,
      timeoutMs: 60_000,
    });
    if (python.code !== 0)
      cannotRun(context, "Python 3, whose Rich draws the picture, is not there with its venv module");
    // CDK Terrain writes fewer lines of metadata, so the line that Terraform names is another.
    const withoutLine = (picture: string): string => picture.replace(/line&#160;\d+|&#160;\d+:/g, "");
    expect(withoutLine(await pictureOf(stdout))).toBe(withoutLine(readFileSync(PICTURE, "utf8")));
  });

  it("starts the programs as an engine would where there is none, and says what is left out", async () => {
    const { code, stdout, output } = await npmStart({ PATH: bareMachine(), FORCE_COLOR: undefined });
    expect(code, output).toBe(0);
    expect(stdout).not.toContain(ESCAPE);
    const acts = actsOf(stdout);
    expectStory(acts);
    const [, today, , construct, , places = ""] = acts;
    expect(today).toContain("Nothing is applied: no engine is on PATH; Go, which would build it, is not on PATH.");
    expect(today).toContain("Left out: what an engine prints, state, saved plans, logs, and EphemeralAccessToken.");
    expect(today).not.toContain("Apply complete!");
    expect(construct).toMatch(/\n {2}access token received, valid until \d{4}-/);
    expect(tableOf(places)).toContain("EphemeralAccessToken left out: it needs an engine");
    expect(tableOf(places)).toContain("ExternalAccessToken nowhere standard output");
    expect(places).toContain("install Terraform 1.11 or OpenTofu 1.11, or later, and start it again.");
  });

  it("may print to a file, which is not taken for a file that shows the secret", async () => {
    const run = await runChild("sh", ["-c", 'npm start > "$0" 2>&1', join(bin, "printed")], {
      cwd: root,
      env: { ...process.env, PATH: bareMachine() },
      timeoutMs: 20 * 60_000,
    });
    expect(run.code, readFileSync(join(bin, "printed"), "utf8")).toBe(0);
  });

  it("fails with a reason where the program cannot run", async () => {
    const { code, stderr } = await npmStart({ PATH: bareMachine("curl") });
    expect(code).toBe(1);
    expect(stderr).toMatch(/Failed: curl heredoc ended with 127:\n.*curl: not found/);
  });
});
