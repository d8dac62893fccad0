import type { TokenEndpoint } from "cdktf-oauth2-token";
import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { DataHttpStack } from "./data-http-stack";
import { ExternalTokenStack } from "./external-token-stack";
import { GenesysCloudCredentialsStack } from "./genesys-cloud-credentials-stack";
import { GenesysCloudTokenStack } from "./genesys-cloud-token-stack";
import { BillingStack } from "./platform/billing-stack";
import { OrdersStack } from "./platform/orders-stack";
import { ProviderTokenStack } from "./provider-token-stack";
import { ProvisionerTokenStack } from "./provisioner-token-stack";
import { RunWithTokenStack } from "./run-with-token-stack";
import { VerifiedCredentialsStack } from "./verified-credentials-stack";

/** A way of use, as a stack of its own. An entry here is synthesized by the app and applied by the tests. */
export interface Example {
  /** The stack's name. */
  readonly name: string;
  /** What it shows, in one line. */
  readonly shows: string;
  /** Without a token endpoint and an API, the vendor's own are used. */
  readonly Stack: new (scope: Construct, id: string, tokenEndpoint?: TokenEndpoint, api?: string) => TerraformStack;
  /** The environment variable in which whoever runs Terraform gives the client's secret. */
  readonly secretVariable: string;
  /** Where the access token ends up. The client's secret is in none of these. */
  readonly tokenIn: "nothing" | "trace log" | "state";
  /** The first versions of the engines that can apply it. */
  readonly needs: { readonly terraform: string; readonly tofu: string };
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "verified-credentials",
    shows: "credentials are verified at apply, before anything that depends on them",
    Stack: VerifiedCredentialsStack,
    secretVariable: "TF_VAR_cxone_client_secret",
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
  {
    name: "external-token",
    shows: "an access token is read at plan, as a data source",
    Stack: ExternalTokenStack,
    secretVariable: "CXONE_CLIENT_SECRET",
    tokenIn: "state",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "run-with-token",
    shows: "a command is run with an access token at apply",
    Stack: RunWithTokenStack,
    secretVariable: "TF_VAR_cxone_client_secret",
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
  {
    name: "provisioner-token",
    shows: "a provisioner has an access token in its environment",
    Stack: ProvisionerTokenStack,
    secretVariable: "TF_VAR_cxone_client_secret",
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "provider-token",
    shows: "a provider is configured with an access token, and a write-only argument takes one",
    Stack: ProviderTokenStack,
    secretVariable: "TF_VAR_cxone_client_secret",
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "data-http",
    shows: "a data source reads from an API with an access token at plan",
    Stack: DataHttpStack,
    secretVariable: "CXONE_CLIENT_SECRET",
    tokenIn: "state",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "platform-orders",
    shows: "a team verifies the credentials of its platform team's request",
    Stack: OrdersStack,
    secretVariable: "CXONE_CLIENT_SECRET",
    tokenIn: "nothing",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "platform-billing",
    shows: "another team calls an API with an access token of the same request",
    Stack: BillingStack,
    secretVariable: "CXONE_CLIENT_SECRET",
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
];

/** Synthesized by the app, and not applied by the tests, which do not have the provider. */
export const NOT_APPLIED: readonly Pick<Example, "name" | "shows" | "Stack">[] = [
  {
    name: "genesys-cloud-token",
    shows: "the Genesys Cloud provider is configured with an access token",
    Stack: GenesysCloudTokenStack,
  },
  {
    name: "genesys-cloud-credentials",
    shows: "the Genesys Cloud provider is configured with the client's own credentials",
    Stack: GenesysCloudCredentialsStack,
  },
];
