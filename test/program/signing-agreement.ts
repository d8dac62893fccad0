import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterAll, expect, it } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { SharedServer } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { JWT_BEARER, SCOPE, type RunningServer, type ServerMake } from "../server/test-server";
import { runProgram } from "./run-program";

const SECRET = "a secret+of%the&client that is longer than SHA-256 has bytes in one block";
const ISSUER = "https://issuer.example";
const USER = { name: "jane", password: "p4ssw0rd" };
const of = (name: string) => Secret.fromEnvironment(name);

/** Tests that a make takes the JWTs that the program signs: by each algorithm it knows, for each use that it has of them. */
export function testSigning(make: ServerMake): void {
  const { methods, grants, algorithms } = make.supports;
  const keys = algorithms.map((algorithm) => newTestKey(algorithm));
  const issuerKey = newTestKey("ES256");
  const withSecret = methods.includes("client_secret_jwt");
  const trusts = grants.includes(JWT_BEARER);
  const POSTING = { id: "posting", method: "client_secret_post", secret: SECRET } as const;
  const shared = new SharedServer(make, () => ({
    clients: [
      ...keys.map((key) => ({ id: `signs-${key.algorithm}`, method: "private_key_jwt" as const, key })),
      ...(withSecret ? [{ id: "signs-HS256", method: "client_secret_jwt" as const, secret: SECRET }] : []),
      ...(trusts ? [{ ...POSTING, grants: ["client_credentials" as const, JWT_BEARER] as const }] : []),
    ],
    ...(trusts ? { users: [USER], trustedIssuers: [{ issuer: ISSUER, key: issuerKey, subjects: [USER.name] }] } : {}),
  }));
  afterAll(() => shared.close());

  for (const key of keys)
    it(`take a client's JWT by ${key.algorithm}, and each time another one`, async (context) => {
      const server = await shared.for(context);
      const request = AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
        clientAuthentication: ClientAuthentication.privateKeyJwt(
          `signs-${key.algorithm}`,
          SignedJwt.withPrivateKey({
            algorithm: JwtAlgorithm[key.algorithm],
            key: of("PRIVATE_KEY"),
            keyId: key.id,
          }),
        ),
        scopes: [SCOPE],
      });
      const before = server.tokenRequests.length;
      for (let time = 0; time < 2; time++) await expectToken(server, request, { PRIVATE_KEY: key.privateKey });
      const sent = server.tokenRequests.slice(before).map(({ form }) => form.get("client_assertion"));
      expect(new Set(sent).size).toBe(2);
    });

  it("refuse a JWT of another key", async (context) => {
    const server = await shared.for(context);
    const [key] = keys;
    if (key === undefined) throw new Error("the make has no algorithm");
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
      clientAuthentication: ClientAuthentication.privateKeyJwt(
        `signs-${key.algorithm}`,
        SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm[key.algorithm], key: of("PRIVATE_KEY"), keyId: key.id }),
      ),
    });
    const other = newTestKey(key.algorithm).privateKey;
    const { code, stdout } = await run(server, request, { PRIVATE_KEY: other });
    expect(stdout).toBe("");
    expect([31, 32]).toContain(code);
  });

  if (withSecret)
    it("take a client's JWT by its secret", async (context) => {
      const server = await shared.for(context);
      const request = AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
        clientAuthentication: ClientAuthentication.clientSecretJwt("signs-HS256", of("CLIENT_SECRET")),
        scopes: [SCOPE],
      });
      await expectToken(server, request, { CLIENT_SECRET: SECRET });
      expect(server.tokenRequests.at(-1)?.body).not.toContain("client_secret");
    });

  if (trusts)
    it("take a JWT as a grant", async (context) => {
      const server = await shared.for(context);
      const request = AccessTokenRequest.jwtBearer({
        tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
        clientAuthentication: ClientAuthentication.clientSecretPost("posting", of("CLIENT_SECRET")),
        signedAssertion: SignedJwt.withPrivateKey({
          algorithm: JwtAlgorithm.ES256,
          key: of("PRIVATE_KEY"),
          keyId: issuerKey.id,
          issuer: ISSUER,
          subject: USER.name,
        }),
        scopes: [SCOPE],
      });
      await expectToken(server, request, { CLIENT_SECRET: SECRET, PRIVATE_KEY: issuerKey.privateKey });
    });
}

function run(server: RunningServer, request: AccessTokenRequest, secrets: Record<string, string>) {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request });
  const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
  return runProgram(["/bin/sh"], words, { ...server.trust, ...secrets });
}

async function expectToken(server: RunningServer, request: AccessTokenRequest, secrets: Record<string, string>) {
  const { code, stdout, stderr } = await run(server, request, secrets);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { access_token } = JSON.parse(stdout) as { access_token: string };
  expect(await server.isLive(access_token)).toBe(true);
}
