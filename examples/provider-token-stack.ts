import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AnyProvider, AnyResource } from "./any-provider";

/**
 * Configures a provider with an access token, and hands one to a write-only argument. It is in no state.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class ProviderTokenStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi(),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    const clientSecret = Secret.ephemeralVariable(this, "cxone_client_secret");
    const token = new EphemeralAccessToken(this, "token", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
      // The provider has this one token for the whole run.
      minimumLifetimeSeconds: 600,
    });

    // It stands for any provider that takes a token: this one is built for the tests of this repository only.
    new AnyProvider(this, "protected", {
      name: "protected",
      source: "example.test/cdktf-oauth2-token/protected",
      version: "1.0.0",
      attributes: { url: api, token: token.accessToken },
    });
    new AnyResource(this, "note", "protected_note", {
      text: "created with an access token that is in no state",
      callback_token_wo: token.accessToken,
    });
  }
}
