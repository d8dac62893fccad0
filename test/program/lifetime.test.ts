import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS } from "./shells";

/** What the program makes of a token with this expires_in; undefined leaves it out. */
async function withLifetime(expiresIn: unknown, ...further: string[]): Promise<ProgramResult> {
  return withLifetimeOn(process.env["PATH"], expiresIn, ...further);
}

async function withLifetimeOn(path = "", expiresIn: unknown, ...further: string[]): Promise<ProgramResult> {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "t0ken", token_type: "Bearer", expires_in: expiresIn });
  });
  const result = await runProgram(["/bin/sh"], requestArguments(server.url, ...further), { SECRET: "s" }, path);
  await server.close();
  return result;
}

describe("a minimum lifetime", () => {
  it.each([300, 301, 300.5, "300"])("of 300 seconds is met by expires_in %j", async (expiresIn) => {
    expect(await withLifetime(expiresIn, "minimum_lifetime=300")).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([299, 0, 2, "299", 299.9])("of 300 seconds is not met by expires_in %j", async (expiresIn) => {
    const { code, stdout, stderr } = await withLifetime(expiresIn, "minimum_lifetime=300", "output=json");
    expect({ code, stdout }).toEqual({ code: 44, stdout: "" });
    expect(stderr).toContain(`hands it out for ${String(expiresIn)} seconds, and minimumLifetimeSeconds is 300.`);
  });

  it.each([undefined, null, -1, "soon", { seconds: 300 }])(
    "of 1 second is not met by expires_in %j",
    async (expiresIn) => {
      const { code, stdout, stderr } = await withLifetime(expiresIn, "minimum_lifetime=1", "output=json");
      expect({ code, stdout }).toEqual({ code: 45, stdout: "" });
      expect(stderr).toContain("has no expires_in, and minimumLifetimeSeconds is 1.");
    },
  );

  it("that is no number of seconds is refused before the request", async () => {
    const { code, stderr } = await withLifetime(300, "minimum_lifetime=5m");
    expect(code).toBe(10);
    expect(stderr).toContain("minimumLifetimeSeconds is not a number of seconds: 5m");
  });

  it("keeps a command from being run with a token that is too short-lived", async () => {
    const run = ["output=run", "run=sh", "run=-c", "run=echo+ran"];
    expect(await withLifetime(2, "minimum_lifetime=300", ...run)).toMatchObject({ code: 44, stdout: "" });
    expect(await withLifetime(300, "minimum_lifetime=300", ...run)).toMatchObject({ code: 0, stdout: "ran\n" });
  });
});

describe("without a minimum lifetime", () => {
  it("any lifetime will do, and an unknown one leaves expires_at empty", async () => {
    expect(JSON.parse((await withLifetime(2, "output=json")).stdout)).toMatchObject({
      expires_at: expect.stringMatching(/Z$/) as string,
    });
    expect(JSON.parse((await withLifetime(undefined, "output=json")).stdout)).toMatchObject({ expires_at: "" });
  });

  it("the token is said to be read no later, and to expire no later, than it is", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { read_at, expires_at } = JSON.parse((await withLifetime(3600, "output=json")).stdout) as Record<
      string,
      string
    >;
    expect(Date.parse(expires_at ?? "") - Date.parse(read_at ?? "")).toBe(3_600_000);
    expect(Date.parse(read_at ?? "")).toBeGreaterThanOrEqual(before * 1000);
    expect(Date.parse(read_at ?? "")).toBeLessThanOrEqual(Date.now());
  });
});

it.for(AWKS)("%s compares lifetimes as numbers", async ([title, awk], context) => {
  available(context, title, awk);
  const bin = mkdtempSync(join(tmpdir(), "awk-"));
  onTestFinished(() => {
    rmSync(bin, { recursive: true });
  });
  symlinkSync(awk, join(bin, "awk"));
  const codeOf = async (expiresIn: unknown, minimum: string) =>
    (await withLifetimeOn(`${bin}:${process.env["PATH"] ?? ""}`, expiresIn, `minimum_lifetime=${minimum}`)).code;
  expect(await codeOf(1000, "300")).toBe(0);
  expect(await codeOf("1000", "300")).toBe(0);
  expect(await codeOf(86400, "31536000")).toBe(44);
  expect(await codeOf(9, "10.5")).toBe(44);
  expect(await codeOf(undefined, "1")).toBe(45);
  expect(await codeOf(300, "300 ")).toBe(10);
});
