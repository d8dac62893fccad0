import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { readPages, type CodeBlock } from "../docs/page";
import { exportsOf } from "../docs/run-module";
import { cannotRun } from "../needs";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { announce, engineFor, initialized } from "./engine-for";
import { ENGINE_NAMES, isAtLeast, type EngineName } from "./engines";
import { Workspace } from "./workspace";

/** Pages with an app of their own, which is applied as it stands there, but for its token endpoint. */
const PAGES = [
  {
    page: "README.md",
    stack: "platform",
    clientId: "your-client-id",
    endpoint: 'TokenEndpoint.genesysCloud("eu-central-1")',
    url: "https://login.mypurecloud.de/oauth/token",
    waits: "null_resource.queues",
    secretVariable: "TF_VAR_genesys_client_secret",
    needs: { terraform: "1.10.0", tofu: "1.11.0" },
  },
];

const secret = randomBytes(12).toString("hex");
let folder: string;
let server: OAuthServer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each(ENGINE_NAMES.flatMap((name) => PAGES.map((page) => ({ name, ...page }))))(
  "$name applies $page",
  (page) => {
    it("and prints what the page shows", async (context) => {
      const workspace = await workspaceOf(context, page.name, page, secret);
      const { code, output } = await workspace.apply();
      expect(code, output).toBe(0);
      expect(server.issued).toHaveLength(1);
      expect(output).toContain(`${page.waits}: Creating`);
      expectShown(page, "accepted", output);
    });

    it("and prints what the page shows where the secret is wrong", async (context) => {
      const workspace = await workspaceOf(context, page.name, page, "wrong");
      const { code, output } = await workspace.apply();
      expect(code).toBe(1);
      expect(server.issued).toEqual([]);
      expect(output).not.toContain(`${page.waits}: Creating`);
      expectShown(page, "refused", output);
    });
  },
);

async function workspaceOf(
  context: TestContext,
  name: EngineName,
  { page, stack, clientId, endpoint, secretVariable, needs }: (typeof PAGES)[number],
  given: string,
): Promise<Workspace> {
  server = await startOAuthServer({ clients: [{ id: clientId, secret, method: "client_secret_basic" }] });
  const engine = await engineFor(context, name);
  if (!isAtLeast(engine, needs)) cannotRun(context, `${engine.title} is older than ${needs[name]}`);
  const code = blocksOf(page).find(({ language, text }) => language === "ts" && text.includes("app.synth()"));
  if (!code?.text.includes(endpoint)) throw new Error(`${page} has no app with ${endpoint}`);
  const source = code.text.replace(endpoint, `TokenEndpoint.fromUrl("${server.tokenEndpoint}")`);
  await exportsOf({ source, file: `${page}.ts` }, folder);
  const directory = join(folder, "stacks", stack);
  // CDKTF keeps the state where the app was run: here that is the repository.
  const backend = { terraform: { backend: { local: { path: join(directory, "terraform.tfstate") } } } };
  writeFileSync(join(directory, "backend_override.tf.json"), JSON.stringify(backend));
  const workspace = new Workspace({ engine, folder: directory, log: announce, env: { [secretVariable]: given } });
  await initialized(context, workspace, () => workspace.init());
  return workspace;
}

/** Each line of the page is printed, in this order: an engine wraps lines as it likes, and says more than a page shows. */
function expectShown({ page, url }: (typeof PAGES)[number], what: string, output: string): void {
  const block = blocksOf(page).find(({ marks }) => marks["applied"] === what);
  if (!block) throw new Error(`${page} has no block applied=${what}`);
  const printed = output.replaceAll(server.tokenEndpoint, url).replace(/\s+/g, " ");
  let from = 0;
  for (const line of block.text
    .split("\n")
    .map((text) => text.trim().replace(/\s+/g, " "))
    .filter((text) => text !== "")) {
    const at = printed.indexOf(line, from);
    expect(at, `${block.page}: "${line}" is not printed after the lines before it:\n${output}`).toBeGreaterThan(-1);
    from = at + line.length;
  }
}

function blocksOf(path: string): readonly CodeBlock[] {
  return readPages().find((page) => page.path === path)?.blocks ?? [];
}
