import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { newTestKey } from "../server/test-key";
import { requestArguments } from "./run-program";
import { AWKS } from "./shells";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));
const SECRET = "s3cr3t+/=$0123456789";
const KEY = newTestKey("ES256");
const STALE = "the-token-of-an-earlier-run";

/** How many times as many trials: PROGRAM_TRIALS=10 makes ten times as many. */
export const TRIALS = Number(process.env["PROGRAM_TRIALS"] ?? "1");

/** What a trial sets up, each run with every shell and awk in turn. */
export interface Trial {
  readonly shell: string[];
  /** In place of PATH. */
  readonly path: string;
  /** Where the secret comes from. */
  readonly source: string;
  readonly output: string;
  /** A shell command that the program is started by, such as a limit. */
  readonly before?: string;
  /** Told of the process group once the program runs. */
  readonly disturb?: (group: number) => void;
}

export interface Outcome {
  readonly code: number | null;
  readonly requests: number;
  readonly stderr: string;
}

/**
 * Runs the program once against a server that answers after some milliseconds, each time with another token, and asserts what
 * must hold however it went: exit status 0 only with a request that the server received and the token of that request delivered,
 * and revoked where that was asked for; a command only ever run with that token, and never the secret.
 */
export async function attempt(trial: Trial): Promise<Outcome> {
  const token = `token-${Math.random().toString(36).slice(2)}`;
  const server = await startScriptedServer(({ path, body }, response) => {
    if (path === "/revoke") json(response, 200, {});
    else if (body === "") json(response, 200, { issuer: issuer(), token_endpoint: `${issuer()}/token` });
    else
      setTimeout(() => {
        json(response, 200, { access_token: token, token_type: "bearer", expires_in: 3600 });
      }, 15);
  });
  const issuer = () => new URL(server.url).origin;
  const folder = mkdtempSync(join(tmpdir(), "trial-"));
  writeFileSync(join(folder, "secret"), `${SECRET}\n`);
  const file = encodeURIComponent(join(folder, "secret"));
  const signedByKey = [
    "client_authentication=private_key_jwt",
    ...["client_assertion_key", "client_assertion"].map((slot) => `secret=${slot}`),
    "jwt=client_assertion",
    "jwt.client_assertion.algorithm=ES256",
    "jwt.client_assertion.key=client_assertion_key",
  ];
  const sources: Record<string, string[]> = {
    environment: ["client_secret.environment=SECRET"],
    file: [`client_secret.file=${file}`],
    command: ["sh", "-c", `sleep 0.02; cat '${join(folder, "secret")}'`].map(
      (word) => `client_secret.command=${encodeURIComponent(word)}`,
    ),
    stdin: ["client_secret.source=stdin"],
    discovered: [`issuer=${encodeURIComponent(issuer())}`, "client_secret.environment=SECRET"],
    revoked: [`revocation_endpoint=${encodeURIComponent(`${issuer()}/revoke`)}`, "client_secret.environment=SECRET"],
    "signed by a key": [...signedByKey, "client_assertion_key.environment=KEY"],
    "discovered, and signed by a key": [
      `issuer=${encodeURIComponent(issuer())}`,
      ...signedByKey,
      ...["sh", "-c", 'echo "$KEY"'].map((word) => `client_assertion_key.command=${encodeURIComponent(word)}`),
    ],
    signed: [
      "client_authentication=client_secret_jwt",
      ...["client_secret", "client_assertion"].map((slot) => `secret=${slot}`),
      "client_secret.environment=SECRET",
      "jwt=client_assertion",
      "jwt.client_assertion.algorithm=HS256",
      "jwt.client_assertion.key=client_secret",
    ],
  };
  const run = ["sh", "-c", 'echo "ran with $ACCESS_TOKEN"'].map((word) => `run=${encodeURIComponent(word)}`);
  const args = [
    ...requestArguments(server.url, `output=${trial.output}`, "timeout=3", ...run).filter(
      (arg) =>
        !arg.startsWith("client_secret.environment=") &&
        !(trial.source.startsWith("discovered") && arg.startsWith("token_endpoint=")),
    ),
    ...(sources[trial.source] ?? []),
  ];
  const child = spawn("/bin/sh", ["-c", `${trial.before ?? ":"}; exec "$@"`, "sh", ...trial.shell, PROGRAM, ...args], {
    detached: true,
    env: { PATH: trial.path, SECRET, KEY: KEY.privateKey, ACCESS_TOKEN: STALE },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(trial.source === "stdin" ? `client_secret=${encodeURIComponent(SECRET)}\n` : "");
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("latin1").on("data", (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding("latin1").on("data", (chunk: string) => (stderr += chunk));
  if (child.pid !== undefined) trial.disturb?.(child.pid);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  await server.close();
  rmSync(folder, { recursive: true });

  const requests = server.received.filter(({ path, body }) => path === "/token" && body !== "").length;
  const revocations = server.received.filter(({ path }) => path === "/revoke");
  const what = JSON.stringify({ ...trial, code, requests, stdout, stderr });
  const given = { none: "access token received", json: `"access_token":"${token}"`, run: `ran with ${token}` }[
    trial.output
  ] as string;
  if (code === 0) {
    expect(requests, what).toBe(1);
    expect(stdout, what).toContain(given);
    const tokens = revocations.map(({ body }) => new URLSearchParams(body).get("token"));
    if (trial.source === "revoked") expect(tokens, what).toEqual([token]);
  }
  if (trial.output === "run" && stdout !== "") expect(stdout, what).toBe(`ran with ${token}\n`);
  expect(stdout + stderr, what).not.toContain(SECRET);
  expect(stdout + stderr, what).not.toContain(STALE);
  expect(stdout + stderr, what).not.toContain(KEY.privateKey.split("\n")[1]);
  return { code, requests, stderr };
}

/** The processes of a group, which is what the program and all that it started are. */
export function processesOf(group: number): { pid: number; name: string }[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const [name = "", rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
      const [state, , processGroup] = rest.split(" ");
      return Number(processGroup) === group && state !== "Z" ? [{ pid: Number(pid), name }] : [];
    } catch {
      return []; // It ended in the meantime.
    }
  });
}

/** A search path with this awk first, and with stubs before it. */
export function searchPath(awk: string, stubs: Record<string, string> = {}): string {
  const bin = mkdtempSync(join(tmpdir(), "stubs-"));
  onTestFinished(() => {
    rmSync(bin, { recursive: true });
  });
  mkdirSync(join(bin, "stubs"));
  symlinkSync(awk, join(bin, "awk"));
  for (const [tool, script] of Object.entries(stubs))
    writeFileSync(
      join(bin, "stubs", tool),
      `#!/bin/sh\n# What it calls is the tool itself: never a stub, and never this one.\nPATH=\${PATH#*:}\n${script}\n`,
      { mode: 0o755 },
    );
  return `${join(bin, "stubs")}:${bin}:${process.env["PATH"] ?? ""}`;
}

/** One awk after the other, so that as many trials meet each of them. */
export function awkOf(trial: number): string {
  return AWKS[trial % AWKS.length]?.[1] ?? "awk";
}
