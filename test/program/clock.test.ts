import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { authlib } from "../server/authlib";
import { json, startScriptedServer } from "../server/scripted-server";
import { serverFor } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { JWT_BEARER, SCOPE } from "../server/test-server";
import { runProgram } from "./run-program";
import { available, AWKS } from "./shells";
import { searchPath } from "./trials";

const ISSUER = "https://issuer.example";
const KEY = newTestKey("ES256");
const CLIENT = "a client's JWT";
const GRANT = "a JWT as a grant";
const HOUR = 3600;

const signed = (more: object = {}) =>
  SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.ES256, key: Secret.fromEnvironment("KEY"), ...more });

/** The program's arguments for a request with a JWT that it signs, in either place. */
function wordsOf(url: string, jwt: string): string[] {
  const common = { tokenEndpoint: TokenEndpoint.fromUrl(url), scopes: [SCOPE] };
  const request =
    jwt === CLIENT
      ? AccessTokenRequest.clientCredentials({
          ...common,
          clientAuthentication: ClientAuthentication.privateKeyJwt("signs", signed()),
        })
      : AccessTokenRequest.jwtBearer({ ...common, signedAssertion: signed({ issuer: ISSUER, subject: "jane" }) });
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request });
  return (synthesized(stack).data.external["token"]?.program ?? []).slice(2);
}

/** The first cause that is told. */
function firstCause(stderr: string): string | undefined {
  return /Likely causes, most likely first:\n {2}- ([^\n]*)/.exec(stderr)?.[1];
}

describe("a server whose clock differs from this machine's refuses a JWT, and the first cause says so,", () => {
  it.for([
    [CLIENT, HOUR, /^This machine's clock is 3[56]\d\d seconds behind the server's, .* the JWT had expired/],
    [GRANT, HOUR, /^This machine's clock is 3[56]\d\d seconds behind the server's, .* the JWT had expired/],
    [CLIENT, -HOUR, /^This machine's clock is 3[56]\d\d seconds ahead of the server's, .* the server's future/],
    [GRANT, -HOUR, /^This machine's clock is 3[56]\d\d seconds ahead of the server's, .* the server's future/],
  ] as const)("with %s, %d seconds ahead", async ([jwt, clockAheadSeconds, cause], context) => {
    const server = await serverFor(context, authlib, {
      clients: [{ id: "signs", method: "private_key_jwt", key: KEY }],
      users: [{ name: "jane", password: "p4ssword" }],
      trustedIssuers: [{ issuer: ISSUER, key: KEY, subjects: ["jane"] }],
      clockAheadSeconds,
    });
    const environment = { ...server.trust, KEY: KEY.privateKey };
    const { code, stderr } = await runProgram(["/bin/sh"], wordsOf(server.tokenEndpoint, jwt), environment);
    expect(code).toBe(31);
    expect(firstCause(stderr)).toMatch(cause);
    expect(server.requests.at(-1)?.form.get("grant_type")).toBe(jwt === GRANT ? JWT_BEARER : "client_credentials");
  });
});

describe("the clock is no cause", () => {
  const atDate = async (date: string | undefined, error: string, words = wordsOf) => {
    const server = await startScriptedServer((_, response) => {
      response.sendDate = false;
      if (date !== undefined) response.setHeader("Date", date);
      json(response, 400, { error });
    });
    const { stderr } = await runProgram(["/bin/sh"], words(server.url, CLIENT), { KEY: KEY.privateKey });
    await server.close();
    return stderr;
  };
  const hence = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

  it.each<[string, () => string | undefined]>([
    ["that agrees", () => hence(0)],
    ["that differs by less than the JWT's lifetime", () => hence(40)],
    ["of which the server says nothing", () => undefined],
    ["of a time that is none", () => "Sun, 99 Nov 1994 08:49:37 GMT"],
  ])("%s", async (_, date) => {
    expect(await atDate(date(), "invalid_client")).not.toContain("clock");
  });

  it("where the server refuses something else, or nothing was signed here", async () => {
    expect(await atDate(hence(HOUR), "invalid_scope")).not.toContain("clock");
    const posts = (url: string) =>
      wordsOf(url, CLIENT).flatMap((word) => {
        if (word === "client_authentication=private_key_jwt") return ["client_authentication=client_secret_post"];
        return /^(jwt|secret|client_assertion)/.test(word) ? [] : [word];
      });
    const postsIt = (url: string) => [...posts(url), "client_secret.environment=KEY"];
    expect(await atDate(hence(HOUR), "invalid_client", postsIt)).not.toContain("clock");
  });

  it("in more digits than a clock could be off by", async () => {
    expect(await atDate(hence(40 * 24 * HOUR), "invalid_client")).toContain("clock is more than 11 days behind");
  });
});

it.for(AWKS)("%s compares the clocks", async ([title, awk], context) => {
  available(context, title, awk);
  const server = await startScriptedServer((_, response) => {
    response.setHeader("Date", new Date(Date.now() + HOUR * 1000).toUTCString());
    json(response, 401, { error: "invalid_client" });
  });
  const environment = { KEY: KEY.privateKey };
  const { stderr } = await runProgram(["/bin/sh"], wordsOf(server.url, CLIENT), environment, searchPath(awk));
  await server.close();
  expect(firstCause(stderr)).toMatch(/^This machine's clock is 3[56]\d\d seconds behind/);
});
