import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, ref, TerraformStack, Token } from "cdktf";
import { EphemeralAccessToken, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { command } from "../cli/command";
import { postRequest } from "../cli/verify/app";
import { json, startScriptedServer } from "../server/scripted-server";

const SECRET = "s3cr3t";

/** What the command `request` prints, with the time that a page shows. */
async function printedByRequest(): Promise<string> {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "x", token_type: "bearer", expires_in: 3600, scope: "read audit" });
  });
  try {
    const args = ["--token-endpoint", server.url, "--client-id", "abc123", "--method", "post", "--scope", "read write"];
    const { stdout } = await command(["request", ...args, "--client-secret-env", "SECRET"], { env: { SECRET } });
    return stdout
      .trimEnd()
      .replaceAll(server.url, "https://auth.example.com/token")
      .replace(/until \S+/, "until 2027-01-31T13:00:00Z")
      .replace('Secret.fromEnvironment("SECRET")', 'Secret.ephemeralVariable(this, "client_secret")');
  } finally {
    await server.close();
  }
}

/** What the command `verify` prints of a stack with three requests that can be made and one that only Terraform can. */
async function printedByVerify(): Promise<string> {
  const server = await startScriptedServer(({ body }, response) => {
    if (body.includes("client_id=def456")) json(response, 401, { error: "invalid_client" });
    else json(response, 200, { access_token: "x", token_type: "bearer", expires_in: 3600 });
  });
  const folder = mkdtempSync(join(tmpdir(), "printed-"));
  try {
    const app = new App({ outdir: join(folder, "cdktf.out") });
    const stack = new TerraformStack(app, "app");
    const request = (clientId: string, secret: Secret) => postRequest(server.url, clientId, secret);
    const ofEnvironment = Secret.fromEnvironment("SECRET");
    new LocalExecAccessToken(stack, "verified", { request: request("abc123", ofEnvironment) });
    new EphemeralAccessToken(stack, "token", { request: request("abc123", ofEnvironment) });
    new LocalExecAccessToken(stack, "billing", { request: request("def456", ofEnvironment) });
    const ofVault = Secret.fromExpression(Token.asString(ref("data.vault_kv_secret_v2.cxone.data", stack)));
    new LocalExecAccessToken(stack, "vault", { request: request("abc123", ofVault) });
    app.synth();
    const { stdout } = await command(["verify"], { cwd: folder, env: { SECRET } });
    const shown = "https://auth.example.com/token";
    return stdout
      .trimEnd()
      .replace(
        /^(construct +)token endpoint +/,
        (_, first: string) => first + "token endpoint".padEnd(shown.length + 2),
      )
      .replaceAll(server.url, shown)
      .replace(/20\d\d-\S+Z/g, "2027-01-31T13:00:00Z");
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** What a page may show of a command, by the name that it gives it. */
export const COMMANDS: Readonly<Record<string, () => Promise<string>>> = {
  request: printedByRequest,
  verify: printedByVerify,
};
