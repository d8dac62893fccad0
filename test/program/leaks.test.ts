import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";
import { available, SHELLS } from "./shells";

let secret: string;
let audit: LeakAudit;
let server: ScriptedServer;
let folder: string;
/** Where the secret may be, and the audit does not look. */
let elsewhere: string;

beforeEach(async () => {
  secret = `p$4"\\+&% ='${randomBytes(12).toString("hex")}`;
  audit = new LeakAudit(secretEncodings(secret));
  folder = mkdtempSync(join(tmpdir(), "leaks-"));
  mkdirSync(join(folder, "tmp"));
  elsewhere = mkdtempSync(join(tmpdir(), "secret-"));
  server = await startScriptedServer((_, response) => {
    // The request is held while the audit looks around.
    void audit.watchFor(60).then(() => {
      json(response, 200, { access_token: "t0ken-of-this-server", token_type: "bearer" });
    });
  });
});
afterEach(async () => {
  await server.close();
  for (const made of [folder, elsewhere]) rmSync(made, { recursive: true });
});

interface Channel {
  readonly args: string[];
  readonly environment?: Record<string, string>;
  readonly input?: string;
}

/** Each way in which the secret comes to the program. */
function channels(): Record<string, Channel> {
  const file = join(elsewhere, "secret");
  const encoded = encodeURIComponent(secret);
  const path = encodeURIComponent(file);
  writeFileSync(file, secret);
  return {
    "a provisioner's environment": { args: [], environment: { ACCESS_TOKEN_REQUEST_CLIENT_SECRET: encoded } },
    "an environment variable": { args: ["client_secret.environment=SECRET"], environment: { SECRET: secret } },
    "standard input": { args: ["client_secret.source=stdin"], input: `client_secret=${encoded}\n` },
    "a file": { args: [`client_secret.file=${path}`] },
    "a command": { args: ["client_secret.command=cat", `client_secret.command=${path}`] },
  };
}

describe("while a server holds the request, the secret is in no argument and no open file", () => {
  it.for(SHELLS)("under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    if (!existsSync("/proc/self/fd"))
      cannotRun(context, "command lines and open files are seen in /proc, as Linux has it");
    const request = requestArguments(server.url).filter((arg) => !arg.startsWith("client_secret.environment="));
    for (const [channel, { args, environment = {}, input = "" }] of Object.entries(channels())) {
      const given = { ...environment, TMPDIR: join(folder, "tmp") };
      const { code, stdout, stderr } = await runProgram(shell, [...request, ...args], given, undefined, input);
      expect({ code, stderr }, channel).toEqual({ code: 0, stderr: "" });
      audit.output(channel, stdout + stderr);
      audit.files(folder);
      expect(audit.findings, channel).toEqual([]);
    }
    expect(audit.looked.commandLines).toContain("command line of curl");
    expect(server.received).toHaveLength(5);
  });
});

describe("while a server holds the revocation, neither secret nor token is in an argument or an open file", () => {
  it.for(SHELLS)("under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    if (!existsSync("/proc/self/fd"))
      cannotRun(context, "command lines and open files are seen in /proc, as Linux has it");
    const token = `t0k+/${randomBytes(16).toString("hex")}`;
    const tokens = new LeakAudit(secretEncodings(token));
    const api = await startScriptedServer(({ path }, response) => {
      if (path === "/token") json(response, 200, { access_token: token, token_type: "bearer" });
      else
        void Promise.all([audit.watchFor(60), tokens.watchFor(60)]).then(() => {
          json(response, 200, {});
        });
    });
    const revocation = `revocation_endpoint=${encodeURIComponent(api.url.replace("/token", "/revoke"))}`;
    const request = requestArguments(api.url, revocation, "output=run", "run=true").filter(
      (arg) => !arg.startsWith("client_secret.environment="),
    );
    for (const [channel, { args, environment = {}, input = "" }] of Object.entries(channels())) {
      const given = { ...environment, TMPDIR: join(folder, "tmp") };
      const { code, stdout, stderr } = await runProgram(shell, [...request, ...args], given, undefined, input);
      expect({ code, stdout }, channel).toEqual({ code: 0, stdout: "" });
      for (const one of [audit, tokens]) {
        one.output(channel, stdout + stderr);
        one.files(folder);
        expect(one.findings, channel).toEqual([]);
      }
    }
    expect(tokens.looked.commandLines).toContain("command line of curl");
    expect(api.received).toHaveLength(10);
    await api.close();
  });
});
