import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { CALL_API } from "./call-api";

/**
 * Gives a provisioner of your own an access token in its environment. It is in no state.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class ProvisionerTokenStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi(),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    new NullProvider(this, "null");
    const clientSecret = Secret.ephemeralVariable(this, "cxone_client_secret");
    const token = new EphemeralAccessToken(this, "token", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
    });

    new Resource(this, "call", {
      provisioners: [
        { type: "local-exec", command: CALL_API, environment: { ACCESS_TOKEN: token.accessToken, API_URL: api } },
      ],
    });
  }
}
