import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { AccessTokenRequest, ClientAuthentication, Secret, TokenEndpoint } from "cdktf-oauth2-token";
import { onTestFinished } from "vitest";

/** Synthesizes an app of stacks, as a project does, and gives the folder around its cdktf.out. */
export function synthesized(stacks: Readonly<Record<string, (stack: TerraformStack) => void>>): string {
  const folder = temporaryFolder();
  const app = new App({ outdir: join(folder, "cdktf.out") });
  for (const [name, build] of Object.entries(stacks)) build(new TerraformStack(app, name));
  app.synth();
  return folder;
}

/** The same as HCL, which has no construct paths. */
export function synthesizedHcl(name: string, build: (stack: TerraformStack) => void): string {
  let hcl = "";
  const folder = synthesized({
    [name]: (stack) => {
      build(stack);
      hcl = String(Testing.synthHcl(stack));
    },
  });
  const stack = join(folder, "cdktf.out", "stacks", name);
  writeFileSync(join(stack, "cdk.tf"), hcl);
  rmSync(join(stack, "cdk.tf.json"));
  return folder;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

export function postRequest(
  tokenEndpoint: string,
  clientId: string,
  secret: Secret,
  scopes: string[] = [],
): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost(clientId, secret),
    scopes,
  });
}
