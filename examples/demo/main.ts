import { randomBytes } from "node:crypto";
import { EXAMPLES } from "..";
import { secretEncodings } from "../../test/audit/encodings";
import { LeakAudit } from "../../test/audit/leak-audit";
import { obtainAnyEngine } from "../../test/engine/engines";
import { SCOPE, startOAuthServer, type OAuthServer } from "../../test/server/oauth-server";
import { applyExamples } from "./apply";
import { heading, say } from "./print";
import { runPrograms } from "./run-programs";
import { showSynthesized } from "./synthesized";

const CLIENT_ID = "abc123";
/** What an unescaped request would stumble over. The rest is new at each start, so that it lies nowhere by chance. */
const AWKWARD = `p$4"\\+&% =\${x}%{y}'@<>`;
const SECRET = AWKWARD + randomBytes(12).toString("hex");
const SHOWN = ["verified-credentials", "external-token"];

async function main(): Promise<void> {
  const audit = new LeakAudit(secretEncodings(SECRET));
  const server = await startOAuthServer({
    clients: [{ id: CLIENT_ID, secret: SECRET, method: "client_secret_post" }],
    hold: () => audit.watchFor(100),
  });
  try {
    heading("An OAuth 2.0 server on this machine");
    say(`${server.tokenEndpoint}, with the client ${CLIENT_ID} and a secret that begins with ${AWKWARD}`);

    heading("What the examples synthesize");
    for (const example of EXAMPLES.filter(({ name }) => SHOWN.includes(name))) await showSynthesized(example, server);

    await makeRequests(server, audit);

    heading("Where the secret is");
    reportAudit(audit);

    heading("What the same request posted as JSON answers");
    await postJson(server);
  } finally {
    await server.close();
  }
  console.log("\nDone. The README tells which construct is for what; npm test proves all of it.");
}

/** By an engine where there is one, else as an engine would. */
async function makeRequests(server: OAuthServer, audit: LeakAudit): Promise<void> {
  const engine = await obtainAnyEngine({ terraform: "1.10.0", tofu: "1.11.0" }, { log: say });
  const run = { server, audit, secret: SECRET };
  const missing = "missing" in engine ? `no engine is on PATH; ${engine.missing}` : await applyExamples(engine, run);
  if (missing === undefined) return;

  heading("The synthesized program, started as Terraform would start it");
  say(`Nothing is applied: ${missing}.`);
  await runPrograms(run);
  say("To see the examples applied, install Terraform 1.10 or OpenTofu 1.11, or later, and start this again.");
}

function reportAudit(audit: LeakAudit): void {
  const { files, outputs, commandLines, openFiles } = audit.looked;
  say("Looked at, while the server held each request and after it:");
  say(`${files.size} files: all below the folders of the stacks, saved plans unpacked`, 4);
  say(
    `${outputs.size} outputs, ${openFiles.size} open files, and the command lines of ${commandLines.size} programs`,
    4,
  );
  if (commandLines.size === 0) say("Command lines and open files were not looked at: this system has no /proc.");
  if (audit.findings.length > 0) throw new Error(`the audit found the secret:\n${audit.findings.join("\n")}`);
  say("The secret is in none of them, in no encoding.");
}

async function postJson({ tokenEndpoint }: OAuthServer): Promise<void> {
  const body = { grant_type: "client_credentials", client_id: CLIENT_ID, client_secret: SECRET, scope: SCOPE };
  const headers = { "content-type": "application/json" };
  const response = await fetch(tokenEndpoint, { method: "POST", headers, body: JSON.stringify(body) });
  const { error, error_description: description } = (await response.json()) as Record<string, string>;
  say(`${response.status} ${String(error)}: ${String(description)}`);
  if (response.ok) throw new Error("the server took a JSON body");
}

main().catch((error: unknown) => {
  console.error(`\nFailed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
