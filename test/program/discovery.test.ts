import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { authlib } from "../server/authlib";
import { oidcProvider } from "../server/oidc-provider";
import { createClientCertificate, createPrivateCa, type PrivateCa } from "../server/private-ca";
import { SharedServer, serverFor } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { SCOPE, type ServerMake } from "../server/test-server";
import { runProgram } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { searchPath } from "./trials";

const KEY = newTestKey("ES256");
const of = (name: string) => Secret.fromEnvironment(name);

function wordsOf(issuer: string, clientAuthentication: ClientAuthentication, caFile?: string): string[] {
  const stack = emptyStack();
  const request = AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromIssuer(issuer),
    clientAuthentication,
    scopes: [SCOPE],
  });
  new ExternalAccessToken(stack, "token", { request, ...(caFile === undefined ? {} : { caFile }) });
  return (synthesized(stack).data.external["token"]?.program ?? []).slice(2);
}

const posting = ClientAuthentication.clientSecretPost("posts", of("CLIENT_SECRET"));
const signing = ClientAuthentication.privateKeyJwt(
  "signs",
  SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.ES256, key: of("PRIVATE_KEY"), keyId: KEY.id }),
);
const environment = { CLIENT_SECRET: "s3cret", PRIVATE_KEY: KEY.privateKey };

const makes: [string, ServerMake][] = [
  ["oidc-provider, below the issuer", oidcProvider],
  ["Authlib, at the root of the host", authlib],
];
describe.each(makes)("the metadata of %s", (_, make) => {
  const shared = new SharedServer(make, () => ({
    clients: [
      { id: "posts", method: "client_secret_post", secret: "s3cret" },
      { id: "signs", method: "private_key_jwt", key: KEY },
    ],
  }));
  afterAll(() => shared.close());

  it("lead to a token, and are the audience of a JWT", async (context) => {
    const server = await shared.for(context);
    for (const clientAuthentication of [posting, signing]) {
      const words = wordsOf(server.issuer, clientAuthentication);
      const { code, stdout, stderr } = await runProgram(["/bin/sh"], words, { ...server.trust, ...environment });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(await server.isLive((JSON.parse(stdout) as { access_token: string }).access_token)).toBe(true);
    }
  });
});

describe("a client that is known by its certificate", () => {
  let folder: string;
  let ca: PrivateCa;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "discovery-"));
    ca = createPrivateCa(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("finds its server by the issuer too", async (context) => {
    const made = createClientCertificate(folder, "client");
    const client = { id: "mtls", method: "tls_client_auth", certificate: made.cert } as const;
    const server = await serverFor(context, oidcProvider, { clients: [client], tls: ca });
    for (const key of [Secret.fromFile(made.keyFile), of("KEY")]) {
      const certificate = { certificateFile: made.certFile, key };
      const words = wordsOf(server.issuer, ClientAuthentication.tlsClient("mtls", certificate), ca.caFile);
      const { code, stderr } = await runProgram(["/bin/sh"], words, { KEY: made.key });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    }
  });
});

/** A server that answers for its metadata as a test says, and gives a token at every path. */
let close: (() => void) | undefined;
afterEach(() => close?.());
async function issuing(metadata: (origin: string) => RequestListener): Promise<{ origin: string; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    if (request.method === "GET") {
      metadata(origin)(request, response);
      return;
    }
    response.setHeader("Content-Type", "application/json");
    response.end('{"access_token":"t0ken","token_type":"bearer"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, paths };
}

const answering =
  (value: (origin: string) => unknown, status = 200) =>
  (origin: string): RequestListener =>
  (_, response) => {
    const text = value(origin);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof text === "string" ? text : JSON.stringify(text));
  };
const good = (origin: string) => ({ issuer: `${origin}/i`, token_endpoint: `${origin}/token` });

describe.each(SHELLS)("under %s", (title, shell) => {
  it.for(AWKS)("with %s, an issuer is asked once for its metadata", async ([awkTitle, awk], context) => {
    available(context, title, shell[0] ?? "");
    available(context, awkTitle, awk);
    const { origin, paths } = await issuing(
      answering((at) => ({ a: { token_endpoint: "x", b: [{ issuer: 1 }] }, ...good(at), z: "\u00e9" })),
    );
    const { code, stderr } = await runProgram(shell, wordsOf(`${origin}/i`, posting), environment, searchPath(awk));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(paths).toEqual(["/i/.well-known/openid-configuration", "/token"]);
  });
});

it("the endpoint for mutual TLS is taken by who authenticates by it only", async () => {
  const { origin, paths } = await issuing(
    answering((at) => ({
      ...good(at),
      mtls_endpoint_aliases: { token_endpoint: `${at}/mtls`, x: { token_endpoint: 1 } },
    })),
  );
  const certificate = { certificateFile: "/nonexistent", key: Secret.fromFile("/nonexistent") };
  for (const method of [posting, ClientAuthentication.tlsClient("a", certificate)])
    await runProgram(["/bin/sh"], wordsOf(`${origin}/i`, method), environment);
  expect(paths.filter((path) => !path.includes("well-known"))).toEqual(["/token", "/mtls"]);
});

it("a refusal tells the issuer and its endpoint", async () => {
  const { origin } = await issuing(answering((at) => ({ ...good(at), token_endpoint: "http://127.0.0.1:9/token" })));
  const words = wordsOf(`${origin}/i`, posting).filter((word) => !word.startsWith("retry="));
  const { code, stderr } = await runProgram(["/bin/sh"], words, environment);
  expect(code).toBe(20);
  expect(stderr).toContain(`  issuer: ${origin}/i\n  token endpoint: http://127.0.0.1:9/token\n`);
});

describe("no secret is sent, and the exit status says so", () => {
  const cases: Record<string, [(origin: string) => RequestListener, code: number, text: string]> = {
    "metadata of another issuer": [
      answering((at) => ({ ...good(at), issuer: `${at}/j` })),
      16,
      "those of another issuer",
    ],
    "an issuer with a slash more": [
      answering((at) => ({ ...good(at), issuer: `${at}/i/` })),
      16,
      "those of another issuer",
    ],
    "metadata without an issuer": [answering((at) => ({ token_endpoint: `${at}/token` })), 16, "name no issuer"],
    "an issuer that is given twice": [
      answering((at) => `{"issuer":"x","issuer":"${at}/i","token_endpoint":"${at}/token"}`),
      16,
      "name no issuer",
    ],
    "no token endpoint": [answering((at) => ({ issuer: `${at}/i` })), 16, "name no token endpoint"],
    "a token endpoint that is no text": [
      answering((at) => ({ ...good(at), token_endpoint: 1 })),
      16,
      "no token endpoint",
    ],
    "a token endpoint on plain http": [
      answering((at) => ({ ...good(at), token_endpoint: "http://auth.example.com/token" })),
      16,
      "plain http is allowed on a loopback host only",
    ],
    "a token endpoint of another scheme": [
      answering((at) => ({ ...good(at), token_endpoint: "file:///etc/passwd" })),
      16,
      "it is not an https:// URL",
    ],
    "a token endpoint with a line break": [
      answering((at) => ({ ...good(at), token_endpoint: `${at}/token"\nurl = "http://127.0.0.1:9/"` })),
      16,
      "it has a character that no URL may have",
    ],
    "what is not JSON": [answering(() => "<html>"), 16, "the answer is not JSON"],
    "JSON that breaks off": [answering((at) => JSON.stringify(good(at)).slice(0, -1)), 16, "the answer is not JSON"],
    "nothing there": [answering(good, 404), 16, "the answer has the status 404"],
    "an answer with an error": [answering(good, 500), 16, "the answer has the status 500"],
    "a redirect": [
      (origin) => (_, response) => void response.writeHead(302, { location: `${origin}/other` }).end(),
      16,
      "the answer is a redirect (302)",
    ],
    "metadata without an end": [
      (origin) => (_, response) => {
        response.writeHead(200);
        const text = `{"issuer":"${origin}/i","token_endpoint":"${origin}/token"}\n\nhttp 200\n\ncurl 0\n`;
        const timer = setInterval(() => response.write(text.repeat(500)), 1);
        response.on("close", () => {
          clearInterval(timer);
        });
      },
      16,
      "too large",
    ],
    "a forged end": [
      answering((at) => `${JSON.stringify(good(at))}\nhttp 200\n\ncurl 0\n`, 404),
      16,
      "the answer has the status 404",
    ],
    "a connection that breaks off": [() => (_, response) => void response.destroy(), 23, "the connection broke off"],
  };

  it.each(Object.entries(cases))("for %s", async (_, [metadata, code, text]) => {
    const { origin, paths } = await issuing(metadata);
    const result = await runProgram(["/bin/sh"], wordsOf(`${origin}/i`, posting), environment);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(text);
    expect(result.stderr).toContain(`  issuer: ${origin}/i\n`);
    expect(paths.filter((path) => !path.includes("/.well-known/"))).toEqual([]);
  });

  it("for a server that does not answer, after timeoutSeconds", async () => {
    const { origin } = await issuing(() => () => undefined);
    const words = [...wordsOf(`${origin}/i`, posting), "timeout=1"];
    const { code, stderr } = await runProgram(["/bin/sh"], words, environment);
    expect(code).toBe(22);
    expect(stderr).toContain("there was no answer in time");
  });
});

describe("the metadata are asked for again within the one deadline", () => {
  /** The answers for the metadata in turn, the last of them from then on. */
  const inTurn = (...answers: ((origin: string) => RequestListener)[]) => {
    let next = 0;
    return (origin: string): RequestListener =>
      (request, response) => {
        answers[Math.min(next++, answers.length - 1)]?.(origin)(request, response);
      };
  };
  const status =
    (code: number, headers: Record<string, string> = {}) =>
    (): RequestListener =>
    (_, response) =>
      void response.writeHead(code, headers).end();
  const dropped = (): RequestListener => (_, response) => void response.destroy();
  const ask = async (
    metadata: (origin: string) => RequestListener,
    further: string[] = [],
    clientAuthentication = posting,
    input = "",
  ) => {
    const { origin, paths } = await issuing(metadata);
    const words = wordsOf(`${origin}/i`, clientAuthentication).filter((word) => !word.startsWith("retry="));
    const args = input === "" ? words : words.filter((word) => !word.startsWith("client_secret."));
    const began = Date.now();
    const result = await runProgram(["/bin/sh"], [...args, ...further], environment, process.env["PATH"], input);
    return { ...result, paths, seconds: (Date.now() - began) / 1000 };
  };
  const BOTH = ["/i/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/i"];

  it.each([408, 425, 429, 500, 502, 503, 504])("after the status %d at both places", async (code) => {
    const { code: ended, stderr, paths } = await ask(inTurn(status(code), status(code), answering(good)), ["retry=1"]);
    expect({ ended, stderr }).toEqual({ ended: 0, stderr: "" });
    expect(paths).toEqual([...BOTH, BOTH[0], "/token"]);
  });

  it("after 503 at the first place, though the second one has nothing", async () => {
    const { code, paths } = await ask(inTurn(status(503), status(404), answering(good)), ["retry=1"]);
    expect(code).toBe(0);
    expect(paths).toHaveLength(4);
  });

  it("after a connection that broke off, with a secret from standard input, which can be read once", async () => {
    const given = ["client_secret.source=stdin", "retry=1"];
    const { code, stdout } = await ask(inTurn(dropped, answering(good)), given, posting, "client_secret=s3cret\n");
    expect(code).toBe(0);
    expect(stdout).toContain("t0ken");
  });

  it("with a JWT, which is signed for the endpoint that was found", async () => {
    const { code, stderr } = await ask(inTurn(dropped, answering(good)), ["retry=1"], signing);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("after the wait that the server asks for", async () => {
    const waits = status(503, { "retry-after": "3" });
    const { code, seconds } = await ask(inTurn(waits, waits, answering(good)), ["retry=1"]);
    expect(code).toBe(0);
    expect(seconds).toBeGreaterThan(2.9);
  });

  it("but not where that is longer than there is time, which is told", async () => {
    const { code, stderr, seconds, paths } = await ask(status(503, { "retry-after": "9999999" }), ["retry=5"]);
    expect(code).toBe(16);
    expect(stderr).toContain("The server wants more than 11 days of waiting (Retry-After)");
    expect(seconds).toBeLessThan(10);
    expect(paths).toEqual(BOTH);
  });

  it("up to as often as is said, and how often is told", async () => {
    const { code, stderr, paths } = await ask(status(503), ["retry=1"]);
    expect(code).toBe(16);
    expect(stderr).toContain("the answer has the status 503");
    expect(stderr).toMatch(/^ {2}attempts: 2 in \d+ seconds$/m);
    expect(paths).toEqual([...BOTH, ...BOTH]);
  });

  it("up to timeoutSeconds", async () => {
    const { code, seconds } = await ask(status(503, { "retry-after": "1" }), ["retry=9", "timeout=4"]);
    expect(code).toBe(16);
    expect(seconds).toBeLessThan(8);
  });

  it.each<[string, (origin: string) => RequestListener]>([
    ["a redirect", status(302, { location: "http://127.0.0.1:1/" })],
    ["what is not there", status(404)],
    ["what is no metadata", answering(() => "<html>")],
    ["another issuer's", answering((at) => ({ ...good(at), issuer: at }))],
  ])("but not after %s", async (_, metadata) => {
    const { code, stderr, paths } = await ask(metadata, ["retry=9"]);
    expect(code).toBe(16);
    expect(stderr).not.toContain("attempts:");
    expect(paths.length).toBeLessThan(3);
  });
});

describe("the revocation endpoint of the metadata", () => {
  const withRevocation = (more: (origin: string) => object) => answering((at) => ({ ...good(at), ...more(at) }));
  const revoke = ["revocation_endpoint=discovered"];

  it("is that for mutual TLS for who authenticates by it", async () => {
    const { origin, paths } = await issuing(
      withRevocation((at) => ({
        revocation_endpoint: `${at}/revoke`,
        mtls_endpoint_aliases: { revocation_endpoint: `${at}/mtls-revoke` },
      })),
    );
    const certificate = { certificateFile: "/nonexistent", key: Secret.fromFile("/nonexistent") };
    for (const method of [posting, ClientAuthentication.tlsClient("a", certificate)]) {
      const words = [...wordsOf(`${origin}/i`, method), ...revoke];
      expect((await runProgram(["/bin/sh"], words, environment)).code).toBe(0);
    }
    expect(paths.filter((path) => path.includes("revoke"))).toEqual(["/revoke", "/mtls-revoke"]);
  });

  it.each<[string, (origin: string) => object, string]>([
    ["that is missing", () => ({}), "gave no revocation endpoint: they name no revocation endpoint."],
    ["that is no text", () => ({ revocation_endpoint: 1 }), "they name no revocation endpoint"],
    ["on plain http", () => ({ revocation_endpoint: "http://auth.example.com/revoke" }), "plain http is allowed"],
    ["with credentials", () => ({ revocation_endpoint: "https://u:p@auth.example.com/" }), "it has user information"],
  ])("%s ends it before a token is requested", async (_, more, text) => {
    const { origin, paths } = await issuing(withRevocation(more));
    const words = [...wordsOf(`${origin}/i`, posting), ...revoke];
    const { code, stderr } = await runProgram(["/bin/sh"], words, environment);
    expect(code).toBe(16);
    expect(stderr).toContain(text);
    expect(stderr).toContain("or the revocation endpoint by TokenRevocation.at.");
    expect(paths).toEqual(["/i/.well-known/openid-configuration"]);
  });
});

it("an issuer breaks the rule with a query, plain http, or user information", () => {
  for (const [issuer, text] of [
    ["https://auth.example.com/?a=b", "the issuer has a query"],
    ["http://auth.example.com", "the URL is not https"],
    ["https://user@auth.example.com", "user information"],
  ] as const)
    expect(() => TokenEndpoint.fromIssuer(issuer)).toThrow(text);
});
