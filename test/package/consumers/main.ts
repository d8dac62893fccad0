import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { App, TerraformStack } from "cdktf";

/** What a user writes; compiled and run where the package is installed, with the endpoint in CDKTF's context. */
const app = new App();
const tokenEndpoint = String(app.node.getContext("tokenEndpoint"));
const stack = new TerraformStack(app, "stack");
const scopes = ["urn:nice:cxone:platform:api"];

const verified = new LocalExecAccessToken(stack, "verify_credentials", {
  request: AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost(
      "abc123",
      Secret.ephemeralVariable(stack, "cxone_client_secret"),
    ),
    scopes,
  }),
});
new ExternalAccessToken(stack, "token", {
  dependsOn: [verified],
  request: AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost(
      "abc123",
      Secret.fromEnvironment("CXONE_CLIENT_SECRET"),
    ),
    scopes,
  }),
});
app.synth();
