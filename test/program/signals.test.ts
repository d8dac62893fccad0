import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { available, SHELLS } from "./shells";
import { requestArguments } from "./run-program";
import { awkOf, searchPath } from "./trials";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));

/** What a busy machine may take. */
const PATIENCE_MS = 60_000;

/** A server that takes the request and never answers. */
const silent = createServer((request) => {
  request.resume();
  request.on("end", () => silent.emit("held"));
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/token`;
});
afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

/** The processes of a process group, which is what the program and all that it started are. */
function processesOf(group: number): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const [name = "", rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
      const [state, , processGroup] = rest.split(" ");
      return Number(processGroup) === group && state !== "Z" ? [name] : [];
    } catch {
      return []; // It ended in the meantime.
    }
  });
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly leftBehind: string[];
  readonly files: string[];
}

/** Starts the program, and sends a signal to its shell alone once `ready` has happened. */
async function signalled(
  shell: string[],
  args: string[],
  signal: NodeJS.Signals,
  ready: (folder: string) => Promise<unknown>,
  openssl?: string,
): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), "signal-"));
  const path = openssl === undefined ? process.env["PATH"] : searchPath(awkOf(0), { openssl });
  const [command = "", ...options] = shell;
  const child = spawn(command, [...options, PROGRAM, ...args], {
    cwd: folder,
    env: { PATH: path, TMPDIR: folder, SECRET: "s3cr3t", FOLDER: folder },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} did not start`);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  await ready(folder);
  process.kill(pid, signal);
  const [code] = (await once(child, "close")) as [number | null];
  await vi.waitFor(() => {
    expect(processesOf(pid)).toEqual([]);
  }, PATIENCE_MS);
  return { code, output, leftBehind: processesOf(pid), files: readdirSync(folder) };
}

const isHeld = () => once(silent, "held");
const started = (folder: string) =>
  vi.waitFor(() => {
    expect(readdirSync(folder)).toContain("started");
  }, PATIENCE_MS);
/** Far more than the test may take, so that what ends, ends by the signal. yash sees a signal only when it has read a line. */
const slow = (title: string) => [`timeout=${title === "yash" ? "3" : "3600"}`, "output=json"];

describe.each(SHELLS)("under %s", (title, shell) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    it(`${signal} in mid-request ends the program and all it started, and leaves no file`, async (context) => {
      available(context, title, shell[0] ?? "");
      const ended = await signalled(shell, requestArguments(url, ...slow(title)), signal, isHeld);
      expect(ended).toMatchObject({ leftBehind: [], files: [] });
      expect(ended.code).toBeGreaterThan(128);
      expect(ended.output).not.toContain("s3cr3t");
    });

  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    it(`${signal} ends it while it asks an issuer for its metadata`, async (context) => {
      available(context, title, shell[0] ?? "");
      const args = [
        ...requestArguments(url, ...slow(title)).filter((argument) => !argument.startsWith("token_endpoint=")),
        `issuer=${encodeURIComponent(new URL(url).origin)}`,
      ];
      const ended = await signalled(shell, args, signal, isHeld);
      expect(ended).toMatchObject({ leftBehind: [], files: [] });
      expect(ended.code).toBeGreaterThan(128);
      expect(ended.output).not.toContain("s3cr3t");
    });
  }

  it("SIGTERM ends a secret's command that hangs", async (context) => {
    available(context, title, shell[0] ?? "");
    const hangs = ["sh", "-c", `touch started; exec sleep ${title === "yash" ? "3" : "3600"}`].map(
      (word) => `client_secret.command=${encodeURIComponent(word)}`,
    );
    const args = requestArguments(url, ...slow(title), ...hangs).filter((a) => !a.startsWith("client_secret.env"));
    const ended = await signalled(shell, args, "SIGTERM", started);
    expect(ended).toMatchObject({ code: 143, leftBehind: [], files: ["started"] });
  });

  for (const [signal, what, stub] of [
    ["SIGTERM", "hangs", 'touch "$FOLDER/started"; exec sleep'],
    ["SIGINT", "hangs", 'touch "$FOLDER/started"; exec sleep'],
    ["SIGHUP", "hangs", 'touch "$FOLDER/started"; exec sleep'],
    ["SIGTERM", "hangs and heeds no signal", 'trap "" TERM INT HUP; touch "$FOLDER/started"; sleep'],
    // What it starts later is no descendant yet when the signal comes.
    ["SIGTERM", "heeds no signal and hangs later", 'trap "" TERM INT HUP; touch "$FOLDER/started"; sleep 0.5; sleep'],
  ] as const)
    it(`${signal} ends an openssl that ${what}`, async (context) => {
      available(context, title, shell[0] ?? "");
      const args = [
        ...requestArguments(url, ...slow(title)).filter((argument) => !argument.startsWith("client_authentication=")),
        ...["client_authentication=client_secret_jwt", "jwt=client_assertion", "jwt.client_assertion.algorithm=HS256"],
        ...["jwt.client_assertion.key=client_secret", "secret=client_secret", "secret=client_assertion"],
      ];
      const ended = await signalled(shell, args, signal, started, `${stub} ${title === "yash" ? "3" : "3600"}`);
      expect(ended).toMatchObject({ code: 143, leftBehind: [], files: ["started"] });
    });
});
