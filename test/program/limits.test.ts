import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { cannotRun } from "../needs";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { attempt, processesOf, searchPath } from "./trials";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));
const PATH = process.env["PATH"] ?? "";
const SECRET = "s3cr3t+/=$0123456789";
const GOOD = { access_token: "t0ken-0123456789", token_type: "bearer" };

const fromElsewhere = (url: string, ...further: string[]) =>
  requestArguments(url, ...further).filter((arg) => !arg.startsWith("client_secret.environment="));

describe.each(SHELLS)("under %s", (title, shell) => {
  it("16 open files are enough, or it fails", async (context) => {
    available(context, title, shell[0] ?? "");
    for (const source of ["environment", "file", "command", "stdin"])
      await attempt({ shell, path: PATH, source, output: "json", before: "ulimit -n 16" });
  });

  it("a secret from a file needs no file that it may write, except under ksh93, where it fails", async (context) => {
    available(context, title, shell[0] ?? "");
    const trial = { shell, path: PATH, source: "file", output: "json", before: "ulimit -f 0" };
    const { code, requests } = await attempt(trial);
    expect({ code, requests }).toEqual(title === "ksh93" ? { code: 50, requests: 0 } : { code: 0, requests: 1 });
  });

  it("200 KB on standard input are read, and without the secret it fails", async (context) => {
    available(context, title, shell[0] ?? "");
    const server = await startScriptedServer((_, response) => {
      json(response, 200, GOOD);
    });
    const args = fromElsewhere(server.url, "client_secret.source=stdin");
    const much = `other=${"x".repeat(200_000)}\n`;
    const given = `${much}client_secret=${encodeURIComponent(SECRET)}\n`;
    expect(await runProgram(shell, args, {}, PATH, given)).toMatchObject({ code: 0, stderr: "" });
    expect((await runProgram(shell, args, {}, PATH, much)).code).toBe(11);
    expect((await runProgram(shell, args, {}, PATH, "x".repeat(900_000))).code).toBe(11);
    await server.close();
    expect(server.received.map(({ body }) => new URLSearchParams(body).get("client_secret"))).toEqual([SECRET]);
  });

  it("what curl has in its memory is in no core file", async (context) => {
    available(context, title, shell[0] ?? "");
    if (!existsSync("/proc/self/limits")) cannotRun(context, "a process's limits are seen in /proc, as Linux has it");
    let limits: string[] = [];
    const server = await startScriptedServer((_, response) => {
      limits = processesOf(child.pid ?? 0)
        .filter(({ name }) => name.includes("curl"))
        .map(({ pid }) => readFileSync(`/proc/${String(pid)}/limits`, "utf8"));
      json(response, 200, GOOD);
    });
    const [command = "", ...options] = shell;
    const child = spawn(command, [...options, PROGRAM, ...requestArguments(server.url)], {
      env: { PATH, SECRET },
      detached: true,
      stdio: "ignore",
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    await server.close();
    expect(code).toBe(0);
    expect(limits).toHaveLength(1);
    expect(limits[0]).toMatch(/^Max core file size +0 +0 /m);
  });

  it.for<[string, string[]]>([
    ["a command", ["sh", "-c", "exec sleep 60"]],
    ["a FIFO", []],
  ])("kill -9 while %s of a secret hangs leaves no process", async ([, words], context) => {
    available(context, title, shell[0] ?? "");
    if (!existsSync("/proc/self/stat")) cannotRun(context, "processes are found in /proc, as Linux has it");
    const folder = mkdtempSync(join(tmpdir(), "hangs-"));
    execFileSync("mkfifo", [join(folder, "fifo")]);
    const source =
      words.length > 0
        ? words.map((word) => `client_secret.command=${encodeURIComponent(word)}`)
        : [`client_secret.file=${encodeURIComponent(join(folder, "fifo"))}`];
    const [command = "", ...options] = shell;
    const args = fromElsewhere("http://127.0.0.1:1/token", "timeout=2", ...source);
    const child = spawn(command, [...options, PROGRAM, ...args], { env: { PATH }, detached: true, stdio: "ignore" });
    const group = child.pid ?? 0;
    await vi.waitFor(() => {
      expect(processesOf(group).filter(({ name }) => /sleep|head/.test(name)).length).toBeGreaterThan(2);
    }, 10_000);
    child.kill("SIGKILL");
    await vi.waitFor(() => {
      expect(processesOf(group)).toEqual([]);
    }, 20_000);
    rmSync(folder, { recursive: true });
  });

  it("what a secret's command leaves behind holds nothing up beyond timeoutSeconds", async (context) => {
    available(context, title, shell[0] ?? "");
    const words = ["sh", "-c", "sleep 86400 2>/dev/null & echo $! >&2; echo secret"];
    const args = fromElsewhere("http://127.0.0.1:1/token", "timeout=1").concat(
      words.map((word) => `client_secret.command=${encodeURIComponent(word)}`),
    );
    const { code, stderr } = await runProgram(shell, args, {});
    process.kill(Number(stderr.split("\n", 1)[0]));
    expect(code).toBe(13);
  });
});

// bash, ksh93 and mksh try for a minute or more to start a process, and yash waits for one that it could not start.
it.for(SHELLS.filter(([title]) => /^(sh|dash|busybox sh)$/.test(title)))(
  "however few processes there may be, 0 means a token under %s",
  async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((file) => existsSync(file));
    if (process.getuid?.() !== 0 || setpriv === undefined)
      cannotRun(context, "only root may start the program as a user that has no other process, with setpriv");
    const user = String(64_000 + SHELLS.findIndex(([name]) => name === title));
    const codes: (number | null)[] = [];
    for (const [at, processes] of [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 40].entries()) {
      const limited = `${setpriv} --reuid=${user} --clear-groups prlimit --nproc=${String(processes)}`;
      const output = ["json", "run", "none"][at % 3] ?? "";
      const before = `set -- ${limited} "$@"`;
      codes.push((await attempt({ shell, path: PATH, source: "environment", output, before })).code);
    }
    expect(codes[0]).not.toBe(0);
    expect(codes.at(-1)).toBe(0);
  },
);

describe.each(AWKS)("with %s", (title, awk) => {
  it("a full standard output is a failure", async (context) => {
    available(context, title, awk);
    const [path, args] = [searchPath(awk), ["-c", 'exec "$@" >/dev/full', "sh", "/bin/sh"]];
    const server = await startScriptedServer((_, response) => {
      json(response, 200, GOOD);
    });
    for (const output of ["json", "none"]) {
      const request = requestArguments(server.url, `output=${output}`);
      expect((await runProgram(["/bin/sh", ...args], request, { SECRET }, path)).code).toBe(51);
    }
    await server.close();
  });

  it("a scope of 130,000 bytes, of whatever, is searched in time that grows with its length", async (context) => {
    available(context, title, awk);
    const parts = ["a", "&#65;", "&#x41;", "&amp;", "\\\\\\\\", "/", "%2541", "%26%2365;"];
    for (const part of parts) {
      const scope = part.repeat(Math.floor(130_000 / part.length));
      const server = await startScriptedServer((_, response) => {
        response.end(`{"access_token":"t0ken","token_type":"bearer","scope":"${scope}"}`);
      });
      const args = requestArguments(server.url, "output=json", "narrower_scope=accept");
      // Some of these took a minute each by the square of their length.
      expect((await runProgram(["/bin/sh"], args, { SECRET }, searchPath(awk))).code, part).toBe(0);
      await server.close();
    }
  });

  it("an end of the journal that a server forges behind NUL bytes, wherever lines are cut, is none", async (context) => {
    available(context, title, awk);
    const nonce = "0".repeat(64);
    const forged = ["http 200", "redirect ", "message "].map((text) => `${nonce} ${text}\n`).join("");
    for (const at of [0, 65_536, 131_072 - 400, 393_216, 524_288]) {
      const body = Buffer.concat([
        Buffer.from('{"access_token":"forged","token_type":"bearer"}'),
        Buffer.alloc(Math.max(at - 47, 1)),
        Buffer.from(`\n${forged}curl 0\n${nonce} verdict 0\nverdict 0\noutput forged\n`),
      ]);
      // Raw, because a server may end as it likes.
      const server = createServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => {
          socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${String(body.length + 1)}\r\n\r\n`);
          socket.end(body);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/token`;
      const result = await runProgram(["/bin/sh"], requestArguments(url, "output=json"), { SECRET }, searchPath(awk));
      await new Promise((resolve) => server.close(resolve));
      expect(result.code, `${String(at)}: ${result.stderr}`).not.toBe(0);
      expect(result.stdout).toBe("");
      expect(result.stderr).not.toContain(SECRET);
    }
  });
});

it("a redirect and a Retry-After, in which a server may repeat a secret in its own way, print none of it", async () => {
  const secret = "0123456789";
  const answers: [number, Record<string, string>][] = [
    [302, { location: "https://x.example/?a=GAYTEMZUGU3DOOBZ" }],
    [302, { location: "https://gaytemzugu3dooBZ.example/GAYTEMZUGU3DOOBZ" }],
    [429, { "retry-after": secret }],
    [429, { "retry-after": "12345678" }],
  ];
  for (const [status, headers] of answers) {
    const server = await startScriptedServer((_, response) => {
      response.writeHead(status, headers).end();
    });
    const { code, stderr } = await runProgram(["/bin/sh"], requestArguments(server.url, "retry=1"), { SECRET: secret });
    await server.close();
    expect(code).toBe(status === 302 ? 30 : 33);
    expect(stderr).not.toMatch(/GAYTEMZUGU3DOOBZ|12345678/i);
  }
});
