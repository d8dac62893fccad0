import { LocalProvider } from "@cdktf/provider-local/lib/provider";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformOutput, TerraformVariable, type TerraformStack } from "cdktf";

/** A stack to look at as JSON and as HCL. Each shows one construct or one option, and nothing else. */
export interface Case {
  readonly name: string;
  /** CDKTF's HCL output cannot say it. */
  readonly jsonOnly?: true;
  build(stack: TerraformStack): void;
}

function cxone(clientSecret: Secret): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", clientSecret),
    scopes: ["urn:nice:cxone:platform:api"],
  });
}

function basic(clientSecret: Secret, raw = false): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.genesysCloud("eu-central-1"),
    clientAuthentication: ClientAuthentication.clientSecretBasic("abc123", clientSecret, { raw }),
  });
}

const ENVIRONMENT = Secret.fromEnvironment("CXONE_CLIENT_SECRET");

export const CASES: readonly Case[] = [
  {
    name: "local-exec",
    build: (stack) => {
      const request = cxone(Secret.ephemeralVariable(stack, "cxone_client_secret"));
      const verified = new LocalExecAccessToken(stack, "verify_credentials", { request });
      new Resource(stack, "platform", { dependsOn: [verified] });
    },
  },
  {
    name: "local-exec-run",
    build: (stack) => {
      new LocalExecAccessToken(stack, "call_api", {
        request: cxone(ENVIRONMENT),
        run: ["/opt/tools/call-api.sh", "--all", "a b"],
      });
    },
  },
  {
    name: "local-exec-options",
    build: (stack) => {
      const first = new NullProvider(stack, "null");
      const second = new NullProvider(stack, "null_second", { alias: "second" });
      const before = new Resource(stack, "before", { provider: first });
      new LocalExecAccessToken(stack, "verify", {
        request: basic(ENVIRONMENT),
        triggers: { week: "47" },
        dependsOn: [before],
        provider: second,
        connectTimeoutSeconds: 5,
        timeoutSeconds: 20,
        shell: "C:\\Program Files\\Git\\bin\\sh.exe",
      });
    },
  },
  {
    name: "local-exec-references",
    build: (stack) => {
      const host = new TerraformVariable(stack, "host", {}).stringValue;
      const port = new TerraformVariable(stack, "port", { type: "number" }).numberValue;
      const id = new TerraformVariable(stack, "client_id", {}).stringValue;
      new LocalExecAccessToken(stack, "verify", {
        request: AccessTokenRequest.clientCredentials({
          tokenEndpoint: TokenEndpoint.fromUrl(`https://${host}:${port}/oauth/token`),
          clientAuthentication: ClientAuthentication.clientSecretPost(id, ENVIRONMENT),
          parameters: { audience: 'literal "${x}" & %{y}' },
        }),
      });
    },
  },
  {
    name: "local-exec-sensitive-variable",
    build: (stack) => {
      const variable = new TerraformVariable(stack, "client_secret", { sensitive: true });
      new LocalExecAccessToken(stack, "verify", { request: basic(Secret.fromVariable(variable), true) });
    },
  },
  {
    name: "external",
    build: (stack) => {
      const token = new ExternalAccessToken(stack, "token", { request: cxone(ENVIRONMENT) });
      new TerraformOutput(stack, "header", { value: token.authorizationHeader, sensitive: true });
      new TerraformOutput(stack, "access_token", { value: token.accessToken, sensitive: true });
      new TerraformOutput(stack, "about", { value: [token.tokenType, token.expiresAt, token.scope] });
    },
  },
  {
    name: "external-file",
    build: (stack) => {
      const secret = Secret.fromFile("/run/secrets/cxone", { keepFinalNewline: true });
      new ExternalAccessToken(stack, "token", { request: basic(secret) });
    },
  },
  {
    name: "external-command",
    build: (stack) => {
      new ExternalAccessToken(stack, "token", { request: basic(Secret.fromCommand(["pass", "show", "cx one"])) });
    },
  },
  {
    name: "external-read-at-apply",
    build: (stack) => {
      new ExternalAccessToken(stack, "token", {
        request: cxone(ENVIRONMENT),
        minimumLifetimeSeconds: 600,
        readAtApply: true,
      });
    },
  },
  {
    name: "external-still-valid",
    jsonOnly: true,
    build: (stack) => {
      const token = new ExternalAccessToken(stack, "token", { request: cxone(ENVIRONMENT) });
      new NullProvider(stack, "null");
      new Resource(stack, "consumer", { lifecycle: { precondition: [token.stillValid()] } });
    },
  },
  {
    name: "ephemeral",
    jsonOnly: true,
    build: (stack) => {
      const request = cxone(Secret.ephemeralVariable(stack, "cxone_client_secret"));
      const token = new EphemeralAccessToken(stack, "token", { request });
      new NullProvider(stack, "null");
      new Resource(stack, "call", {
        provisioners: [
          {
            type: "local-exec",
            command: "./call-api.sh",
            environment: {
              ACCESS_TOKEN: token.accessToken,
              AUTHORIZATION: token.authorizationHeader,
              ABOUT: `${token.tokenType} ${token.expiresAt} ${token.scope}`,
            },
          },
        ],
      });
    },
  },
  {
    name: "ephemeral-options",
    jsonOnly: true,
    build: (stack) => {
      const provider = new LocalProvider(stack, "local", { alias: "second" });
      stack.addOverride("terraform.required_providers.local.version", ">= 2.7.0");
      stack.addOverride("terraform.required_version", ">= 1.12");
      new NullProvider(stack, "null");
      const before = new Resource(stack, "before");
      const token = new EphemeralAccessToken(stack, "token", {
        request: basic(ENVIRONMENT),
        dependsOn: [before],
        provider,
        minimumLifetimeSeconds: 600,
      });
      token.ephemeralResource.addOverride("lifecycle.postcondition", [
        { condition: "${self.exit_code == 0}", error_message: "no token" },
      ]);
    },
  },
];
