import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  JwtAlgorithm,
  Secret,
  SignedJwt,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { secretsFolder } from "./secrets-folder";

/** Reads an access token for a user at plan, by a JWT that is signed in each run. The token is in state. */
export class JwtBearerStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.fromUrl("https://auth.example.com/oauth/token"),
  ) {
    super(scope, id);
    const token = new ExternalAccessToken(this, "token", {
      request: AccessTokenRequest.jwtBearer({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
        signedAssertion: SignedJwt.withPrivateKey({
          algorithm: JwtAlgorithm.RS256,
          key: Secret.fromFile(`${secretsFolder(this)}/issuer.key`),
          issuer: "https://issuer.example.com",
          subject: "jane",
        }),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
    });
    new TerraformOutput(this, "expires_at", { value: token.expiresAt });
  }
}
