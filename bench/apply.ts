import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { VerifiedCredentialsStack } from "../examples/verified-credentials-stack";
import { findEngine } from "../test/engine/engines";
import { Workspace } from "../test/engine/workspace";
import { json, startScriptedServer } from "../test/server/scripted-server";
import { compare, type Comparison } from "./measure";

const PAIRS = 30;
const SECRET = "s3cr3t";

/** The curl heredoc that people write today, with the secret in the command. */
class HeredocStack extends TerraformStack {
  constructor(app: App, id: string, url: string) {
    super(app, id);
    new NullProvider(this, "null");
    const verify = new Resource(this, "verify_credentials", {
      provisioners: [
        {
          type: "local-exec",
          command: `curl -sf -d @- ${url} <<EOF\ngrant_type=client_credentials&client_id=abc123&client_secret=${SECRET}\nEOF`,
        },
      ],
    });
    new Resource(this, "platform", { dependsOn: [verify] });
  }
}

/** `terraform apply` of the example, from nothing, against the same with a curl heredoc. */
export async function apply(): Promise<Comparison[]> {
  const engine = await findEngine("terraform");
  if (!engine) {
    console.log("terraform apply is not measured: Terraform is not on PATH");
    return [];
  }
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "a".repeat(800), token_type: "bearer", expires_in: 3600 });
  });
  const folders: string[] = [];
  const prepared = async (name: string, build: (app: App) => TerraformStack) => {
    const outdir = mkdtempSync(join(tmpdir(), "bench-"));
    folders.push(outdir);
    const app = new App({ outdir });
    const folder = join(outdir, "stacks", name);
    new LocalBackend(build(app), { path: join(folder, "terraform.tfstate") });
    app.synth();
    const workspace = new Workspace({ engine, folder, log: console.log });
    const init = await workspace.init();
    if (init.code !== 0) throw new Error(init.output);
    return async () => {
      // From nothing each time: what is applied already asks no token endpoint.
      writeFileSync(join(folder, "terraform.tfstate"), "");
      const run = await workspace.apply({ vars: { cxone_client_secret: SECRET } });
      if (run.code !== 0) throw new Error(run.output);
    };
  };
  const endpoint = TokenEndpoint.fromUrl(server.url);
  const ours = await prepared("ours", (app) => new VerifiedCredentialsStack(app, "ours", endpoint));
  const theirs = await prepared("heredoc", (app) => new HeredocStack(app, "heredoc", server.url));
  const result = await compare("terraform apply of the example", PAIRS, ours, theirs);
  await server.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  return [result];
}
