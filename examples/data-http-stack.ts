import { DataHttp } from "@cdktf/provider-http/lib/data-http";
import { HttpProvider } from "@cdktf/provider-http/lib/provider";
import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/**
 * Reads from an API at plan, with an access token. Both the token and what was read are in state.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class DataHttpStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi(),
    api = "https://api.example.com",
  ) {
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

    new HttpProvider(this, "http");
    new DataHttp(this, "profile", {
      url: api,
      requestHeaders: { Authorization: token.authorizationHeader },
      lifecycle: {
        postcondition: [
          {
            // From version 3 on this provider takes any status for an answer; before, it failed by itself.
            condition: '${lookup(self, "status_code", 200) == 200}',
            errorMessage: "The API did not accept the access token.",
          },
        ],
      },
    });
  }
}
