import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer, type ReceivedRequest } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";

const SECRET = "s3cr3t+/=$";
const GOOD = { access_token: "t0ken", token_type: "bearer" };
const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));

type Answer = (response: ServerResponse) => void;

const says =
  (status: number, value: unknown = {}, headers: Record<string, string> = {}): Answer =>
  (response) => {
    for (const [name, text] of Object.entries(headers)) response.setHeader(name, text);
    json(response, status, value);
  };
const dropped: Answer = (response) => response.socket?.destroy();

/** A server that answers each request by the next of these, and the last of them from then on. */
async function answered(
  answers: readonly Answer[],
  args: readonly string[] = ["retry=1"],
  run: (url: string) => Promise<ProgramResult> = (url) =>
    runProgram(["/bin/sh"], requestArguments(url, "output=json", ...args), { SECRET }),
): Promise<ProgramResult & { readonly received: readonly ReceivedRequest[] }> {
  let next = 0;
  const server = await startScriptedServer((_, response) => {
    const answer = answers[Math.min(next++, answers.length - 1)];
    answer?.(response);
  });
  const result = await run(server.url);
  await server.close();
  expect(result.stderr).not.toContain(SECRET);
  return { ...result, received: server.received };
}

describe("a request that may succeed the next time is made again", () => {
  it.concurrent.each<[string, Answer]>([
    ...[408, 425, 429, 500, 502, 503, 504].map((status): [string, Answer] => [`status ${status}`, says(status)]),
    [
      "Genesys Cloud's 400",
      says(400, { error: "invalid_request", description: "Client credentials rate limit exceeded" }),
    ],
    ["a connection that is dropped", dropped],
  ])("after %s", async (_, failure) => {
    const { code, stdout, stderr, received } = await answered([failure, says(200, GOOD)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain('"access_token":"t0ken"');
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received).toHaveLength(2);
  });

  it("where nothing listens, and tells how often", async () => {
    const server = await startScriptedServer(() => undefined);
    await server.close();
    const { code, stderr } = await runProgram(["/bin/sh"], requestArguments(server.url, "retry=1"), { SECRET });
    expect(code).toBe(20);
    expect(stderr).toMatch(/^ {2}attempts: 2 in \d+ seconds$/m);
  });

  it("up to as often as is said, and the last answer is what is told", async () => {
    const answers = [says(500), says(502), says(503, { error: "temporarily_unavailable" })];
    const { code, stderr, received } = await answered(answers, ["retry=2"]);
    expect(code).toBe(34);
    expect(received).toHaveLength(3);
    expect(stderr).toContain("status: 503");
    expect(stderr).toContain("error: temporarily_unavailable");
    expect(stderr).toMatch(/^ {2}attempts: 3 in \d+ seconds$/m);
  });

  it("with a failure that is none to try again after, which ends it", async () => {
    const { code, received } = await answered([says(503), says(401, { error: "invalid_client" })], ["retry=5"]);
    expect(code).toBe(31);
    expect(received).toHaveLength(2);
  });

  it("with a secret from standard input, which can be read once", async () => {
    const { code, received } = await answered([says(503), says(200, GOOD)], [], (url) => {
      const args = requestArguments(url, "client_secret.source=stdin", "retry=1");
      const withoutVariable = args.filter((argument) => !argument.startsWith("client_secret.environment"));
      return runProgram(["/bin/sh"], withoutVariable, {}, process.env["PATH"], "client_secret=a%2Bb%25\n");
    });
    expect(code).toBe(0);
    expect(received.map(({ body }) => new URLSearchParams(body).get("client_secret"))).toEqual(["a+b%", "a+b%"]);
  });

  it("with a secret that is read anew", async () => {
    const script = "echo x >>seen; wc -l <seen | tr -d ' '";
    const { received } = await answered([says(503), says(200, GOOD)], [], (url) => {
      const words = ["sh", "-c", `cd "$FOLDER" && ${script}`];
      const args = requestArguments(
        url,
        ...words.map((word) => `client_secret.command=${encodeURIComponent(word)}`),
        "retry=1",
      );
      const folder = mkdtempSync(join(tmpdir(), "anew-"));
      return runProgram(
        ["/bin/sh"],
        args.filter((argument) => !argument.startsWith("client_secret.environment")),
        { FOLDER: folder },
      );
    });
    expect(received.map(({ body }) => new URLSearchParams(body).get("client_secret"))).toEqual(["1", "2"]);
  });
});

describe("a request fails at once", () => {
  it("after an attempt that took all of the time", async () => {
    const { code, received } = await answered([() => undefined], ["retry=3", "timeout=3"]);
    expect(code).toBe(22);
    expect(received).toHaveLength(1);
  });

  it.concurrent.each<[string, Answer, string[], number]>([
    ["without retry", says(503), [], 34],
    ["for 400", says(400, { error: "invalid_scope" }), ["retry=9"], 32],
    ["for 401", says(401), ["retry=9"], 31],
    ["for 403", says(403), ["retry=9"], 35],
    ["for 404", says(404), ["retry=9"], 35],
    ["for 501", says(501), ["retry=9"], 34],
    ["for a redirect", says(307, {}, { location: "http://127.0.0.1:1/" }), ["retry=9"], 30],
    ["for 200 without a token", says(200), ["retry=9"], 41],
    ["where no time is left", says(503), ["retry=9", "timeout=1"], 34],
    ["for a retry that is no number", says(503), ["retry=x"], 34],
    [
      "with a refresh token",
      says(503),
      [
        "retry=9",
        "secret=refresh_token",
        "secret=client_secret",
        "refresh_token.environment=SECRET",
        "form_secret.refresh_token=refresh_token",
      ],
      34,
    ],
    [
      "with a refresh token, where the connection broke off",
      dropped,
      [
        "retry=9",
        "secret=refresh_token",
        "secret=client_secret",
        "refresh_token.environment=SECRET",
        "form_secret.refresh_token=refresh_token",
      ],
      23,
    ],
    [
      "with an assertion",
      says(503),
      [
        "retry=9",
        "secret=assertion",
        "secret=client_secret",
        "assertion.environment=SECRET",
        "form_secret.assertion=assertion",
      ],
      34,
    ],
  ])("%s", async (_, failure, args, expected) => {
    const { code, stderr, received } = await answered([failure, says(200, GOOD)], args);
    expect(code).toBe(expected);
    expect(received).toHaveLength(1);
    expect(stderr).not.toContain("attempts:");
  });
});

describe.each(SHELLS)("under %s", (title, shell) => {
  it("a request is made again, and its command gets the token and the exit status", async (context) => {
    available(context, title, shell[0] ?? "");
    const command = ["sh", "-c", 'test "$ACCESS_TOKEN" = t0ken && cat && exit 7'].map(
      (word) => `run=${encodeURIComponent(word)}`,
    );
    const { code, stdout, received } = await answered([says(503), says(200, GOOD)], [], (url) =>
      runProgram(
        shell,
        requestArguments(url, "retry=1", "output=run", ...command),
        { SECRET },
        process.env["PATH"],
        "input",
      ),
    );
    expect({ code, stdout }).toEqual({ code: 7, stdout: "input" });
    expect(received).toHaveLength(2);
  });

  it("a signal ends the wait, and nothing is sent after it", async (context) => {
    available(context, title, shell[0] ?? "");
    const server = await startScriptedServer((_, response) => {
      says(503, {}, { "retry-after": "3000" })(response);
    });
    const [command = "", ...options] = shell;
    const child = spawn(command, [...options, PROGRAM, ...requestArguments(server.url, "retry=9", "timeout=3600")], {
      env: { PATH: process.env["PATH"], SECRET },
      stdio: "ignore",
    });
    await expect.poll(() => server.received.length, { timeout: 60_000 }).toBe(1);
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number | null];
    expect(code).toBe(143);
    expect(server.received).toHaveLength(1);
    await server.close();
  });
});

it.for(AWKS)("%s makes a request again", async ([title, awk], context) => {
  available(context, title, awk);
  const bin = join(mkdtempSync(join(tmpdir(), "awk-")), "bin");
  mkdirSync(bin);
  symlinkSync(awk, join(bin, "awk"));
  const { code, received } = await answered([says(429), dropped, says(200, GOOD)], [], (url) =>
    runProgram(["/bin/sh"], requestArguments(url, "retry=2"), { SECRET }, `${bin}:${process.env["PATH"] ?? ""}`),
  );
  expect(code).toBe(0);
  expect(received).toHaveLength(3);
});

describe("Retry-After", () => {
  const throttles = (retryAfter: string, more: Record<string, string> = {}): Answer =>
    says(429, {}, { "retry-after": retryAfter, ...more });
  const wantsOf = async (retryAfter: string, more: Record<string, string> = {}) => {
    const { code, stderr, received } = await answered(
      [throttles(retryAfter, more), says(200, GOOD)],
      ["retry=9", "timeout=20"],
    );
    expect(code).toBe(33);
    expect(received).toHaveLength(1);
    return /The server wants (\d+|more than 11 days)/.exec(stderr)?.[1];
  };

  it("in seconds is waited for", async () => {
    const began = Date.now();
    const { code, received } = await answered([throttles("3"), says(200, GOOD)]);
    expect(code).toBe(0);
    expect(received).toHaveLength(2);
    expect(Date.now() - began).toBeGreaterThan(2900);
  });

  it("that is longer than the deadline allows fails at once, and is told", async () => {
    expect(await wantsOf("3600")).toBe("3600");
    expect(await wantsOf("99999999999999999999")).toBe("more than 11 days");
  });

  it.each([
    ["in today's form", "Sun, 06 Nov 1994 09:49:37 GMT"],
    ["in the form of RFC 850", "Sunday, 06-Nov-94 09:49:37 GMT"],
    ["in the form of asctime", "Sun Nov  6 09:49:37 1994"],
  ])("as a date %s is read by the server's clock", async (_, date) => {
    expect(await wantsOf(date, { date: "Sun, 06 Nov 1994 08:49:37 GMT" })).toBe("3600");
    expect(await wantsOf("Wed, 01 Mar 2028 00:00:10 GMT", { date: "Mon, 28 Feb 2028 00:00:00 GMT" })).toBe("172810");
  });

  it.each(["soon", "-5", "1e9", "0", "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT", "%s", "1 2"])(
    "of %j asks for no more than the program waits anyway",
    async (retryAfter) => {
      const { code, received } = await answered([throttles(retryAfter), says(200, GOOD)]);
      expect(code).toBe(0);
      expect(received).toHaveLength(2);
    },
  );
});
