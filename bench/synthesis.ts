import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { App, AssetType, Fn, TerraformAsset, TerraformStack } from "cdktf";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { compare, type Comparison } from "./measure";

const FILES = fileURLToPath(new URL("../lib/program/files", import.meta.url));

/** Synthesis of many constructs against the same resources written by hand with CDKTF's own constructs. */
export async function synthesis(): Promise<Comparison[]> {
  const results: Comparison[] = [];
  for (const [count, pairs] of [
    [100, 60],
    [1_000, 30],
    // A pair takes a quarter of a minute: fewer, so that all of it takes minutes.
    [10_000, 12],
  ] as const)
    results.push(
      await compare(
        `${count.toLocaleString("en")} constructs`,
        pairs,
        () =>
          synthesized((stack) => {
            ours(stack, count);
          }),
        () =>
          synthesized((stack) => {
            byHand(stack, count);
          }),
        1.1,
      ),
    );
  return results;
}

async function synthesized(build: (stack: TerraformStack) => void): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), "bench-"));
  const app = new App({ outdir });
  build(new TerraformStack(app, "stack"));
  app.synth();
  await Promise.resolve();
  rmSync(outdir, { recursive: true });
}

function ours(stack: TerraformStack, count: number): void {
  const request = AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl("https://login.example.com/token"),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.ephemeralVariable(stack, "secret")),
    scopes: ["a", "b"],
  });
  for (let i = 0; i < count; i++) new LocalExecAccessToken(stack, `token${i}`, { request });
}

function byHand(stack: TerraformStack, count: number): void {
  const variable = new TerraformVariable(stack, "secret", { type: "string", sensitive: true });
  variable.addOverride("ephemeral", true);
  new NullProvider(stack, "null");
  const asset = new TerraformAsset(stack, "program", { path: FILES, type: AssetType.DIRECTORY });
  for (let i = 0; i < count; i++) {
    const parts = [
      "token_endpoint=https%3A%2F%2Flogin.example.com%2Ftoken",
      "form.grant_type=client_credentials",
      "form.scope=a+b",
      "client_authentication=client_secret_post",
      "client_id=abc123",
    ];
    new Resource(stack, `token${i}`, {
      triggers: { access_token_request: parts.join("&") },
      provisioners: [
        {
          type: "local-exec",
          interpreter: ["/bin/sh", `\${path.module}/${asset.path}request.sh`, ...parts],
          command: "access-token-request",
          environment: { ACCESS_TOKEN_REQUEST_CLIENT_SECRET: Fn.urlencode(variable.stringValue) },
          ...{ quiet: true },
        },
      ],
    });
  }
}
