import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  TokenRevocation,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { CALL_API } from "./call-api";

/** Runs a command with an access token that no longer works once the command has ended. */
export class RevokedTokenStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.fromUrl("https://auth.example.com/oauth2/token"),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    const clientSecret = Secret.ephemeralVariable(this, "cxone_client_secret");
    new LocalExecAccessToken(this, "call", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
      run: ["/usr/bin/env", `API_URL=${api}`, "/bin/sh", "-c", CALL_API],
      // With TokenEndpoint.fromIssuer it is TokenRevocation.discovered().
      revoke: TokenRevocation.at(tokenEndpoint.url.replace(/token$/, "revoke")),
    });
  }
}
