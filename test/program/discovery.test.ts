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

it("an issuer breaks the rule with a query, plain http, or user information", () => {
  for (const [issuer, text] of [
    ["https://auth.example.com/?a=b", "the issuer has a query"],
    ["http://auth.example.com", "the URL is not https"],
    ["https://user@auth.example.com", "user information"],
  ] as const)
    expect(() => TokenEndpoint.fromIssuer(issuer)).toThrow(text);
});
