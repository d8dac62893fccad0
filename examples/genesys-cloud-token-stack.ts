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

const REGION = "eu-central-1";

/** Configures the Genesys Cloud provider with an access token: the client's secret never reaches Terraform. */
export class GenesysCloudTokenStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const token = new EphemeralAccessToken(this, "token", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.genesysCloud(REGION),
        clientAuthentication: ClientAuthentication.clientSecretBasic(
          "abc123",
          Secret.fromCommand(["pass", "show", "genesys-cloud"]),
        ),
      }),
      // The provider does not refresh a token that it is given: it must live for the whole run.
      minimumLifetimeSeconds: 3600,
    });

    new AnyProvider(this, "genesyscloud", {
      name: "genesyscloud",
      source: "mypurecloud/genesyscloud",
      version: "~> 1.84",
      attributes: { access_token: token.accessToken, aws_region: REGION },
    });
    new AnyResource(this, "skill", "genesyscloud_routing_skill", { name: "Esperanto" });
  }
}
