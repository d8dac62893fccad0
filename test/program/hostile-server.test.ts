import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";

const SECRET = "s3cr3t+/=$";
const GOOD = { access_token: "t", token_type: "bearer" };

async function answered(answer: (response: ServerResponse) => void): Promise<ProgramResult> {
  const server = await startScriptedServer((_, response) => {
    answer(response);
  });
  const result = await runProgram(["/bin/sh"], requestArguments(server.url, "output=json"), { SECRET });
  await server.close();
  expect(result.stderr.length).toBeLessThan(2000);
  expect(result.stderr).not.toContain(SECRET);
  expect(result.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  return result;
}

const body = (text: string | Buffer) => (response: ServerResponse) => void response.writeHead(200).end(text);

describe("a server that answers beyond reason gets a bounded, clear failure", () => {
  it("for a token of 1 MB", async () => {
    const { code, stdout, stderr } = await answered((r) => {
      json(r, 200, { ...GOOD, access_token: "t".repeat(1_000_000) });
    });
    expect({ code, stdout }).toEqual({ code: 43, stdout: "" });
    expect(stderr).toContain("too large");
  });

  it("for 10,000 headers, where curl itself gives up or not", async () => {
    const { code } = await answered((r) => {
      for (let i = 0; i < 10_000; i++) r.setHeader(`x-${i}`, "x");
      json(r, 200, GOOD);
    });
    // curl 8.6 and later take 5,000.
    expect([0, 23]).toContain(code);
  });

  it("for an access_token twice", async () => {
    expect(await answered(body('{"access_token":"a","access_token":"b","token_type":"bearer"}'))).toMatchObject({
      code: 41,
      stdout: "",
    });
  });

  it("for control characters and ANSI escapes, in every text that is printed", async () => {
    const nasty = "\u001b]0;title\u0007\u001b[2J\r\u0008\u009b31m\u0000\nterraform: done";
    const { code, stderr } = await answered((r) => {
      json(r, 400, { error: nasty, error_description: nasty });
    });
    expect(code).toBe(32);
    expect(stderr).not.toMatch(/^terraform: done/m);
    const bad = await answered((r) => {
      json(r, 200, { ...GOOD, token_type: nasty });
    });
    expect(bad.code).toBe(42);
  });

  it.each([
    ["deep nesting", `${'{"a":'.repeat(20_000)}1`],
    ["an array of a thousand levels", `{"a":${"[".repeat(1000)}`],
    ["a NUL in the token", '{"access_token":"a\u0000b","token_type":"bearer"}'],
    ["an escaped NUL in the token", '{"access_token":"a\\u0000b\\n","token_type":"bearer"}'],
    ["a lone surrogate in the token", '{"access_token":"\\ud800","token_type":"bearer"}'],
    ["a number with a leading zero", '{"access_token":"a","token_type":"bearer","expires_in":0123}'],
    ["two objects", `${JSON.stringify(GOOD)}${JSON.stringify(GOOD)}`],
    ["a trailing comma", '{"access_token":"a","token_type":"bearer",}'],
    ["100 KB of escapes", `{"a":"${'\\"'.repeat(50_000)}`],
    ["100 KB of brackets", `{"a":[${"[],".repeat(33_000)}`],
  ])("for %s", async (_, text) => {
    const { code, stdout } = await answered(body(text));
    expect([40, 41]).toContain(code);
    expect(stdout).toBe("");
  });
});

describe("a server that answers in its own way is understood", () => {
  it.each([
    ["a byte order mark", `\ufeff${JSON.stringify(GOOD)}`],
    ["lines that end with CR LF", '{\r\n"access_token":"t",\r\n"token_type":"BEARER"\r\n}\r\n'],
  ])("with %s", async (_, text) => {
    const { code, stdout } = await answered(body(text));
    expect({ code, token: (JSON.parse(stdout) as { access_token: string }).access_token }).toEqual({
      code: 0,
      token: "t",
    });
  });

  it.each([
    ["3600", 3600],
    ['"3600"', 3600],
    ["3.6e3", 3600],
    ['"00100"', 100],
    ["3600.9", 3600],
    ["0", 0],
  ])("with an expires_in of %s", async (expires_in, seconds) => {
    const { code, stdout } = await answered(
      body(`{"access_token":"t","token_type":"bearer","expires_in":${expires_in}}`),
    );
    expect(code).toBe(0);
    const { read_at, expires_at } = JSON.parse(stdout) as { read_at: string; expires_at: string };
    expect(Date.parse(expires_at) - Date.parse(read_at)).toBe(seconds * 1000);
  });

  it.each(["-1", "null", '"soon"', "true"])("with an expires_in of %s as with none", async (expires_in) => {
    const { stdout } = await answered(body(`{"access_token":"t","token_type":"bearer","expires_in":${expires_in}}`));
    expect(JSON.parse(stdout)).toMatchObject({ expires_at: "" });
  });

  it.each(["1e300", "99999999999999999999"])("with an expires_in of %s as far as RFC 3339 goes", async (expires_in) => {
    const { stdout } = await answered(body(`{"access_token":"t","token_type":"bearer","expires_in":${expires_in}}`));
    expect(JSON.parse(stdout)).toMatchObject({ expires_at: "9999-12-31T23:59:59Z" });
  });
});
