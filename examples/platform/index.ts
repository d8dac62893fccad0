import { AccessTokenRequest, ClientAuthentication, Secret, TokenEndpoint } from "cdktf-oauth2-token";

/**
 * What a platform team publishes: the one access token request of the organisation. It is a value, bound to no stack,
 * because its secret is read where Terraform runs; teams choose the construct.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export function platformAccessTokenRequest(tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi()): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint,
    clientAuthentication: ClientAuthentication.clientSecretPost(
      "abc123",
      Secret.fromEnvironment("CXONE_CLIENT_SECRET"),
    ),
    scopes: ["urn:nice:cxone:platform:api"],
  });
}
