import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/**
 * Reads an access token at plan. It is in state.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class ExternalTokenStack extends TerraformStack {
  constructor(scope: Construct, id: string, tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi()) {
    super(scope, id);
    const token = new ExternalAccessToken(this, "token", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost(
          "abc123",
          Secret.fromEnvironment("CXONE_CLIENT_SECRET"),
        ),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
    });
    new TerraformOutput(this, "expires_at", { value: token.expiresAt });
  }
}
