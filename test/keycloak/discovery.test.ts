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
  type AccessTokenProps,
} from "cdktf-oauth2-token";
import { afterAll, describe, expect, it } from "vitest";
import { runProgram } from "../program/run-program";
import { emptyStack, synthesized } from "../requests";
import { keycloak } from "../server/keycloak";
import { send } from "../server/post";
import { createClientCertificate, createPrivateCa } from "../server/private-ca";
import { SharedServer } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { SCOPE } from "../server/test-server";

const KEY = newTestKey("ES256");
const USER = { name: "jane", password: "p4ssword" };
const folder = mkdtempSync(join(tmpdir(), "keycloak-discovery-"));
const tls = createPrivateCa(folder);
const certificate = createClientCertificate(folder, "client");
const of = (name: string) => Secret.fromEnvironment(name);

const shared = new SharedServer(keycloak, () => ({
  clients: [
    { id: "mtls", method: "tls_client_auth", certificate: certificate.cert },
    { id: "signs", method: "private_key_jwt", key: KEY },
    { id: "posts", method: "client_secret_post", secret: "s3cret", grants: ["password"] },
  ],
  users: [USER],
  tls,
}));
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

async function answerOf(props: AccessTokenProps): Promise<Readonly<Record<string, string>>> {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { caFile: tls.caFile, ...props });
  const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
  const environment = {
    KEY: KEY.privateKey,
    TLS_KEY: certificate.key,
    CLIENT_SECRET: "s3cret",
    USER_PASSWORD: USER.password,
  };
  const { code, stdout, stderr } = await runProgram(["/bin/sh"], words, environment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Record<string, string>;
}

interface Metadata {
  readonly token_endpoint: string;
  readonly mtls_endpoint_aliases: { readonly token_endpoint: string };
}

describe("Keycloak's metadata", () => {
  it.for([
    ["a certificate whose key is a file's", () => Secret.fromFile(certificate.keyFile)],
    ["a certificate whose key is in the environment", () => of("TLS_KEY")],
  ] as const)("lead a client with %s to the endpoint for mutual TLS", async ([, key], context) => {
    const server = await shared.for(context);
    const metadata = (await send(server.metadata, { trust: server.trust })).json as Metadata;
    const tlsClient = ClientAuthentication.tlsClient("mtls", {
      certificateFile: certificate.certFile,
      key: key(),
    });
    const tokenEndpoint = TokenEndpoint.fromIssuer(server.issuer);
    const { access_token: token = "" } = await answerOf({
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: tlsClient,
        scopes: [SCOPE],
      }),
    });
    expect(await server.isLive(token)).toBe(true);
    const { pathname } = new URL(metadata.mtls_endpoint_aliases.token_endpoint);
    expect(server.requests.filter(({ method }) => method === "POST").at(-1)?.path).toBe(pathname);
  });

  it("lead a client that signs a JWT to the token endpoint, which is its audience", async (context) => {
    const server = await shared.for(context);
    const jwt = SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.ES256, key: of("KEY"), keyId: KEY.id });
    const { access_token: token = "" } = await answerOf({
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.fromIssuer(server.issuer),
        clientAuthentication: ClientAuthentication.privateKeyJwt("signs", jwt),
        scopes: [SCOPE],
      }),
    });
    expect(await server.isLive(token)).toBe(true);
  });

  it("lead a user's request to an answer whose id_token and refresh_token are response fields", async (context) => {
    const server = await shared.for(context);
    const answer = await answerOf({
      request: AccessTokenRequest.password({
        tokenEndpoint: TokenEndpoint.fromIssuer(server.issuer),
        clientAuthentication: ClientAuthentication.clientSecretPost("posts", of("CLIENT_SECRET")),
        username: USER.name,
        password: of("USER_PASSWORD"),
        scopes: ["openid"],
      }),
      responseFields: { id_token: {}, refresh_token: {}, "not-before-policy": {} },
      acceptNarrowerScope: true,
    });
    const [granted] = server.granted.slice(-1);
    expect(answer).toMatchObject({
      response_id_token: granted?.["id_token"],
      response_refresh_token: granted?.["refresh_token"],
      "response_not-before-policy": "0",
    });
    expect(answer["response_id_token"]).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});
