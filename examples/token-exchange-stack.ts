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
import { Construct } from "constructs";
import { CALL_API } from "./call-api";
import { secretsFolder } from "./secrets-folder";

/** Exchanges the token of the machine that Terraform runs on for one of the API. Two teams share it. */
export class TokenExchangeStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.fromUrl("https://auth.example.com/oauth/token"),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    new NullProvider(this, "null");
    const request = AccessTokenRequest.tokenExchange({
      tokenEndpoint,
      clientAuthentication: ClientAuthentication.clientSecretPost(
        "abc123",
        Secret.ephemeralVariable(this, "client_secret"),
      ),
      subjectToken: Secret.fromFile(`${secretsFolder(this)}/subject-token`),
      subjectTokenType: "urn:ietf:params:oauth:token-type:access_token",
      audiences: ["orders", "billing"],
      scopes: ["urn:nice:cxone:platform:api"],
    });
    for (const team of ["orders", "billing"]) {
      const scope = new Construct(this, team);
      const token = EphemeralAccessToken.shared(scope, "token", { request });
      const environment = { ACCESS_TOKEN: token.accessToken, API_URL: api };
      new Resource(scope, "call", { provisioners: [{ type: "local-exec", command: CALL_API, environment }] });
    }
  }
}
