import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/**
 * Proves the credentials before anything is built.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class VerifiedCredentialsStack extends TerraformStack {
  constructor(scope: Construct, id: string, tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi()) {
    super(scope, id);
    new NullProvider(this, "null");
    const clientSecret = Secret.ephemeralVariable(this, "cxone_client_secret");

    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint,
      clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
      scopes: ["urn:nice:cxone:platform:api"],
    });

    const verified = new LocalExecAccessToken(this, "verify_credentials", { request });
    new Resource(this, "platform", { dependsOn: [verified] });
  }
}
