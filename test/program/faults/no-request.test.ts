import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requestArguments, runProgram } from "../run-program";
import { said, SECRET } from "./said";

const ENDPOINT = "https://example.com/token";

async function saidAt(url: string, environment: Record<string, string> = { SECRET }, path?: string): Promise<string> {
  return said(await runProgram(["/bin/sh"], requestArguments(url), environment, path));
}

/** With the secret from elsewhere than the environment variable of `requestArguments`. */
async function saidWith(...source: string[]): Promise<string> {
  const args = requestArguments(ENDPOINT, ...source).filter((arg) => !arg.startsWith("client_secret.environment="));
  const text = said(await runProgram(["/bin/sh"], args, {}));
  // How a shell says that there is no such command is its own.
  return text.replace(/^.*: .*no-such-command.*$/m, "(the shell's own words)");
}

describe("no request is made", () => {
  it("to an endpoint without TLS, where only Terraform knew it", async () => {
    expect(await saidAt("http://example.com/token")).toMatchInlineSnapshot(`
      "exit status 10
      The access token request was not made: plain http is allowed on a loopback host only; use https.
        token endpoint: http://example.com/token
        Give the https:// URL of the server's token endpoint, without user information or fragment.
      "
    `);
  });

  it("to an endpoint with user information", async () => {
    expect(await saidAt("https://user:word@example.com/")).toMatchInlineSnapshot(`
      "exit status 10
      The access token request was not made: it has user information before the host (user@host).
        token endpoint: https://(withheld)@example.com/
        Give the https:// URL of the server's token endpoint, without user information or fragment.
      "
    `);
  });

  it("to an endpoint with a fragment", async () => {
    expect(await saidAt("https://example.com/#x")).toMatchInlineSnapshot(`
      "exit status 10
      The access token request was not made: it has a fragment (#).
        token endpoint: https://example.com/#x
        Give the https:// URL of the server's token endpoint, without user information or fragment.
      "
    `);
  });

  it("to an endpoint of another scheme", async () => {
    expect(await saidAt("ftp://example.com/")).toMatchInlineSnapshot(`
      "exit status 10
      The access token request was not made: it is not an https:// URL.
        token endpoint: ftp://example.com/
        Give the https:// URL of the server's token endpoint, without user information or fragment.
      "
    `);
  });

  it("to an endpoint with a line break", async () => {
    expect(await saidAt("https://example.com/\nurl=https://example.org")).toMatchInlineSnapshot(`
      "exit status 10
      The access token request was not made: it has a character that no URL may have.
        token endpoint: https://example.com/?url=https://example.org
        Give the https:// URL of the server's token endpoint, without user information or fragment.
      "
    `);
  });

  it.each([
    ["timeout=0", "timeoutSeconds is 0"],
    ["connect_timeout=soon", "connectTimeoutSeconds is soon"],
  ])("with %s, where only Terraform knew it", async (argument, text) => {
    const { code, stderr } = await runProgram(["/bin/sh"], requestArguments(ENDPOINT, argument), { SECRET });
    expect(code).toBe(10);
    expect(stderr).toContain(`${text}. Allowed: whole seconds from 1 to 3600.`);
  });

  it("without the secret's environment variable", async () => {
    expect(await saidAt(ENDPOINT, {})).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is missing: the environment variable SECRET is not set, or empty, where Terraform runs.
        Set it there, for this run.
      "
    `);
  });

  it("without the secret's file", async () => {
    expect(await saidWith("client_secret.file=%2Fno%2Fsuch%2Ffile")).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is missing: the file /no/such/file cannot be read where Terraform runs.
        Check that it exists there and may be read by the user that runs Terraform.
      "
    `);
  });

  it("with an empty file", async () => {
    expect(await saidWith("client_secret.file=%2Fdev%2Fnull")).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is empty: the file /dev/null has nothing in it.
        Check that it is the one that holds the client secret.
      "
    `);
  });

  it("without the secret's command", async () => {
    expect(await saidWith("client_secret.command=no-such-command")).toMatchInlineSnapshot(`
      "exit status 11
      (the shell's own words)
      The client secret is missing: the command no-such-command ended with exit status 127, as one does that cannot be found or started.
        Install it where Terraform runs, or give its absolute path.
      "
    `);
  });

  it("after the secret's command has failed", async () => {
    const args = [
      "client_secret.command=sh",
      "client_secret.command=-c",
      "client_secret.command=echo+locked%3B+exit+3",
    ];
    expect(await saidWith(...args)).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is missing: its command ended with exit status 3.
        Run it by hand where Terraform runs.
      "
    `);
  });

  it("without a value of Terraform's", async () => {
    expect(await saidWith()).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is empty: Terraform passed an empty value.
        Give it a value where it comes from.
      "
    `);
  });

  it("where Terraform's variable is empty", async () => {
    expect(await saidWith("client_secret.variable=cxone_client_secret")).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is empty: Terraform passed an empty value of the variable cxone_client_secret.
        Set TF_VAR_cxone_client_secret where Terraform runs.
      "
    `);
  });

  it("where the secret's command prints nothing", async () => {
    expect(await saidWith("client_secret.command=true")).toMatchInlineSnapshot(`
      "exit status 11
      The client secret is empty: the command true printed nothing.
        Run it by hand where Terraform runs.
      "
    `);
  });

  for (const missing of ["awk", "curl", "head", "cat", "sleep"])
    it(`without ${missing}`, async () => {
      const bin = mkdtempSync(join(tmpdir(), "without-"));
      for (const tool of ["awk", "curl", "head", "cat", "sleep"])
        if (tool !== missing) symlinkSync(`/usr/bin/${tool}`, join(bin, tool));
      // cat and sleep are for a secret that is read.
      const args = requestArguments(ENDPOINT, "client_secret.file=%2Fsecret").filter(
        (arg) => !arg.startsWith("client_secret.environment="),
      );
      expect(said(await runProgram(["/bin/sh"], args, {}, bin))).toBe(
        `exit status 12\nThe access token request was not made: ${missing} is not on the PATH of the machine that runs Terraform. Install it there.\n`,
      );
    });
});
