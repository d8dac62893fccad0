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
import { secretsFolder } from "./secrets-folder";

/** Runs a command with a user's access token: each of the request's three secrets comes from somewhere else. */
export class PasswordGrantStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.fromUrl("https://auth.example.com/oauth/token"),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    const clientSecret = Secret.ephemeralVariable(this, "client_secret");
    new LocalExecAccessToken(this, "call", {
      request: AccessTokenRequest.password({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
        username: "jane",
        password: Secret.fromCommand(["pass", "show", "example/jane"]),
        secretParameters: { gateway_key: Secret.fromFile(`${secretsFolder(this)}/gateway-key`) },
        scopes: ["urn:nice:cxone:platform:api"],
      }),
      run: ["/usr/bin/env", `API_URL=${api}`, "/bin/sh", "-c", CALL_API],
    });
  }
}
