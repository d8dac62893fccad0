import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { searchPath } from "./trials";

const SECRET = 'p$4"\\+&% =0123456789';
const GOOD = { access_token: "t0ken-0123456789", token_type: "bearer" };

async function answered(
  body: string,
  further: string[] = ["output=json"],
  environment: Record<string, string> = { SECRET },
  { shell = ["/bin/sh"], path = process.env["PATH"] ?? "" } = {},
): Promise<ProgramResult> {
  const server = await startScriptedServer((_, response) => void response.end(body));
  const result = await runProgram(shell, requestArguments(server.url, ...further), environment, path);
  await server.close();
  return result;
}

describe("an answer that repeats a secret where it would be passed on is a failure", () => {
  it.each([
    ["scope", SECRET],
    ["scope", `read ${encodeURIComponent(SECRET)}`],
    ["scope", Buffer.from(`abc123:${SECRET}`).toString("base64")],
    ["access_token", Buffer.from(SECRET).toString("hex")],
  ])("in %s", async (name, text) => {
    const { code, stdout, stderr } = await answered(JSON.stringify({ ...GOOD, [name]: text }), [
      "output=json",
      "narrower_scope=accept",
    ]);
    expect({ code, stdout }).toEqual({ code: 46, stdout: "" });
    expect(stderr).toContain(`repeats a secret of the request, in ${name}`);
    expect(stderr).not.toContain(text);
  });

  it("in a scope that is refused for what it lacks", async () => {
    const { code, stdout, stderr } = await answered(JSON.stringify({ ...GOOD, scope: `read ${SECRET}` }));
    expect({ code, stdout }).toEqual({ code: 46, stdout: "" });
    expect(stderr).not.toContain(SECRET);
  });

  it("in expires_in, where the secret is a number", async () => {
    const secret = "1234567890";
    const text = JSON.stringify({ ...GOOD, expires_in: Number(secret) });
    const { code, stdout, stderr } = await answered(text, ["output=json", "minimum_lifetime=9"], { SECRET: secret });
    expect({ code, stdout }).toEqual({ code: 46, stdout: "" });
    expect(stderr).not.toContain(secret);
  });
});

describe.each(AWKS)("with %s", (title, awk) => {
  it("a lifetime beyond reason is none that is too short, and a short one is not printed at length", async (context) => {
    available(context, title, awk);
    const path = searchPath(awk);
    for (const [text, code] of [
      ["1e999", 0],
      ["9".repeat(100_000), 0],
      [`0.${"0".repeat(100_000)}1`, 44],
      ["1e-999", 44],
      [`2.${"1".repeat(100_000)}`, 44],
    ] as const) {
      const body = `{"access_token":"t","token_type":"bearer","expires_in":${text}}`;
      const result = await answered(body, ["output=json", "minimum_lifetime=300"], { SECRET }, { path });
      expect(result.code, text.slice(0, 20)).toBe(code);
      expect(result.stderr.length).toBeLessThan(500);
    }
  });

  it("an answer of 131,000 bytes, of whatever, is read in time that grows with its length", async (context) => {
    available(context, title, awk);
    const path = searchPath(awk);
    const bodies = {
      brackets: `{"a":[${"[],".repeat(43_000)}`,
      escapes: `{"access_token":"${'\\"'.repeat(65_000)}`,
      code: `{"access_token":"${"\\u0041".repeat(21_000)}"}`,
      members: `{${'"a":1,'.repeat(21_000)}`,
      digits: `{"a":${"1".repeat(130_000)}}`,
      lines: "\n".repeat(131_000),
      error: `{"error":"${"%25".repeat(43_000)}"}`,
    };
    // Reading any of them by the square of its length took minutes here.
    for (const [what, body] of Object.entries(bodies))
      expect([40, 41, 42], what).toContain((await answered(body, ["output=json"], { SECRET }, { path })).code);
  });
});

const COPIES: Record<string, string> = {
  TF_VAR_plain: SECRET,
  "TF_VAR_with-a-dash": SECRET,
  TF_VAR_json: JSON.stringify({ secret: SECRET }),
  "TF_VAR_json-with-a-dash": JSON.stringify(JSON.stringify([SECRET])),
  TF_VAR_base64: Buffer.from(`user:${SECRET}`).toString("base64"),
  TF_VAR_percent: encodeURIComponent(SECRET),
  TF_VAR_hex: Buffer.from(SECRET).toString("hex"),
};

describe("the command of run", () => {
  it.for(SHELLS)("gets no copy of the secret, under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const environment = { SECRET, ...COPIES, TF_VAR_kept: "kept", ACCESS_TOKEN: "stale" };
    // A revocation that fails, which changes nothing for the command.
    for (const further of [[], ["revocation_endpoint=http%3A%2F%2F127.0.0.1%3A1", "revocation_failure=tolerate"]]) {
      const args = ["output=run", "run=env", ...further];
      const { code, stdout } = await answered(JSON.stringify(GOOD), args, environment, { shell });
      expect(code).toBe(0);
      expect(stdout).toContain("TF_VAR_kept=kept\n");
      expect(stdout).toContain(`ACCESS_TOKEN=${GOOD.access_token}\n`);
      expect(stdout).not.toContain("stale");
      for (const name of Object.keys(COPIES)) expect(stdout).not.toContain(`${name}=`);
    }
  });
});

describe("an environment that is set against the program", () => {
  it.for(SHELLS)("by functions that bash exports, changes nothing under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const names = ["curl", "awk", "head", "date", "command", "print", "read", "echo", "wait", "env", "["];
    const functions = Object.fromEntries(names.map((name) => [`BASH_FUNC_${name}%%`, "() { builtin echo replaced; }"]));
    const { code, stdout } = await answered(JSON.stringify(GOOD), undefined, { SECRET, ...functions }, { shell });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ access_token: GOOD.access_token });
    const failure = await answered("{}", undefined, { SECRET, ...functions }, { shell });
    expect(failure).toMatchObject({ code: 41, stderr: expect.stringContaining("without an access_token") as string });
  });

  it.for(SHELLS)("by BASH_VERSION, changes nothing under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const environment = { SECRET, BASH_VERSION: "5" };
    expect(await answered(JSON.stringify(GOOD), undefined, environment, { shell })).toMatchObject({ code: 0 });
  });

  it("by a proxy whose password no @ marks, gets nothing printed of it", async () => {
    const args = requestArguments("https://127.0.0.1:1/token");
    for (const proxy of ["user:pr0xyp4ss%40h", "socks9://user:pr0xyp4ss"]) {
      const { code, stderr } = await runProgram(["/bin/sh"], args, { SECRET, https_proxy: proxy });
      expect(code).not.toBe(0);
      expect(stderr).not.toContain("pr0xyp4ss");
    }
  });
});

describe("a secret of many bytes", () => {
  it.each([
    [25_700, 0],
    [40_000, 11],
  ])("%i times 0xFF is sent, or refused by name", async (length, code) => {
    const file = join(mkdtempSync(join(tmpdir(), "large-")), "secret");
    writeFileSync(file, Buffer.alloc(length, 0xff));
    const read = `client_secret.file=${encodeURIComponent(file)}`;
    const server = await startScriptedServer((_, response) => {
      json(response, 200, GOOD);
    });
    const args = requestArguments(server.url, read).filter((arg) => !arg.startsWith("client_secret.environment="));
    expect((await runProgram(["/bin/sh"], args, {})).code).toBe(code);
    await server.close();
    expect(server.received).toHaveLength(code === 0 ? 1 : 0);
  });
});

it.for(SHELLS)("a full standard output is a failure under %s", async ([title, shell], context) => {
  available(context, title, shell[0] ?? "");
  const server = await startScriptedServer((_, response) => {
    json(response, 200, GOOD);
  });
  for (const output of ["json", "none"]) {
    const [command = "", ...options] = shell;
    const full = ["-c", 'exec "$@" >/dev/full', "sh", command, ...options];
    const { code, stderr } = await runProgram(["/bin/sh", ...full], requestArguments(server.url, `output=${output}`), {
      SECRET,
    });
    expect(code).toBe(51);
    expect(stderr).toContain("could not be written");
  }
  await server.close();
});

it("a secret that hangs is bounded by timeoutSeconds, with all that it started", async () => {
  const marker = `4${String(process.pid).padStart(7, "0")}`;
  const words = ["sh", "-c", `sleep ${marker} & sleep ${marker}; :`];
  const args = [
    ...requestArguments("http://127.0.0.1:1/token", "timeout=1").filter((arg) => !arg.includes(".environment=")),
    ...words.map((word) => `client_secret.command=${encodeURIComponent(word)}`),
  ];
  const { code, stderr } = await runProgram(["/bin/sh"], args, {});
  expect(code).toBe(13);
  expect(stderr).toContain("not there within timeoutSeconds (1)");
  expect(execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" })).not.toContain(`sleep ${marker}`);
});
