import type { ServerResponse } from "node:http";
import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  JwtAlgorithm,
  Retry,
  Secret,
  SignedJwt,
  TokenEndpoint,
  type AccessTokenProps,
} from "cdktf-oauth2-token";
import { describe, expect, it, type TestContext } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { authlib } from "../server/authlib";
import { hydra } from "../server/hydra";
import { oidcProvider } from "../server/oidc-provider";
import { send } from "../server/post";
import { serverFor } from "../server/server-for";
import type { SeenRequest } from "../server/front";
import { newTestKey } from "../server/test-key";
import { SCOPE, type RunningServer, type ServerMake, type TestClient } from "../server/test-server";
import { runProgram, type ProgramResult } from "./run-program";

const KEY = newTestKey("ES256");
const POSTS: TestClient = {
  id: "posts",
  method: "client_secret_post",
  secret: "s3cret",
  grants: ["client_credentials", "refresh_token", "password"],
};
const SIGNS: TestClient = { id: "signs", method: "private_key_jwt", key: KEY };
const USER = { name: "jane", password: "p4ssword" };
const of = (name: string) => Secret.fromEnvironment(name);
const posting = ClientAuthentication.clientSecretPost("posts", of("CLIENT_SECRET"));
const signing = ClientAuthentication.privateKeyJwt(
  "signs",
  SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.ES256, key: of("KEY"), keyId: KEY.id }),
);

/** What stands before a server and answers in its place, as an overloaded gateway does. */
type Answer = (seen: SeenRequest, response: ServerResponse) => Promise<void> | void;

const refuses =
  (status: number, retryAfter?: () => string): Answer =>
  (_, response) => {
    response.writeHead(status, retryAfter && { "retry-after": retryAfter() }).end();
  };

/** A server behind a gateway that answers the next token requests so, and leaves all others to the server. */
async function behindGateway(
  context: TestContext,
  make: ServerMake,
  clients: readonly TestClient[],
  left: Answer[],
): Promise<RunningServer> {
  return serverFor(context, make, {
    clients: clients.map((client) => ({
      ...client,
      ...(client.grants && { grants: client.grants.filter((grant) => make.supports.grants.includes(grant)) }),
    })),
    users: make.supports.grants.includes("password") ? [USER] : [],
    intercept: async (seen, response) => {
      const answer = seen.form.has("grant_type") && !("x-own" in seen.headers) ? left.shift() : undefined;
      await answer?.(seen, response);
      return answer !== undefined;
    },
  });
}

/** Lets the server answer, and loses what it says. */
const loses =
  (status: number): Answer =>
  async (seen, response) => {
    const url = `http://${String(seen.headers.host)}${seen.path}`;
    const headers = { "content-type": "application/x-www-form-urlencoded", "x-own": "yes" };
    expect((await send(url, { method: "POST", headers, body: seen.body })).status).toBe(200);
    response.writeHead(status).end();
  };

async function ask(
  server: RunningServer,
  request: AccessTokenRequest,
  secrets: Record<string, string> = {},
  further: Partial<AccessTokenProps> = {},
): Promise<ProgramResult> {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request, retry: Retry.upTo(2), ...further });
  const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
  const environment = { ...server.trust, CLIENT_SECRET: "s3cret", KEY: KEY.privateKey, ...secrets };
  return runProgram(["/bin/sh"], words, environment);
}

const requestTo = ({ tokenEndpoint: url }: RunningServer, clientAuthentication: ClientAuthentication) => {
  const tokenEndpoint = TokenEndpoint.fromUrl(url);
  return AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication, scopes: [SCOPE] });
};

async function expectToken(server: RunningServer, { code, stdout, stderr }: ProgramResult): Promise<void> {
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(await server.isLive((JSON.parse(stdout) as { access_token: string }).access_token)).toBe(true);
}

describe.each([oidcProvider, authlib, hydra])("$name behind a gateway", (make) => {
  it.for<[string, Answer[], number]>([
    ["that answers 503 and then 429 in its place", [refuses(503), refuses(429)], 2],
    ["that wants two seconds of waiting", [refuses(429, () => "2")], 2],
    [
      "that wants to be asked again at a time",
      [refuses(503, () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toUTCString())],
      2,
    ],
  ])("%s, gives its token in the end", async ([, answers, seconds], context) => {
    const server = await behindGateway(context, make, [POSTS], [...answers]);
    const began = Date.now();
    await expectToken(server, await ask(server, requestTo(server, posting)));
    expect(Date.now() - began).toBeGreaterThan(seconds * 1000 - 100);
    expect(server.tokenRequests).toHaveLength(answers.length + 1);
    expect(server.issued).toHaveLength(1);
  });

  it("that loses an answer, takes the next JWT, which is another one", async (context) => {
    const server = await behindGateway(context, make, [SIGNS], [loses(504)]);
    await expectToken(server, await ask(server, requestTo(server, signing)));
    const sent = server.tokenRequests.map(({ form }) => form.get("client_assertion"));
    // The gateway's own is the first one again.
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(2);
    expect(server.issued).toHaveLength(2);
  });
});

describe("Authlib behind a gateway", () => {
  it("that loses an answer, is not asked again with a refresh token that it has taken", async (context) => {
    const answers: Answer[] = [];
    const server = await behindGateway(context, authlib, [POSTS], answers);
    const REFRESH = await server.newRefreshToken(POSTS, USER);
    answers.push(loses(502));
    const request = AccessTokenRequest.refreshToken({
      tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
      clientAuthentication: posting,
      refreshToken: of("REFRESH"),
    });
    const { code, stderr } = await ask(server, request, { REFRESH });
    expect(code).toBe(34);
    expect(stderr).toContain("status: 502");
    const sent = server.tokenRequests.filter(({ form }) => form.get("grant_type") === "refresh_token");
    expect(sent.filter(({ headers }) => !("x-own" in headers))).toHaveLength(1);
  });

  it("gives a response field of the answer that came in the end", async (context) => {
    const server = await behindGateway(context, authlib, [POSTS], [refuses(503)]);
    const request = AccessTokenRequest.password({
      tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
      clientAuthentication: posting,
      username: USER.name,
      password: of("USER_PASSWORD"),
      scopes: [SCOPE],
    });
    const secrets = { USER_PASSWORD: USER.password };
    const answer = await ask(server, request, secrets, { responseFields: { refresh_token: {} } });
    await expectToken(server, answer);
    const [granted] = server.granted;
    expect(granted?.["refresh_token"]).toMatch(/^\w{20,}$/);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      access_token: granted?.access_token,
      response_refresh_token: granted?.["refresh_token"],
    });
  });
});
