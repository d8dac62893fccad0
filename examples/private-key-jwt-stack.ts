import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  JwtAlgorithm,
  LocalExecAccessToken,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { secretsFolder } from "./secrets-folder";

/** Proves a client's private key before anything is built. The token endpoint is found in the issuer's metadata. */
export class PrivateKeyJwtStack extends TerraformStack {
  constructor(scope: Construct, id: string, tokenEndpoint = TokenEndpoint.fromIssuer("https://login.example.com")) {
    super(scope, id);
    new NullProvider(this, "null");
    const verified = new LocalExecAccessToken(this, "verify_credentials", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.privateKeyJwt(
          "abc123",
          SignedJwt.withPrivateKey({
            algorithm: JwtAlgorithm.ES256,
            key: Secret.fromFile(`${secretsFolder(this)}/client.key`),
            keyPassphrase: Secret.fromEnvironment("CLIENT_KEY_PASSPHRASE"),
          }),
        ),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
    });
    new Resource(this, "platform", { dependsOn: [verified] });
  }
}
