import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { CALL_API } from "./call-api";

/**
 * Runs a command with an access token in the middle of an apply. The token is nowhere else.
 *
 * The default token endpoint is unverified: see docs/servers.md.
 */
export class RunWithTokenStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.cxoneAuthorizationApi(),
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
      // Your own script comes here: ["/opt/tools/call-api.sh", "--verbose"]. No shell reads these words.
      run: ["/usr/bin/env", `API_URL=${api}`, "/bin/sh", "-c", CALL_API],
    });
  }
}
