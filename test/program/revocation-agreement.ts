import {
  AccessTokenRequest,
  ClientAuthentication,
  JwtAlgorithm,
  LocalExecAccessToken,
  Secret,
  SignedJwt,
  TokenEndpoint,
  TokenRevocation,
  type LocalExecAccessTokenProps,
} from "cdktf-oauth2-token";
import { afterAll, expect, it } from "vitest";
import { emptyStack, synthesized } from "../requests";
import { SharedServer } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { SCOPE, type ServerMake } from "../server/test-server";
import { runProgram } from "./run-program";

const SECRET = "s3cr3t+/=$0123456789";

/** The arguments of the program for a request with a revocation. */
export function revokingWords(
  tokenEndpoint: TokenEndpoint,
  clientAuthentication: ClientAuthentication,
  props: Partial<LocalExecAccessTokenProps>,
): string[] {
  const stack = emptyStack();
  const request = AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication, scopes: [SCOPE] });
  new LocalExecAccessToken(stack, "token", { request, ...props });
  const resource = synthesized(stack).resource.null_resource["token"];
  return (resource?.provisioner[0]?.["local-exec"].interpreter ?? []).slice(2);
}

/** Tests that a make revokes the token of each client, at its endpoint and where its metadata say so. */
export function testRevocation(make: ServerMake): void {
  const key = newTestKey("RS256");
  const clients = [
    { id: "posts", method: "client_secret_post", secret: SECRET },
    { id: "basic", method: "client_secret_basic", secret: SECRET },
    { id: "signs", method: "private_key_jwt", key },
  ] as const;
  const shared = new SharedServer(make, () => ({ clients }));
  afterAll(() => shared.close());
  const methods = {
    posts: ClientAuthentication.clientSecretPost("posts", Secret.fromEnvironment("CLIENT_SECRET")),
    basic: ClientAuthentication.clientSecretBasic("basic", Secret.fromEnvironment("CLIENT_SECRET")),
    signs: ClientAuthentication.privateKeyJwt(
      "signs",
      SignedJwt.withPrivateKey({
        algorithm: JwtAlgorithm.RS256,
        key: Secret.fromEnvironment("PRIVATE_KEY"),
        keyId: key.id,
      }),
    ),
  };
  const environment = { CLIENT_SECRET: SECRET, PRIVATE_KEY: key.privateKey };

  it.for(Object.entries(methods))("the token of a client that %s is dead afterwards", async ([, method], context) => {
    const server = await shared.for(context);
    const given = server.revocationEndpoint ?? "";
    for (const [endpoint, revoke] of [
      [TokenEndpoint.fromUrl(server.tokenEndpoint), TokenRevocation.at(given)],
      [TokenEndpoint.fromIssuer(server.issuer), TokenRevocation.discovered()],
    ] as const) {
      const words = revokingWords(endpoint, method, { revoke, run: ["/bin/sh", "-c", "echo $ACCESS_TOKEN"] });
      const { code, stdout, stderr } = await runProgram(["/bin/sh"], words, { ...server.trust, ...environment });
      expect(code, stderr).toBe(0);
      expect(stderr).toContain("The access token was revoked.\n");
      expect(stdout.trim()).not.toBe("");
      expect(await server.isLive(stdout.trim())).toBe(false);
    }
  });
}
