import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";

const SECRET = "s3cr3t+/=$";
const ANSWER = {
  access_token: "t0ken",
  token_type: "bearer",
  instance_url: "https://a b.example/ü'\"$(id)`\\",
  number: 42,
  flag: true,
  nothing: null,
  list: ["a"],
  object: { a: 1 },
  lines: "a\nb",
};
const PRINT = [
  "sh",
  "-c",
  'printf "%s|%s|%s" "$ACCESS_TOKEN_RESPONSE_INSTANCE_URL" "$ACCESS_TOKEN_RESPONSE_NUMBER" "${ACCESS_TOKEN_RESPONSE_NOTHING-unset}"',
];
const RUN = ["output=run", ...PRINT.map((word) => `run=${encodeURIComponent(word)}`)];
const FIELDS = ["response_field=instance_url", "response_field=number", "optional_response_field=nothing"];

async function answered(
  args: readonly string[],
  answer: object = ANSWER,
  { shell = ["/bin/sh"], path = process.env["PATH"], environment = {} } = {},
): Promise<ProgramResult & { readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }> {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, answer);
  });
  const result = await runProgram(shell, requestArguments(server.url, ...args), { SECRET, ...environment }, path);
  await server.close();
  expect(result.stderr).not.toContain(SECRET);
  const [first] = server.received;
  return { ...result, headers: first?.headers ?? {}, body: first?.body ?? "" };
}

describe.each(SHELLS)("under %s", (title, shell) => {
  it("the command of run has the response fields, whatever is in them, and none of another run", async (context) => {
    available(context, title, shell[0] ?? "");
    // yash reads bytes beyond ASCII in a locale that has them, and else gives up.
    const environment = { ACCESS_TOKEN_RESPONSE_NOTHING: "old", LC_ALL: "C.UTF-8" };
    const { code, stdout, stderr } = await answered([...FIELDS, ...RUN], ANSWER, { shell, environment });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^The access token was received\. [^\n]*\n$/) as string,
    });
    expect(Buffer.from(stdout, "latin1").toString("utf8")).toBe(`${ANSWER.instance_url}|42|unset`);
  });
});

it.for(AWKS)("%s gives response fields as text", async ([title, awk], context) => {
  available(context, title, awk);
  const bin = join(mkdtempSync(join(tmpdir(), "awk-")), "bin");
  mkdirSync(bin);
  symlinkSync(awk, join(bin, "awk"));
  const { stdout } = await answered([...FIELDS, "response_field=flag", "output=json"], ANSWER, {
    path: `${bin}:${process.env["PATH"] ?? ""}`,
  });
  expect(JSON.parse(Buffer.from(stdout, "latin1").toString("utf8"))).toMatchObject({
    response_instance_url: ANSWER.instance_url,
    response_number: "42",
    response_flag: "true",
    response_nothing: "",
  });
});

describe("a response field fails the request", () => {
  it.each([
    ["absent", "has no absent"],
    ["nothing", "has no nothing"],
    ["list", "has a list that is neither"],
    ["object", "has a object that is neither"],
    ["lines", "has a lines with a control character"],
  ])("%s", async (name, text) => {
    const { code, stdout, stderr } = await answered([`response_field=${name}`, "output=json"]);
    expect({ code, stdout }).toEqual({ code: 48, stdout: "" });
    expect(stderr).toContain(text);
  });

  it("that holds a secret of the request", async () => {
    const { code, stdout } = await answered(["response_field=note", "output=json"], { ...ANSWER, note: `<${SECRET}>` });
    expect({ code, stdout }).toEqual({ code: 46, stdout: "" });
  });
});

describe("a refresh token", () => {
  const own = [
    "secret=client_secret",
    "secret=refresh_token",
    "refresh_token.environment=REFRESH",
    "form_secret.refresh_token=refresh_token",
  ];
  const environment = { REFRESH: "first-refresh-token" };

  it("that the server has rotated is told, and not shown", async () => {
    const { code, stderr } = await answered(own, { ...ANSWER, refresh_token: "second-refresh-token" }, { environment });
    expect(code).toBe(0);
    expect(stderr).toContain("has given a new refresh token");
    expect(stderr).not.toContain("second-refresh-token");
  });

  it.each([{}, { refresh_token: "first-refresh-token" }])("that it has not is not told: %j", async (more) => {
    expect(await answered(own, { ...ANSWER, ...more }, { environment })).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("the request", () => {
  it("has further headers, as they are given", async () => {
    const { code, headers } = await answered(["header.X-Tenant=a+%22b%22+%5C+%25", "header.user-agent=mine"]);
    expect(code).toBe(0);
    expect(headers).toMatchObject({ "x-tenant": 'a "b" \\ %', "user-agent": "mine", accept: "application/json" });
    expect(headers).not.toHaveProperty("accept-encoding");
  });

  it.each(["header.X=a%0D%0AInjected:+b", "header.X=", "header.X%3A=a", "header.@x=a"])(
    "is not made with %s",
    async (argument) => {
      expect((await answered([argument])).code).toBe(10);
    },
  );

  it("has repeated parameters, in their order", async () => {
    const { body } = await answered(["form.resource=b", "form.resource=a"]);
    expect(new URLSearchParams(body).getAll("resource")).toEqual(["b", "a"]);
  });

  it("is made by HTTP/1.1 where that is asked for", async () => {
    expect((await answered(["http_version=1.1"])).code).toBe(0);
  });
});
