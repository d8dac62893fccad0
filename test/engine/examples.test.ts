import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { App, LocalBackend, type TerraformStack } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ExternalTokenStack } from "../../examples/external-token-stack";
import { VerifiedCredentialsStack } from "../../examples/verified-credentials-stack";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { announce, engineFor } from "./engine-for";
import { commandLines, encodings, leaksIn, leaksInFiles } from "./leak-audit";
import { Workspace } from "./workspace";

const SECRET = "p$4\"\\+&% =${x}%{y}'é";
const FORMS = encodings(SECRET, "abc123");

interface Example {
  readonly name: string;
  readonly vars: Record<string, string>;
  readonly env: Record<string, string>;
  readonly stack: (app: App, endpoint: TokenEndpoint) => TerraformStack;
}

const EXAMPLES: Example[] = [
  {
    name: "verified-credentials",
    vars: { cxone_client_secret: SECRET },
    env: {},
    stack: (app, endpoint) => new VerifiedCredentialsStack(app, "verified-credentials", endpoint),
  },
  {
    name: "external-token",
    vars: {},
    env: { CXONE_CLIENT_SECRET: SECRET },
    stack: (app, endpoint) => new ExternalTokenStack(app, "external-token", endpoint),
  },
];

let server: ScriptedServer;
let duringRequests = "";

beforeEach(async () => {
  duringRequests = "";
  server = await startScriptedServer((request, response) => {
    // The request is held, and what others could see meanwhile is kept.
    setTimeout(() => {
      duringRequests += commandLines();
      const right = new URLSearchParams(request.body).get("client_secret") === Buffer.from(SECRET).toString();
      if (right) json(response, 200, { access_token: "token-0123456789", token_type: "Bearer", expires_in: 3600 });
      else json(response, 401, { error: "invalid_client", error_description: "no such client" });
    }, 200);
  });
});
afterEach(() => server.close());

function synthesized(example: Example): string {
  const outdir = mkdtempSync(join(tmpdir(), "example-"));
  const app = new App({ outdir, context: {} });
  const folder = join(outdir, "stacks", example.name);
  const stack = example.stack(app, TokenEndpoint.fromUrl(server.url));
  // Beside what is synthesized, so that the audit finds it.
  new LocalBackend(stack, { path: join(folder, "terraform.tfstate") });
  app.synth();
  return folder;
}

describe.each(["terraform", "tofu"] as const)("%s applies the examples and leaks no secret", (engineName) => {
  for (const example of EXAMPLES)
    it(example.name, async (context) => {
      const engine = await engineFor(context, engineName);
      const folder = synthesized(example);
      const log = join(folder, "trace.log");
      const env = { ...example.env, TF_LOG: "TRACE", TF_LOG_PATH: log };
      const { vars } = example;
      const workspace = new Workspace({ engine, folder, log: announce, env });

      const init = await workspace.init();
      expect(init.output).toContain("successfully initialized");
      announce(`${engine.title}: ${init.providers} providers ${JSON.stringify(init.versions)}`);
      const output = [init.output];
      const plan = await workspace.plan({ vars, out: "saved.plan" });
      const apply = await workspace.apply({ vars, plan: "saved.plan" });
      expect({ plan: plan.code, apply: apply.code, output: apply.output }).toMatchObject({ plan: 0, apply: 0 });
      expect(server.received.length).toBeGreaterThan(0);
      expect(server.received[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
      const again = await workspace.plan({ vars, args: ["-detailed-exitcode"] });
      // A second plan of the data source reads a token with another expiry, which is an output of that example.
      if (example.name === "verified-credentials") expect(again.code).toBe(0);
      expect(leaksInFiles(folder, { state: '"terraform_version"' })).toContain("terraform.tfstate: state");
      expect(leaksInFiles(folder, FORMS)).toEqual([]);
      const destroy = await workspace.destroy({ vars });
      expect(destroy.code).toBe(0);
      output.push(plan.output, apply.output, again.output, destroy.output);

      expect(leaksIn(output.join("\n"), FORMS)).toEqual([]);
      expect(leaksInFiles(folder, FORMS)).toEqual([]);
      expect(duringRequests).toContain("request.sh");
      expect(leaksIn(duringRequests, FORMS)).toEqual([]);
    });

  it("fails by the program's own text and one short label", async (context) => {
    const engine = await engineFor(context, engineName);
    const folder = synthesized(EXAMPLES[0] as Example);
    const workspace = new Workspace({ engine, folder, log: announce });
    await workspace.init();
    const apply = await workspace.apply({ vars: { cxone_client_secret: "wrong-0123" } });
    expect(apply.code).not.toBe(0);
    const text = apply.output.replace(/[│\s]+/g, " ");
    expect(text).toContain("Error running command 'access-token-request': exit status 31");
    expect(text).toContain("Likely causes, most likely first");
    expect(apply.output).not.toContain("wrong-0123");
  });
});
