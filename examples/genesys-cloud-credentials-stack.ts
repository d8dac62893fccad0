import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { AnyProvider, AnyResource } from "./any-provider";

const REGION = "eu-central-1";

/** Configures the Genesys Cloud provider with the client's own credentials: it requests its tokens and refreshes them. */
export class GenesysCloudCredentialsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secret = new TerraformVariable(this, "genesys_cloud_client_secret", { type: "string", sensitive: true });
    secret.addOverride("ephemeral", true);

    new AnyProvider(this, "genesyscloud", {
      name: "genesyscloud",
      source: "mypurecloud/genesyscloud",
      version: "~> 1.84",
      attributes: { oauthclient_id: "abc123", oauthclient_secret: secret.stringValue, aws_region: REGION },
    });
    new AnyResource(this, "skill", "genesyscloud_routing_skill", { name: "Esperanto" });
  }
}
