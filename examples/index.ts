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
import { RevokedTokenStack } from "./revoked-token-stack";
import { RunWithTokenStack } from "./run-with-token-stack";
import { PasswordGrantStack } from "./password-grant-stack";
import { PrivateKeyJwtStack } from "./private-key-jwt-stack";
import { TlsClientStack } from "./tls-client-stack";
import { JwtBearerStack } from "./jwt-bearer-stack";
import { TokenExchangeStack } from "./token-exchange-stack";
import { VerifiedCredentialsStack } from "./verified-credentials-stack";

/** A secret of an example, and the one place where whoever runs Terraform gives it. */
export type ExampleSecret = {
  /** Such as "client secret". */
  readonly what: string;
} & (
  | { /** An environment variable. */ readonly variable: string }
  | { /** A file of the folder that the Terraform variable secrets_folder names. */ readonly file: string }
  | { /** What `pass show` is asked for. */ readonly pass: string }
);

/** A way of use, as a stack of its own. An entry here is synthesized by the app and applied by the tests. */
export interface Example {
  /** The stack's name. */
  readonly name: string;
  /** What it shows, in one line. */
  readonly shows: string;
  /** Without a token endpoint and an API, the vendor's own are used. */
  readonly Stack: new (scope: Construct, id: string, tokenEndpoint?: TokenEndpoint, api?: string) => TerraformStack;
  /** All secrets of its request. */
  readonly secrets: readonly ExampleSecret[];
  /** Where the access token ends up. No secret is in any of these. */
  readonly tokenIn: "nothing" | "trace log" | "state";
  /** The first versions of the engines that can apply it. */
  readonly needs: { readonly terraform: string; readonly tofu: string };
}

export const EXAMPLES: readonly Example[] = [
  {
    name: "verified-credentials",
    shows: "credentials are verified at apply, before anything that depends on them",
    Stack: VerifiedCredentialsStack,
    secrets: [{ what: "client secret", variable: "TF_VAR_cxone_client_secret" }],
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
  {
    name: "external-token",
    shows: "an access token is read at plan, as a data source",
    Stack: ExternalTokenStack,
    secrets: [{ what: "client secret", variable: "CXONE_CLIENT_SECRET" }],
    tokenIn: "state",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "run-with-token",
    shows: "a command is run with an access token at apply",
    Stack: RunWithTokenStack,
    secrets: [{ what: "client secret", variable: "TF_VAR_cxone_client_secret" }],
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
  {
    name: "provisioner-token",
    shows: "a provisioner has an access token in its environment",
    Stack: ProvisionerTokenStack,
    secrets: [{ what: "client secret", variable: "TF_VAR_cxone_client_secret" }],
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "provider-token",
    shows: "a provider is configured with an access token, and a write-only argument takes one",
    Stack: ProviderTokenStack,
    secrets: [{ what: "client secret", variable: "TF_VAR_cxone_client_secret" }],
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "data-http",
    shows: "a data source reads from an API with an access token at plan",
    Stack: DataHttpStack,
    secrets: [{ what: "client secret", variable: "CXONE_CLIENT_SECRET" }],
    tokenIn: "state",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "platform-orders",
    shows: "a team verifies the credentials of its platform team's request",
    Stack: OrdersStack,
    secrets: [{ what: "client secret", variable: "CXONE_CLIENT_SECRET" }],
    tokenIn: "nothing",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "platform-billing",
    shows: "another team calls an API with an access token of the same request",
    Stack: BillingStack,
    secrets: [{ what: "client secret", variable: "CXONE_CLIENT_SECRET" }],
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "password-grant",
    shows: "a command is run with a user's access token, whose request has three secrets from three places",
    Stack: PasswordGrantStack,
    secrets: [
      { what: "client secret", variable: "TF_VAR_client_secret" },
      { what: "password", pass: "example/jane" },
      { what: "gateway key", file: "gateway-key" },
    ],
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
  {
    name: "private-key-jwt",
    shows: "a client's private key is verified at apply, at an issuer whose token endpoint is discovered",
    Stack: PrivateKeyJwtStack,
    secrets: [
      { what: "private key", file: "client.key" },
      { what: "passphrase", variable: "CLIENT_KEY_PASSPHRASE" },
    ],
    tokenIn: "nothing",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "tls-client",
    shows: "a provisioner has an access token, whose client is known by its certificate",
    Stack: TlsClientStack,
    secrets: [
      { what: "private key", file: "client.key" },
      { what: "passphrase", pass: "example/client-key" },
    ],
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "jwt-bearer",
    shows: "an access token for a user is read at plan, by a JWT that is signed in each run",
    Stack: JwtBearerStack,
    secrets: [
      { what: "client secret", variable: "CLIENT_SECRET" },
      { what: "private key", file: "issuer.key" },
    ],
    tokenIn: "state",
    needs: { terraform: "1.5.0", tofu: "1.6.0" },
  },
  {
    name: "token-exchange",
    shows: "a token is exchanged for another one, which two teams share",
    Stack: TokenExchangeStack,
    secrets: [
      { what: "client secret", variable: "TF_VAR_client_secret" },
      { what: "subject token", file: "subject-token" },
    ],
    tokenIn: "trace log",
    needs: { terraform: "1.11.0", tofu: "1.11.0" },
  },
  {
    name: "revoked-token",
    shows: "a command is run with an access token, which is revoked once it has ended",
    Stack: RevokedTokenStack,
    secrets: [{ what: "client secret", variable: "TF_VAR_cxone_client_secret" }],
    tokenIn: "nothing",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
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
