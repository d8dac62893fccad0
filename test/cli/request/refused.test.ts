import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command } from "../command";

const SECRET = "hunter2-hunter2-hunter2";
const ENDPOINT = ["--token-endpoint", "http://127.0.0.1:9/token", "--client-id", "a"];

describe("a secret as an argument is refused, with the right way and without being repeated", () => {
  it.each([
    ["--client-secret", SECRET],
    [`--client-secret=${SECRET}`],
    [`--clientSecret=${SECRET}`],
    ["--client_secret", SECRET],
    ["--secret", SECRET],
    ["-u", `id:${SECRET}`],
    [`-uid:${SECRET}`],
    ["--user", `id:${SECRET}`],
    ["--token", SECRET],
  ])("%s", async (...given) => {
    const { status, stdout, stderr } = await command(["request", ...ENDPOINT, ...given]);
    expect([status, stdout]).toEqual([10, ""]);
    expect(stderr).toContain("a secret is never an argument");
    expect(stderr).toContain("--client-secret-env NAME, --client-secret-file PATH or --client-secret-command COMMAND");
    expect(stderr).not.toContain("hunter2");
  });

  it.each([
    ["as a parameter", ["--parameter", `client_secret=${SECRET}`]],
    ["in the endpoint's user information", ["--token-endpoint", `https://id:${SECRET}@example.com/token`]],
    ["in the endpoint's query", ["--token-endpoint", `https://example.com/token?client_secret=${SECRET}`]],
    ["as a word of its own", [SECRET]],
    ["in place of the name of its variable", ["--client-secret-env", SECRET]],
    ["in place of the name of its variable, and like one", ["--client-secret-env", "hunter2hunter2"]],
    ["as the name of an option", [`--${SECRET}`]],
  ])("%s", async (_, given) => {
    const endpoint = given[0] === "--token-endpoint" ? ["--client-id", "a"] : ENDPOINT;
    const { status, stdout, stderr } = await command(["request", ...endpoint, ...given]);
    expect([status === 10 || status === 11, stdout]).toEqual([true, ""]);
    expect(stderr).not.toContain("hunter2");
  });
});

it("is erased from the command line that others see, once it is refused", async () => {
  // The module that the command line loads last looks at its own command line when the process ends.
  const preload = `data:text/javascript,import{readFileSync,writeSync}from"node:fs";process.on("exit",()=>writeSync(1,readFileSync("/proc/self/cmdline")))`;
  const { stdout, stderr } = await command(["request", ...ENDPOINT, "--client-secret", SECRET], {
    env: { NODE_OPTIONS: `--import=${preload.replaceAll(" ", "%20").replaceAll('"', "%22")}` },
  });
  expect(stderr).toContain("a secret is never an argument");
  expect(stdout.replaceAll("\0", "")).toContain("cdktf-oauth2-token");
  expect(stdout).not.toContain("hunter2");
  expect(readFileSync("/proc/self/cmdline", "utf8")).not.toBe("");
});

describe("what cannot be carried out is said, with what is allowed", () => {
  it.each([
    [["--client-scret-env", "X"], 'did you mean "--client-secret-env"?'],
    [["--method", "pots"], 'did you mean "post"? Allowed: basic, post, basic-raw'],
    [["--client-secret-env"], "--client-secret-env needs a value"],
    [["--client-secret-env", "--json"], "--client-secret-env needs a value"],
    [["--json=yes"], "--json takes no value"],
    [["--client-id", "b"], "--client-id is given twice"],
    [["--timeout", "0"], "--timeout: allowed are whole seconds from 1 to 3600"],
    [["--parameter", "audience"], "--parameter name=value"],
    [["--parameter", "a b=c"], "RFC 6749 section 8.2"],
    [["--parameter", "scope=x"], "--parameter scope"],
    [["--scope", 'a"b'], "RFC 6749 section 3.3"],
    [["--genesys-cloud", "eu-central-1"], "Give one of them"],
    [["--client-secret-env", "PATH"], '"PATH" is used by the shell'],
    [["--client-secret-env", "A", "--client-secret-file", "b"], "--client-secret-env and --client-secret-file"],
  ])("%j", async (given, said) => {
    const { status, stdout, stderr } = await command(["request", ...ENDPOINT, ...given]);
    expect([status, stdout]).toEqual([10, ""]);
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/See cdktf-oauth2-token request --help\n$/);
  });

  it.each([
    [["--client-id", "a"], "The token endpoint is missing"],
    [["--token-endpoint", "http://example.com/token", "--client-id", "a"], "the URL is not https"],
    [["--token-endpoint", "http://127.0.0.1:9/token"], "The client id is missing"],
    [["--token-endpoint", "http://127.0.0.1:9/token", "--client-id", "a:b", "--method", "basic-raw"], 'has a ":"'],
  ])("%j", async (given, said) => {
    const { status, stderr } = await command(["request", ...given]);
    expect([status, stderr]).toEqual([10, expect.stringContaining(said)]);
  });

  it("11: the secret, where there is no terminal to ask on", async () => {
    const { status, stderr } = await command(["request", ...ENDPOINT]);
    expect([status, stderr]).toEqual([11, expect.stringContaining("there is no terminal to ask for it")]);
  });
});

describe("the command line", () => {
  it("says what commands there are", async () => {
    expect(await command(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("request") as string,
    });
    expect(await command([])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("A command is missing; allowed: check, request, verify") as string,
    });
    expect(await command(["reqest"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('did you mean "request"?') as string,
    });
  });

  it("explains request", async () => {
    const { status, stdout } = await command(["request", "--help"]);
    expect(status).toBe(0);
    for (const option of ["--client-secret-command COMMAND", "--try-methods", "--show-token"])
      expect(stdout).toContain(option);
  });
});
