import type { TokenEndpoint } from "cdktf-oauth2-token";
import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { ExternalTokenStack } from "./external-token-stack";
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
];
