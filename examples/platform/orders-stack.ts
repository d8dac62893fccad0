import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { LocalExecAccessToken, type TokenEndpoint } from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { platformAccessTokenRequest } from ".";

/** A team's stack: the platform's credentials are verified before anything is built. */
export class OrdersStack extends TerraformStack {
  constructor(scope: Construct, id: string, tokenEndpoint?: TokenEndpoint) {
    super(scope, id);
    new NullProvider(this, "null");
    const verified = new LocalExecAccessToken(this, "verify_credentials", {
      request: platformAccessTokenRequest(tokenEndpoint),
    });
    new Resource(this, "queue", { dependsOn: [verified] });
  }
}
