import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** What docs/languages.md writes in other languages. */
class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const clientSecret = Secret.ephemeralVariable(this, "cxone_client_secret");
    const request = (secret: Secret) =>
      AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
        clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
        scopes: ["urn:nice:cxone:platform:api"],
      });

    const verified = new LocalExecAccessToken(this, "verify_credentials", { request: request(clientSecret) });
    new Resource(this, "platform", { dependsOn: [verified] });
    new ExternalAccessToken(this, "token", { request: request(Secret.fromEnvironment("CXONE_CLIENT_SECRET")) });
  }
}

const app = new App();
new PlatformStack(app, "platform");
app.synth();
