import { execFile, type ExecFileOptions } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, SHELLS } from "./shells";

const FILES = fileURLToPath(new URL("../../lib/program/files", import.meta.url));
const SECRET = "s3cr3t+/=$";
const TOKEN = "t0ken-0123456789";
const PATH = process.env["PATH"] ?? "";

let server: ScriptedServer;
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: TOKEN, token_type: "bearer" });
  });
});
afterAll(() => server.close());

function run(command: string, args: string[], options: ExecFileOptions): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { encoding: "utf8", ...options }, (error, stdout, stderr) => {
      resolve({ code: error ? (child.exitCode ?? -1) : 0, stdout: String(stdout), stderr: String(stderr) });
    });
  });
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("an environment that is set against it", () => {
  it.for(SHELLS)("changes nothing under %s, and traces neither secret nor token", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const startup = file("startup", "set -x -v\nIFS=/\n");
    file(".curlrc", `trace-ascii "${join(folder, "curl-trace")}"\nurl = "http://127.0.0.1:1/"\n`);
    const persistent = file("gawk-heap", "");
    const hostile = {
      ...{ ENV: startup, BASH_ENV: startup, IFS: "=/e", CDPATH: "/", POSIXLY_CORRECT: "1", LC_ALL: "tr_TR.UTF-8" },
      ...{
        SHELLOPTS: "xtrace:errexit:verbose",
        PS4: "+$SECRET ",
        AWKPATH: "/nonexistent",
        GAWK_PERSIST_FILE: persistent,
      },
      ...{ HOME: folder, CURL_HOME: folder, XDG_CONFIG_HOME: folder, SSLKEYLOGFILE: join(folder, "keys") },
      ...{ output: "none", source: "file", path: "/etc/passwd", now: "0", environment: "x", here: "/" },
    };
    const shows = 'printf "%s %s %s" "$ACCESS_TOKEN" "$output" "$environment"';
    const args = requestArguments(server.url, "output=run", "run=sh", "run=-c", `run=${encodeURIComponent(shows)}`);
    const { code, stdout, stderr } = await runProgram(shell, args, { ...hostile, SECRET });
    // What the shell traces before the program's first line is its own.
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${TOKEN} none x` });
    expect(stderr.replaceAll(`+${SECRET} `, "")).not.toContain(SECRET);
    expect(stderr).not.toContain(TOKEN);
    expect(existsSync(join(folder, "curl-trace"))).toBe(false);
    expect(existsSync(join(folder, "keys"))).toBe(false);
  });

  it("that has no PATH is enough", async () => {
    const { code, stderr } = await run("/bin/sh", [join(FILES, "request.sh"), ...requestArguments(server.url)], {
      env: { SECRET },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each(["awk", "curl"])("that has no %s is named", async (tool) => {
    const bin = join(folder, `without-${tool}`);
    mkdirSync(bin);
    for (const other of ["awk", "curl", "head"])
      if (other !== tool) writeFileSync(join(bin, other), "", { mode: 0o755 });
    const { code, stdout, stderr } = await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET }, bin);
    expect({ code, stdout }).toEqual({ code: 12, stdout: "" });
    expect(stderr).toContain(`${tool} is not on the PATH`);
  });

  it("names a proxy with credentials, which are not printed, and which loopback is not asked through", async () => {
    const proxies = (proxy: string) => ({ http_proxy: proxy, https_proxy: proxy, ALL_PROXY: proxy });
    for (const proxy of [
      "foo://user:pr0xyp4ss@127.0.0.1:1",
      "http://user:pr0xyp4ss@127.0.0.1:1",
      "user:pr0xy p4ss@x y",
    ]) {
      const args = requestArguments("https://127.0.0.1:1/token");
      const failed = await runProgram(["/bin/sh"], args, { SECRET, ...proxies(proxy) });
      expect(failed.code).not.toBe(0);
      expect(failed.stderr).not.toMatch(/pr0xy|p4ss/);
      const direct = await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET, ...proxies(proxy) });
      expect(direct.code).toBe(0);
    }
  });
});

describe("a command that is run with the token", () => {
  it("gets no variable that holds the client's secret, such as TF_VAR_", async () => {
    const args = requestArguments(server.url, "output=run", "run=env");
    const variables = { TF_VAR_client_secret: SECRET, TF_VAR_all: `{"secret":"${SECRET}"}`, TF_VAR_other: "kept" };
    const { code, stdout } = await runProgram(["/bin/sh"], args, { SECRET, ...variables });
    expect(code).toBe(0);
    expect(stdout).toContain(`ACCESS_TOKEN=${TOKEN}`);
    expect(stdout).toContain("TF_VAR_other=kept");
    expect(stdout).not.toContain(SECRET);
  });
});

describe("the program's secret", () => {
  it("is readable in its environment by root and its own user", async (context) => {
    available(context, "/proc", "/proc/self/environ");
    const marker = "r00t-reads-this";
    let environments = "";
    const slow = await startScriptedServer((_, response) => {
      for (const pid of readdirSync("/proc"))
        if (/^\d+$/.test(pid) && Number(pid) !== process.pid) environments += environmentOf(pid);
      json(response, 200, { access_token: TOKEN, token_type: "bearer" });
    });
    const { code } = await runProgram(["/bin/sh"], requestArguments(slow.url), { SECRET: marker });
    await slow.close();
    expect(code).toBe(0);
    expect(environments).toContain(`SECRET=${marker}`);
  });
});

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return ""; // It ended in the meantime, or is another user's.
  }
}

describe("a machine that gives it little", () => {
  it("may have a curl that knows no message", async () => {
    const bin = join(folder, "older-curl");
    mkdirSync(bin);
    const older = `#!/bin/sh\nsed 's/%{errormsg}//' | PATH='${PATH}' curl "$@"\n`;
    writeFileSync(join(bin, "curl"), older, { mode: 0o755 });
    const path = `${bin}:${PATH}`;
    expect(await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET }, path)).toMatchObject({ code: 0 });
    const refused = await runProgram(["/bin/sh"], requestArguments("http://127.0.0.1:1/"), { SECRET }, path);
    expect(refused.code).toBe(20);
    expect(refused.stderr).not.toContain("curl:");
  });

  it("may let it write no file at all, as a full disk does", async () => {
    const script = 'ulimit -f 0; exec /bin/sh "$@"';
    const args = ["-c", script, "sh", join(FILES, "request.sh"), ...requestArguments(server.url, "output=json")];
    const { code, stdout, stderr } = await run("/bin/sh", args, { env: { PATH, SECRET } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ access_token: TOKEN });
  });

  it("may run it in another user's folder that is read-only, at a path of awkward characters", async () => {
    const awkward = join(mkdtempSync(join(tmpdir(), "hostile-")), "a b'c\"d$e %{f} ${g}\nh\\i;j&k*");
    cpSync(FILES, awkward, { recursive: true });
    for (const path of [join(awkward, ".."), awkward]) chmodSync(path, 0o555);
    // Root may write anywhere, so it hands over to somebody else.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const before = readdirSync(awkward);
    for (const [program, cwd] of [
      [join(awkward, "request.sh"), awkward],
      ["./request.sh", awkward],
      ["request.sh", awkward],
    ] as const) {
      const options = { cwd, env: { PATH, SECRET }, ...user };
      const { code, stdout, stderr } = await run("/bin/sh", [program, ...requestArguments(server.url)], options);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "access token received\n", stderr: "" });
    }
    expect(readdirSync(awkward)).toEqual(before);
  });
});
