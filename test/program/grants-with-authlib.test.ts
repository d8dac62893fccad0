import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterAll, expect, it } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { authlib } from "../server/authlib";
import { SharedServer } from "../server/server-for";
import { assertionClaims, newTestKey, signedJwt } from "../server/test-key";
import { SCOPE, type RunningServer } from "../server/test-server";
import { runProgram } from "./run-program";

const USER = { name: "jane", password: "p&ss=w+rd%20" };
const ISSUER = "https://issuer.example";
const issuerKey = newTestKey("ES256");
const clientKey = newTestKey("RS256");
const SECRET = "s3cret+of%the&client";
const { grants } = authlib.supports;

const shared = new SharedServer(authlib, () => ({
  clients: [
    { id: "posting", method: "client_secret_post", secret: SECRET, grants },
    { id: "signing", method: "private_key_jwt", key: clientKey },
    { id: "open", method: "none", grants: ["password"] },
  ],
  users: [USER],
  trustedIssuers: [{ issuer: ISSUER, key: issuerKey, subjects: [USER.name] }],
}));
afterAll(() => shared.close());

const of = (name: string) => Secret.fromEnvironment(name);
const POSTING = ClientAuthentication.clientSecretPost("posting", of("CLIENT_SECRET"));
const scopes = [SCOPE];

async function tokenBy(server: RunningServer, request: AccessTokenRequest, secrets: Record<string, string>) {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request });
  const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
  const { code, stdout, stderr } = await runProgram(["/bin/sh"], words, { ...server.trust, ...secrets });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { access_token } = JSON.parse(stdout) as { access_token: string };
  expect(await server.isLive(access_token)).toBe(true);
  return access_token;
}

const endpointOf = (server: RunningServer) => TokenEndpoint.fromUrl(server.tokenEndpoint);

it("takes a password, of a client with a secret and of a public one", async (context) => {
  const server = await shared.for(context);
  for (const clientAuthentication of [POSTING, ClientAuthentication.none("open")])
    await tokenBy(
      server,
      AccessTokenRequest.password({
        tokenEndpoint: endpointOf(server),
        clientAuthentication,
        username: USER.name,
        password: of("PASSWORD"),
        scopes,
      }),
      { PASSWORD: USER.password, CLIENT_SECRET: SECRET },
    );
});

it("takes a JWT as a grant", async (context) => {
  const server = await shared.for(context);
  const request = AccessTokenRequest.jwtBearer({
    tokenEndpoint: endpointOf(server),
    clientAuthentication: POSTING,
    assertion: of("JWT"),
    scopes,
  });
  const JWT = signedJwt(issuerKey, assertionClaims(ISSUER, USER.name, server.tokenEndpoint));
  await tokenBy(server, request, { JWT, CLIENT_SECRET: SECRET });
});

it("takes a JWT in place of the client's secret, and its token in exchange", async (context) => {
  const server = await shared.for(context);
  const tokenEndpoint = endpointOf(server);
  const token = await tokenBy(
    server,
    AccessTokenRequest.clientCredentials({
      tokenEndpoint,
      clientAuthentication: ClientAuthentication.clientAssertion("signing", of("JWT")),
      scopes,
    }),
    { JWT: signedJwt(clientKey, assertionClaims("signing", "signing", server.tokenEndpoint)) },
  );
  await tokenBy(
    server,
    AccessTokenRequest.tokenExchange({
      tokenEndpoint,
      clientAuthentication: POSTING,
      subjectToken: of("TOKEN"),
      subjectTokenType: "urn:ietf:params:oauth:token-type:access_token",
      scopes,
    }),
    { TOKEN: token, CLIENT_SECRET: SECRET },
  );
});
