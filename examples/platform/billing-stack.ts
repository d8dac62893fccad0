import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { EphemeralAccessToken, type TokenEndpoint } from "cdktf-oauth2-token";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { CALL_API } from "../call-api";
import { platformAccessTokenRequest } from ".";

/** Another team's stack: the same request, for a provisioner that calls an API. */
export class BillingStack extends TerraformStack {
  constructor(scope: Construct, id: string, tokenEndpoint?: TokenEndpoint, api = "https://api.example.com") {
    super(scope, id);
    new NullProvider(this, "null");
    const token = new EphemeralAccessToken(this, "token", { request: platformAccessTokenRequest(tokenEndpoint) });
    new Resource(this, "call", {
      provisioners: [
        { type: "local-exec", command: CALL_API, environment: { ACCESS_TOKEN: token.accessToken, API_URL: api } },
      ],
    });
  }
}
