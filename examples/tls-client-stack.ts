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
import { secretsFolder } from "./secrets-folder";

/** A client that is known by its certificate, at a server with a certificate of the company's own authority. */
export class TlsClientStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    tokenEndpoint = TokenEndpoint.fromUrl("https://mtls.auth.example.com/oauth/token"),
    api = "https://api.example.com",
  ) {
    super(scope, id);
    new NullProvider(this, "null");
    const folder = secretsFolder(this);
    const token = new EphemeralAccessToken(this, "token", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint,
        clientAuthentication: ClientAuthentication.tlsClient("abc123", {
          certificateFile: `${folder}/client.pem`,
          key: Secret.fromFile(`${folder}/client.key`),
          keyPassphrase: Secret.fromCommand(["pass", "show", "example/client-key"]),
        }),
        scopes: ["urn:nice:cxone:platform:api"],
      }),
      caFile: `${folder}/ca.pem`,
    });
    new Resource(this, "call", {
      provisioners: [
        { type: "local-exec", command: CALL_API, environment: { ACCESS_TOKEN: token.accessToken, API_URL: api } },
      ],
    });
  }
}
