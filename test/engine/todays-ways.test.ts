import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { announce, engineFor, initialized } from "./engine-for";
import { ENGINE_NAMES, type EngineName } from "./engines";
import { Workspace } from "./workspace";

/** How such requests are written today, by hand: what the audit of the examples would find in them. */
let secret: string;
let audit: LeakAudit;
let server: OAuthServer;
let folder: string;

beforeEach(async () => {
  secret = `plain-${randomBytes(12).toString("hex")}`;
  audit = new LeakAudit(secretEncodings(secret));
  folder = mkdtempSync(join(tmpdir(), "todays-way-"));
  mkdirSync(join(folder, "tmp"));
  server = await startOAuthServer({
    clients: [{ id: "abc123", secret, method: "client_secret_post" }],
    hold: () => audit.watchFor(150),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const PINNED = {
  null: { source: "null", version: "3.2.4" },
  external: { source: "external", version: "2.3.5" },
};

/** A workspace with a stack that is written by hand, its variable in the environment. */
async function workspaceWith(context: TestContext, name: EngineName, stack: object): Promise<Workspace> {
  const engine = await engineFor(context, name);
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack));
  const workspace = new Workspace({
    engine,
    folder,
    log: announce,
    env: {
      TF_VAR_client_secret: secret,
      TMPDIR: join(folder, "tmp"),
      TF_LOG: "TRACE",
      TF_LOG_PATH: join(folder, "trace.log"),
    },
  });
  await initialized(context, workspace, () => workspace.init());
  return workspace;
}

function localExec(command: string, more: object = {}, sensitive = true): object {
  return {
    terraform: { required_providers: { null: PINNED.null } },
    variable: { client_secret: { type: "string", sensitive } },
    resource: { null_resource: { token: { provisioner: [{ "local-exec": { command } }], ...more } } },
  };
}

const heredoc = (curl: string) => `${curl} -H 'Content-Type: application/json' -d @- ${server.tokenEndpoint} <<JSON
{"grant_type":"client_credentials","client_id":"abc123","client_secret":"\${var.client_secret}"}
JSON
`;

describe.each(ENGINE_NAMES)("with %s, the audit finds the secret of", (name) => {
  it("curl with a heredoc, in the command line and the saved plan, and nothing says that it was refused", async (context) => {
    const workspace = await workspaceWith(context, name, localExec(heredoc("curl -s")));
    const plan = await workspace.plan({ out: "saved.plan" });
    const apply = await workspace.apply({ plan: "saved.plan" });
    expect([plan.code, apply.code]).toEqual([0, 0]);
    expect(server.tokenRequests).toEqual(["application/json"]);
    expect(server.issued).toEqual([]);
    audit.files(folder);
    expect(audit.findings).toEqual(expect.arrayContaining(["command line of sh: plain", "saved.plan: plain"]));
  });

  it("curl with a heredoc, in the failure's text", async (context) => {
    const workspace = await workspaceWith(context, name, localExec(heredoc("curl -s --fail")));
    const apply = await workspace.apply();
    expect(apply.code).not.toBe(0);
    audit.output("apply", apply.output);
    expect(audit.findings).toContain("apply: plain");
  });

  it("curl with a variable that is not sensitive, in the output", async (context) => {
    const workspace = await workspaceWith(context, name, localExec(heredoc("curl -s"), {}, false));
    const apply = await workspace.apply();
    expect(apply.code).toBe(0);
    audit.output("apply", apply.output);
    expect(audit.findings).toContain("apply: plain");
  });

  it("a trigger, in state and its backup", async (context) => {
    const triggers = { client_secret: "${var.client_secret}" };
    const workspace = await workspaceWith(context, name, localExec(heredoc("curl -s"), { triggers }));
    expect((await workspace.apply()).code).toBe(0);
    audit.files(folder);
    expect(audit.findings).toContain("terraform.tfstate: plain");
    expect((await workspace.destroy()).code).toBe(0);
    audit.files(folder);
    expect(audit.findings).toContain("terraform.tfstate.backup: plain");
  });

  it("a temporary file that is removed before the request, while it is open", async (context) => {
    const command = `file=$(mktemp); printf 'grant_type=client_credentials&client_id=abc123&client_secret=%s' '\${var.client_secret}' > "$file"
exec 3< "$file"; rm "$file"; curl -s -d @- ${server.tokenEndpoint} <&3`;
    const workspace = await workspaceWith(context, name, localExec(command));
    expect((await workspace.apply()).code).toBe(0);
    expect(server.issued).toHaveLength(1);
    expect(audit.findings).toContain("deleted file open in curl: plain");
  });

  it("an engine that is given it by -var, in the command line and the trace log", async (context) => {
    const workspace = await workspaceWith(context, name, localExec(`curl -s ${server.tokenEndpoint}`));
    const run = workspace.apply({ args: ["-var", `client_secret=${secret}`] });
    expect((await run).code).toBe(0);
    audit.files(folder);
    const places = [`command line of ${name}: plain`, "trace.log: plain"];
    expect(audit.findings).toEqual(expect.arrayContaining(places));
  });

  it("a data source with the secret among its arguments, in command line and state", async (context) => {
    const curl = `curl -s -d grant_type=client_credentials -d client_id=abc123 -d "client_secret=$1" ${server.tokenEndpoint}`;
    const program = ["sh", "-c", `${curl} >/dev/null; echo '{"ok":"yes"}'`, "sh", "${var.client_secret}"];
    const workspace = await workspaceWith(context, name, {
      terraform: { required_providers: { external: PINNED.external } },
      variable: { client_secret: { type: "string", sensitive: true } },
      data: { external: { token: { program } } },
    });
    expect((await workspace.apply()).code).toBe(0);
    expect(server.issued.length).toBeGreaterThan(0);
    audit.files(folder);
    const places = ["command line of curl: plain", "command line of sh: plain", "terraform.tfstate: plain"];
    expect(audit.findings).toEqual(expect.arrayContaining(places));
  });
});
