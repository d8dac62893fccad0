import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EphemeralAccessToken, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import { secretEncodings, tokenEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { command } from "./command";
import { Terminal } from "./terminal";
import { postRequest, synthesized } from "./verify/app";

let secret: string;
let secrets: LeakAudit;
let tokens: LeakAudit;
let server: ScriptedServer;
let folder: string;
/** Where the secret may be, and the audit does not look. */
let elsewhere: string;

beforeEach(async () => {
  secret = `p$4"\\+&% ='${randomBytes(12).toString("hex")}`;
  const token = `token-${randomBytes(12).toString("hex")}`;
  secrets = new LeakAudit(secretEncodings(secret));
  tokens = new LeakAudit(tokenEncodings(token));
  folder = mkdtempSync(join(tmpdir(), "leaks-"));
  mkdirSync(join(folder, "tmp"));
  elsewhere = mkdtempSync(join(tmpdir(), "secret-"));
  let requests = 0;
  server = await startScriptedServer(({ body }, response) => {
    requests++;
    const last = requests > 1;
    // The request is held while the audits look around, and refused at first, with the secret in what is said.
    void Promise.all([secrets.watchFor(100), tokens.watchFor(100)]).then(() => {
      if (last) json(response, 200, { access_token: token, token_type: "bearer", expires_in: 60 });
      else json(response, 401, { error: "invalid_client", error_description: decodeURIComponent(body) });
    });
  });
});
afterEach(async () => {
  await server.close();
  for (const made of [folder, elsewhere]) rmSync(made, { recursive: true });
});

function needsProc(context: TestContext): void {
  if (!existsSync("/proc/self/fd"))
    cannotRun(context, "command lines and open files are seen in /proc, as Linux has it");
}

/** Looks at all that was left, and proves that something was looked at. */
function nothingLeaks(printed: string): void {
  for (const audit of [secrets, tokens]) {
    audit.output("what was printed", printed);
    audit.files(folder);
    expect(audit.findings).toEqual([]);
    expect([...audit.looked.commandLines]).toEqual(
      expect.arrayContaining(["command line of curl", "command line of awk"]),
    );
  }
}

const request = (...further: readonly string[]): string[] => {
  const where = ["--token-endpoint", server.url, "--client-id", "abc123", "--method", "post"];
  return ["request", ...where, "--try-methods", ...further];
};

it.for([
  ["the environment", (): string[] => ["--client-secret-env", "SECRET"]],
  ["a file", (): string[] => ["--client-secret-file", join(elsewhere, "secret")]],
  ["a command", (): string[] => ["--client-secret-command", `cat ${join(elsewhere, "secret")}`]],
] as const)("request leaks neither the secret of %s nor the token", async ([, args], context) => {
  needsProc(context);
  writeFileSync(join(elsewhere, "secret"), secret);
  for (const further of [[], ["--json"]]) {
    const env = { SECRET: secret, TMPDIR: join(folder, "tmp"), HOME: folder };
    const { status, stdout, stderr } = await command(request(...args(), ...further), { env, cwd: folder });
    expect(status, stderr).toBe(0);
    nothingLeaks(stdout + stderr);
  }
});

it("request leaks no secret that is typed", async (context) => {
  needsProc(context);
  const terminal = await Terminal.open(context, { TMPDIR: join(folder, "tmp"), HOME: folder });
  terminal.run(...request());
  await terminal.shows(/is not shown\): $/m);
  terminal.type(secret);
  terminal.press("Enter");
  nothingLeaks(await terminal.shows(/An access token was received\./));
});

it("verify leaks no secret, wherever it comes from, and no token", async (context) => {
  needsProc(context);
  writeFileSync(join(elsewhere, "secret"), secret);
  const project = synthesized({
    app: (stack) => {
      const variable = Secret.ephemeralVariable(stack, "client_secret");
      const ways = [
        variable,
        Secret.fromEnvironment("SECRET"),
        Secret.fromFile(join(elsewhere, "secret")),
        Secret.fromCommand(["cat", join(elsewhere, "secret")]),
      ];
      for (const [at, way] of ways.entries())
        new LocalExecAccessToken(stack, `exec_${at}`, { request: postRequest(server.url, `client${at}`, way) });
      new EphemeralAccessToken(stack, "ephemeral", { request: postRequest(server.url, "ephemeral", variable) });
    },
  });
  const env = { SECRET: secret, TF_VAR_client_secret: secret, TMPDIR: join(folder, "tmp"), HOME: folder };
  for (const further of [[], ["--json"]]) {
    const { stdout, stderr } = await command(["verify", ...further], { env, cwd: project });
    expect(stdout).toContain("granted");
    nothingLeaks(stdout + stderr);
  }
});
