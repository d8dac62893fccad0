import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  ClientAuthentication,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
  TokenRevocation,
} from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { authlib } from "../server/authlib";
import { hydra } from "../server/hydra";
import { startOAuthServer } from "../server/oauth-server";
import { oidcProvider } from "../server/oidc-provider";
import { get } from "../server/post";
import { createClientCertificate, createPrivateCa } from "../server/private-ca";
import { json, startScriptedServer, type ReceivedRequest, type ScriptedServer } from "../server/scripted-server";
import { serverFor } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import type { ServerMake } from "../server/test-server";
import { revokingWords, testRevocation } from "./revocation-agreement";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { searchPath } from "./trials";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));
const SECRET = "s3cr3t+/=$0123456789";
const TOKEN = "t0ken-0123456789";
const REVOKED = "The access token was revoked.\n";
const NOT_REVOKED = "The access token was not revoked: it may live until it expires.\n";

type Answer = (response: ServerResponse) => void;
const says =
  (status: number, value: unknown = {}, headers: Record<string, string> = {}): Answer =>
  (response) => {
    for (const [name, text] of Object.entries(headers)) response.setHeader(name, text);
    json(response, status, value);
  };
const writes =
  (status: number, text: string, type = "text/plain"): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": type }).end(text);

/** A server that gives the token, and answers revocations by each of these in turn, and the last of them from then on. */
async function served<T>(answers: readonly Answer[], use: (server: ScriptedServer) => Promise<T>): Promise<T> {
  let next = 0;
  const server = await startScriptedServer(({ path }, response) => {
    if (path === "/token") json(response, 200, { access_token: TOKEN, token_type: "bearer", expires_in: 60 });
    else answers[Math.min(next++, answers.length - 1)]?.(response);
  });
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

const revoking = (url: string, ...further: string[]) =>
  requestArguments(
    url,
    `revocation_endpoint=${encodeURIComponent(url.replace("/token", "/revoke"))}`,
    "timeout=10",
    ...further,
  );
const runs = (...words: string[]) => ["output=run", ...words.map((word) => `run=${encodeURIComponent(word)}`)];
const formOf = ({ body }: ReceivedRequest) => Object.fromEntries(new URLSearchParams(body));

async function revoked(
  answers: readonly Answer[],
  args: readonly string[],
): Promise<ProgramResult & { readonly revocations: readonly ReceivedRequest[] }> {
  return served(answers, async ({ url, received }) => {
    const result = await runProgram(["/bin/sh"], revoking(url, ...args), { SECRET });
    expect(result.stdout + result.stderr).not.toContain(SECRET);
    return { ...result, revocations: received.filter(({ path }) => path === "/revoke") };
  });
}

describe.each(SHELLS)("under %s", (title, shell) => {
  it.for(AWKS)("with %s, a token is revoked once its command has ended", async ([awkTitle, awk], context) => {
    available(context, title, shell[0] ?? "");
    available(context, awkTitle, awk);
    await served([says(200)], async ({ url, received }) => {
      const command = runs("sh", "-c", 'echo "$ACCESS_TOKEN-${SECRET-none}"; cat');
      const { code, stdout, stderr } = await runProgram(
        shell,
        revoking(url, ...command),
        { SECRET },
        searchPath(awk),
        "in",
      );
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${TOKEN}-none\nin` });
      expect(stderr.endsWith(`when that has ended the token is revoked.\n${REVOKED}`)).toBe(true);
      expect(received.map(({ path }) => path)).toEqual(["/token", "/revoke"]);
      expect(formOf(received[1] as ReceivedRequest)).toEqual({
        token: TOKEN,
        token_type_hint: "access_token",
        client_id: "abc123",
        client_secret: SECRET,
      });
    });
  });

  it.for<[string, string[], number]>([
    ["fails", runs("sh", "-c", "exit 7"), 7],
    ["is ended by SIGTERM", runs("sh", "-c", "kill -TERM $$"), 143],
    ["is ended by SIGKILL", runs("sh", "-c", "kill -9 $$"), 137],
    ["is not there", runs("/nonexistent/tool"), 12],
  ])("also when the command %s", async ([, args, expected], context) => {
    available(context, title, shell[0] ?? "");
    await served([says(200)], async ({ url, received }) => {
      const { code, stderr } = await runProgram(shell, revoking(url, ...args), { SECRET });
      expect(code).toBe(expected);
      expect(stderr).toContain(REVOKED);
      expect(received).toHaveLength(2);
    });
  });

  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    it(`${signal} ends the command, and then the token is revoked`, async (context) => {
      available(context, title, shell[0] ?? "");
      const folder = mkdtempSync(join(tmpdir(), "revocation-"));
      await served([says(200)], async ({ url, received }) => {
        const script = 'trap "echo ended >>$FOLDER/seen; exit 0" TERM; echo started >$FOLDER/seen; sleep 60 & wait';
        const [command = "", ...options] = shell;
        const args = revoking(url, ...runs("sh", "-c", script));
        const child = spawn(command, [...options, PROGRAM, ...args], {
          env: { PATH: process.env["PATH"], SECRET, FOLDER: folder },
          stdio: ["ignore", "ignore", "pipe"],
          detached: true,
        });
        let stderr = "";
        child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
        const seen = () => (existsSync(join(folder, "seen")) ? readFileSync(join(folder, "seen"), "utf8") : "");
        await expect.poll(seen, { timeout: 30_000 }).toContain("started");
        child.kill(signal);
        const [code] = (await once(child, "exit")) as [number | null];
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL"); // The sleep that it left behind.
        expect(code).toBeGreaterThan(128);
        expect(seen()).toBe("started\nended\n");
        expect(received.map(({ path }) => path)).toEqual(["/token", "/revoke"]);
        expect(stderr).toContain(REVOKED);
      });
      rmSync(folder, { recursive: true });
    });
});

describe("a token that is not revoked", () => {
  const page = "<!DOCTYPE html><title>Welcome</title>";
  const cases: Record<string, [Answer, text: string, further?: string[]]> = {
    unsupported_token_type: [
      says(400, { error: "unsupported_token_type" }),
      "The server does not revoke access tokens",
    ],
    "another client's token": [
      says(400, { error: "invalid_token", error_description: "Unmatching clients" }),
      "does not let this client revoke the token",
    ],
    "400 without an error": [says(400), "The URL is not that of the revocation endpoint"],
    "401": [says(401, { error: "invalid_client" }), "The client id or secret is wrong for this server"],
    "403": [says(403), "A firewall, or a policy of the server"],
    "404": [writes(404, "no"), "The path is not that of the revocation endpoint"],
    "429": [says(429), "Too many requests"],
    "500": [says(500), "The server failed"],
    "503 to the end": [says(503, {}, { "retry-after": "1" }), "attempts: 2 in", ["retry=1"]],
    "503 for longer than there is time": [
      says(503, {}, { "retry-after": "3600" }),
      "The server wants 3600",
      ["retry=1"],
    ],
    "a redirect": [says(302, {}, { location: "http://127.0.0.1:1/" }), "Redirects are never followed"],
    "202": [says(202), "status: 202"],
    "200 with a page": [writes(200, page, "text/html"), "answered 200, but with a page"],
    "200 with a page that is called text": [writes(200, page), "answered 200, but with a page"],
    "200 with an error": [says(200, { error: "server_error" }), "answered 200, but with an error"],
    "a connection that is dropped": [(response) => response.socket?.destroy(), "ended without an answer"],
    "no answer": [() => undefined, "The revocation endpoint did not answer in time", ["timeout=1"]],
    "an answer without an end": [writes(200, "x".repeat(200_000)), "is too large"],
    "what echoes the token and the secret": [
      says(400, { error: "bad", error_description: `no ${TOKEN} for ${SECRET}` }),
      "error_description: (withheld",
    ],
  };
  it.concurrent.each(Object.entries(cases))(
    "for %s is told, and ends with 52",
    async (_, [answer, text, further = []]) => {
      const { code, stdout, stderr } = await revoked([answer], [...runs("echo", "ran"), ...further]);
      expect({ code, stdout }).toEqual({ code: 52, stdout: "ran\n" });
      expect(stderr).toContain(text);
      expect(stderr).toContain("  revocation endpoint: http://127.0.0.1:");
      expect(stderr).not.toContain("token endpoint");
      expect(stderr).not.toContain(TOKEN);
      expect(stderr.endsWith(NOT_REVOKED)).toBe(true);
    },
  );

  it("does not hide that the command failed", async () => {
    const { code, stderr } = await revoked([says(500)], runs("sh", "-c", "exit 7"));
    expect(code).toBe(7);
    expect(stderr).toContain(NOT_REVOKED);
  });

  it("is told, and no failure, where that is tolerated", async () => {
    const { code, stderr } = await revoked([says(500)], [...runs("true"), "revocation_failure=tolerate"]);
    expect(code).toBe(0);
    expect(stderr).toContain(NOT_REVOKED);
  });

  it.each(["revocation_failure=", "revocation_failure=yes"])("is a failure with %s", async (odd) => {
    expect((await revoked([says(500)], [...runs("true"), odd])).code).toBe(52);
  });
});

describe("a token is revoked", () => {
  it("at the next attempt, where the server asks for a wait", async () => {
    const began = Date.now();
    const { code, revocations } = await revoked(
      [says(503, {}, { "retry-after": "2" }), says(200)],
      [...runs("true"), "retry=1"],
    );
    expect(code).toBe(0);
    expect(revocations.map(formOf)).toEqual([
      formOf(revocations[0] as ReceivedRequest),
      formOf(revocations[1] as ReceivedRequest),
    ]);
    expect(formOf(revocations[1] as ReceivedRequest)).toMatchObject({ token: TOKEN, client_secret: SECRET });
    expect(Date.now() - began).toBeGreaterThan(1900);
  });

  it("where Keycloak says that it did not know it", async () => {
    expect((await revoked([says(200, { error: "invalid_token" })], runs("true"))).code).toBe(0);
  });

  it.each([
    ["none", "access token received, valid until"],
    ["json", `"access_token":"${TOKEN}"`],
  ])("at once with output=%s", async (output, printed) => {
    const { code, stdout, stderr, revocations } = await revoked([says(200)], [`output=${output}`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: REVOKED });
    expect(stdout).toContain(printed);
    expect(revocations).toHaveLength(1);
  });

  it("that lives too short a time", async () => {
    const { code, stderr, revocations } = await revoked([says(200)], ["minimum_lifetime=3600", ...runs("echo", "ran")]);
    expect(code).toBe(44);
    expect(stderr).toContain(REVOKED);
    expect(revocations).toHaveLength(1);
  });

  it("with its own deadline, however long the command took", async () => {
    const { code } = await revoked([says(200)], [...runs("sleep", "2"), "timeout=1", "retry=3"]);
    expect(code).toBe(0);
  });

  it("by whoever made the request: by its secret from standard input, and by its headers", async () => {
    await served([says(503), says(200)], async ({ url, received }) => {
      const args = revoking(url, "client_secret.source=stdin", "header.X-Tenant=a%20b", "retry=2").filter(
        (argument) => !argument.startsWith("client_secret.environment"),
      );
      const input = "client_secret=a%2Bb%25\n";
      const { code } = await runProgram(["/bin/sh"], args, {}, process.env["PATH"], input);
      expect(code).toBe(0);
      expect(received.map(({ body }) => new URLSearchParams(body).get("client_secret"))).toEqual([
        "a+b%",
        "a+b%",
        "a+b%",
      ]);
      expect(received.map(({ headers }) => headers["x-tenant"])).toEqual(["a b", "a b", "a b"]);
    });
  });

  it("without what else the request was made of, which is not read again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "revocation-"));
    const command = ["sh", "-c", `echo x >>'${folder}/read'; echo p4ssword-of-the-user`];
    const { revocations } = await revoked(
      [says(200)],
      [
        "secret=client_secret",
        "secret=password",
        "secret=access_token",
        "form_secret.password=password",
        "form_secret.actor=access_token",
        ...command.map((word) => `password.command=${encodeURIComponent(word)}`),
        "access_token.environment=SECRET",
        ...runs("true"),
      ],
    );
    expect(revocations.map(formOf)).toEqual([
      { token: TOKEN, token_type_hint: "access_token", client_id: "abc123", client_secret: SECRET },
    ]);
    expect(readFileSync(join(folder, "read"), "utf8")).toBe("x\n");
    rmSync(folder, { recursive: true });
  });

  it("only if one was received", async () => {
    await served([says(200)], async ({ url, received }) => {
      for (const args of [["minimum_lifetime=x"], [`token_endpoint=${encodeURIComponent(`${url}/x`)}`]]) {
        const { code, stderr } = await runProgram(["/bin/sh"], revoking(url, ...args), { SECRET });
        expect(code).toBeGreaterThan(9);
        expect(stderr).not.toMatch(/revoked/);
      }
      expect(received.filter(({ path }) => path === "/revoke")).toEqual([]);
    });
  });
});

describe("no token is requested", () => {
  it.each([
    ["http://auth.example.com/revoke", "plain http is allowed on a loopback host only"],
    ["https://user:pass@auth.example.com/revoke", "user information"],
    ["file:///etc/passwd", "it is not an https:// URL"],
    ["", "it is not an https:// URL"],
    ["discovered", "Use TokenEndpoint.fromIssuer"],
  ])("for the revocation endpoint %j", async (endpoint, text) => {
    await served([says(200)], async ({ url, received }) => {
      const args = requestArguments(url, `revocation_endpoint=${encodeURIComponent(endpoint)}`);
      const { code, stderr } = await runProgram(["/bin/sh"], args, { SECRET });
      expect(code).toBe(10);
      expect(stderr).toContain(text);
      expect(stderr).not.toContain("user:pass");
      expect(received).toEqual([]);
    });
  });
});

describe.each<[string, ServerMake]>([
  ["oidc-provider", oidcProvider],
  ["Authlib", authlib],
  ["Ory Hydra", hydra],
])("with %s", (_, make) => {
  testRevocation(make);
});

it("a token is alive while its command runs, and an API takes it no more afterwards", async () => {
  const server = await startOAuthServer({ clients: [{ id: "abc", secret: SECRET, method: "client_secret_post" }] });
  const script = `printf "Authorization: Bearer %s\\n" "$ACCESS_TOKEN" | curl -sS -o /dev/null -H @- ${server.api}; exit 3`;
  const words = revokingWords(
    TokenEndpoint.fromUrl(server.tokenEndpoint),
    ClientAuthentication.clientSecretPost("abc", Secret.fromEnvironment("SECRET")),
    { revoke: TokenRevocation.at(server.revocationEndpoint), run: ["/bin/sh", "-c", script] },
  );
  const { code, stderr } = await runProgram(["/bin/sh"], words, { SECRET });
  expect(code, stderr).toBe(3);
  expect(server.apiAnswers).toEqual([200]);
  const { status } = await get(server.api, { headers: { authorization: `Bearer ${server.issued[0] ?? ""}` } });
  expect(status).toBe(401);
  await server.close();
});

it("a client that is known by its certificate shows it for the revocation too", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "revocation-"));
  const ca = createPrivateCa(folder);
  const made = createClientCertificate(folder, "client");
  const client = { id: "mtls", method: "tls_client_auth", certificate: made.cert } as const;
  const server = await serverFor(context, oidcProvider, { clients: [client], tls: ca });
  for (const key of [Secret.fromFile(made.keyFile), Secret.fromEnvironment("KEY")]) {
    const words = revokingWords(
      TokenEndpoint.fromIssuer(server.issuer),
      ClientAuthentication.tlsClient("mtls", { certificateFile: made.certFile, key }),
      { revoke: TokenRevocation.discovered(), run: ["/bin/sh", "-c", "echo $ACCESS_TOKEN"], caFile: ca.caFile },
    );
    const { code, stdout, stderr } = await runProgram(["/bin/sh"], words, { KEY: made.key });
    expect(code, stderr).toBe(0);
    expect(await server.isLive(stdout.trim())).toBe(false);
  }
  rmSync(folder, { recursive: true });
});

it("a JWT of the client is signed anew, with a jti of its own and the token endpoint as its audience", async () => {
  await served([says(503), says(200)], async ({ url, received }) => {
    const key = newTestKey("ES256");
    const words = revokingWords(
      TokenEndpoint.fromUrl(url),
      ClientAuthentication.privateKeyJwt(
        "signs",
        SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.ES256, key: Secret.fromEnvironment("KEY") }),
      ),
      { revoke: TokenRevocation.at(url.replace("/token", "/revoke")) },
    );
    const { code, stderr } = await runProgram(["/bin/sh"], words, { KEY: key.privateKey });
    expect(code, stderr).toBe(0);
    const claims = received.map(({ body }) => {
      const [, payload = ""] = (new URLSearchParams(body).get("client_assertion") ?? "").split(".");
      return JSON.parse(Buffer.from(payload, "base64url").toString()) as { jti: string; aud: string };
    });
    expect(received.map(({ path }) => path)).toEqual(["/token", "/revoke", "/revoke"]);
    expect(new Set(claims.map(({ jti }) => jti)).size).toBe(3);
    expect(new Set(claims.map(({ aud }) => aud))).toEqual(new Set([url]));
  });
});

it("an assertion that something else has signed is read anew, and its revocation is not made again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "revocation-"));
  const file = join(folder, "jwt");
  writeFileSync(file, "the.first.jwt");
  await served([says(503)], async ({ url, received }) => {
    const words = revokingWords(
      TokenEndpoint.fromUrl(url),
      ClientAuthentication.clientAssertion("abc", Secret.fromFile(file)),
      {
        revoke: TokenRevocation.at(url.replace("/token", "/revoke")),
        run: ["/bin/sh", "-c", `printf %s the.second.jwt >'${file}'`],
      },
    );
    const { code } = await runProgram(["/bin/sh"], words, {});
    expect(code).toBe(52);
    expect(received.map(({ body }) => new URLSearchParams(body).get("client_assertion"))).toEqual([
      "the.first.jwt",
      "the.second.jwt",
    ]);
  });
  rmSync(folder, { recursive: true });
});
