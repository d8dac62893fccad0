import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { startScriptedServer, json } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, SHELLS } from "./shells";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));
const SECRET = "s3cr3t+/=$0123456789";
const TOKEN = "t0ken-0123456789";
const RUN = ["output=run", "run=sh", "run=-c", `run=${encodeURIComponent('echo "ran with $ACCESS_TOKEN"')}`];

async function served<T>(use: (url: string) => Promise<T>, delay = 0): Promise<T> {
  const server = await startScriptedServer((_, response) => {
    setTimeout(() => {
      json(response, 200, { access_token: TOKEN, token_type: "bearer" });
    }, delay);
  });
  try {
    return await use(server.url);
  } finally {
    await server.close();
  }
}

/** Starts the program from a shell script, which sees it as its arguments. */
function startedBy(script: string, shell: string[], args: string[]): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn("/bin/sh", ["-c", script, "sh", ...shell, PROGRAM, ...args], {
      env: { PATH: process.env["PATH"] ?? "", SECRET, ACCESS_TOKEN: "stale" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("latin1")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("latin1")));
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

describe.each(SHELLS)("what the program inherits, under %s", (title, shell) => {
  it("in closed descriptors, never makes a failure pass, nor prints the secret", async (context) => {
    available(context, title, shell[0] ?? "");
    await served(async (url) => {
      for (const closed of ["0<&-", "1>&-", "2>&-", "0<&- 1>&-", "0<&- 2>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-"])
        for (const output of [["output=json"], ["output=none"], RUN]) {
          const script = `exec "$@" ${closed}`;
          const { code, stdout, stderr } = await startedBy(script, shell, requestArguments(url, ...output));
          const refused = await startedBy(script, shell, requestArguments("http://127.0.0.1:1/", ...output));
          expect(refused.code, closed).not.toBe(0);
          for (const text of [stdout, stderr, refused.stdout, refused.stderr]) expect(text).not.toMatch(/s3cr3t|stale/);
          // Without standard output there is nobody to give the token to.
          if (closed.includes("1>")) expect(code, closed).not.toBe(0);
          else if (output === RUN) expect(stdout, closed).toBe(`ran with ${TOKEN}\n`);
          else {
            expect(code, closed).toBe(0);
            expect(stdout, closed).toContain("token");
          }
        }
    });
  });

  it("in ignored signals, changes nothing", async (context) => {
    available(context, title, shell[0] ?? "");
    const script = `trap '' PIPE HUP INT TERM USR1; exec "$@"`;
    await served(async (url) => {
      expect(await startedBy(script, shell, requestArguments(url))).toMatchObject({ code: 0, stderr: "" });
      expect((await startedBy(script, shell, requestArguments("http://127.0.0.1:1/"))).code).toBe(20);
      expect((await startedBy(script, shell, requestArguments(url, "output=run", "run=false"))).code).toBe(1);
    });
  });

  it("in variables of its own names, exports nothing, and keeps no secret for the command", async (context) => {
    available(context, title, shell[0] ?? "");
    const names = [
      "_kept",
      "_text",
      "_key",
      "_line",
      "_odd",
      "_name",
      "_drop",
      "_argument",
      "_word",
      "_status",
      "RANDOM",
    ];
    await served(async (url) => {
      const args = requestArguments(url, "output=run", "run=env");
      const plain = Object.fromEntries(names.map((name) => [name, "x"]));
      const others = await runProgram(shell, args, { SECRET, ...plain });
      expect(others.code).toBe(0);
      expect(others.stdout.split("\n").filter((line) => line.includes(TOKEN))).toEqual([`ACCESS_TOKEN=${TOKEN}`]);
      for (const name of names) {
        const { code, stdout } = await runProgram(shell, args, { SECRET, [name]: SECRET });
        expect(code, name).toBe(0);
        expect(stdout, name).not.toContain(SECRET);
      }
    });
  });

  it("in TMOUT, does not end the wait for an answer", async (context) => {
    available(context, title, shell[0] ?? "");
    const run = (url: string) => runProgram(shell, requestArguments(url, "timeout=10"), { SECRET, TMOUT: "1" });
    expect(await served(run, 1500)).toMatchObject({ code: 0, stderr: "" });
  });

  it("a command of run that is missing, or that exec would take for an option, is refused", async (context) => {
    available(context, title, shell[0] ?? "");
    await served(async (url) => {
      for (const run of [[], ["run="], ["run=-c"], ["run=%2Da", "run=x", "run=true"]]) {
        const { code, stderr } = await runProgram(shell, requestArguments(url, "output=run", ...run), { SECRET });
        expect(code).toBe(10);
        expect(stderr).toContain("the command of run is missing");
      }
    });
  });

  it("an argument that is odd changes nothing, or is refused", async (context) => {
    available(context, title, shell[0] ?? "");
    await served(async (url) => {
      for (const odd of ["", "=", "=x", "-", "--", "-n", "a.b.file", "x".repeat(100_000), "output=none", "form.a=b"])
        expect((await runProgram(shell, requestArguments(url, odd), { SECRET })).code, odd.slice(0, 20)).toBe(0);
      for (const odd of ["output", "output=", "output=x", "secret=", "secret=A", "timeout=0", "x.file=/etc/passwd"])
        expect([10, 11], odd).toContain((await runProgram(shell, requestArguments(url, odd), { SECRET })).code);
    });
  });
});

it.each(["noexec", "onecmd"])("SHELLOPTS=%s makes bash end with 0 before the program begins", async (option) => {
  const bash = SHELLS.find(([title]) => title === "bash")?.[1] ?? [];
  const { code, stdout } = await runProgram(bash, requestArguments("http://127.0.0.1:1/"), { SHELLOPTS: option });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
});
