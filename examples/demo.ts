import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { App } from "cdktf";
import Provider from "oidc-provider";
import { ExternalTokenStack } from "./external-token-stack";

/** Makes a real access token request at a real OAuth server, as the synthesized data source says. */
const SECRET = 'p$4"\\+&% =${x}';

async function main(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oauth = new Provider(origin, {
    clients: [
      {
        client_id: "abc123",
        client_secret: SECRET,
        grant_types: ["client_credentials"],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ["urn:nice:cxone:platform:api"],
  });
  const handle = oauth.callback();
  server.on("request", (request, response) => void handle(request, response));

  const outdir = mkdtempSync(join(tmpdir(), "cdktf-oauth2-token-"));
  const app = new App({ outdir });
  new ExternalTokenStack(app, "external-token", TokenEndpoint.fromUrl(`${origin}/token`));
  app.synth();
  const stack = join(outdir, "stacks", "external-token");
  const synthesized = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as {
    data: { external: { token: { program: string[] } } };
  };
  const { program } = synthesized.data.external.token;
  console.log("Synthesized:\n", JSON.stringify(program, null, 2));

  const [command = "", ...args] = program.map((word) => word.replace("${path.module}", "."));
  const child = spawn(command, args, {
    cwd: stack,
    env: { ...process.env, CXONE_CLIENT_SECRET: SECRET },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let answer = "";
  child.stdout.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (code === 0) {
    const token = JSON.parse(answer) as Record<string, string>;
    console.log("The access token request, as Terraform starts it, answered:\n", {
      ...token,
      access_token: "(not shown)",
    });
  }

  const asJson = await fetch(`${origin}/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant_type: "client_credentials", client_id: "abc123", client_secret: SECRET }),
  });
  console.log(`The same request posted as JSON answered ${asJson.status}:\n`, await asJson.json());
  server.closeAllConnections();
  server.close();
  rmSync(outdir, { recursive: true });
  process.exitCode = code ?? 1;
  const terraform = spawnSync("terraform", ["version"], { encoding: "utf8" });
  console.log(
    terraform.status === 0
      ? "Terraform is installed: `npx cdktf-cli deploy external-token` applies the example against your own server."
      : "Install Terraform 1.10 or OpenTofu 1.11, or later, to apply the examples.",
  );
}

void main();
