import { AccessTokenRequest, ClientAuthentication, TokenEndpoint, type Secret } from "cdktf-oauth2-token";
import { TerraformStack, Testing } from "cdktf";

/** The request that this library began with. */
export function cxoneRequest(clientSecret: Secret, parameters?: Record<string, string>): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
    scopes: ["urn:nice:cxone:platform:api"],
    ...(parameters === undefined ? {} : { parameters }),
  });
}

export function emptyStack(): TerraformStack {
  return new TerraformStack(Testing.app(), "stack");
}

export interface Synthesized {
  readonly resource: { readonly null_resource: Readonly<Record<string, NullResource>> };
  readonly data: { readonly external: Readonly<Record<string, { readonly program: string[] }>> };
  readonly provider: Readonly<Record<string, unknown[]>>;
  readonly variable: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface NullResource {
  readonly triggers: Readonly<Record<string, string>>;
  readonly depends_on?: string[];
  readonly provisioner: readonly {
    readonly "local-exec": { readonly interpreter: string[]; readonly environment?: Readonly<Record<string, string>> };
  }[];
}

/** What a stack synthesizes, its validations run. */
export function synthesized(stack: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(stack, true)) as Synthesized;
}

/** What the synthesis of a stack fails with. */
export function failureOf(stack: TerraformStack): string {
  try {
    Testing.synth(stack, true);
  } catch (error) {
    return String(error);
  }
  throw new Error("the synthesis did not fail");
}

/** The program's arguments, read as a server reads a form. */
export function argumentsOf(words: readonly string[]): URLSearchParams {
  return new URLSearchParams(words.slice(2).join("&"));
}
