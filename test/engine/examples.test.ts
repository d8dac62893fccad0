import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { EXAMPLES, type Example } from "../../examples";
import { secretEncodings, tokenEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { AuditedStack } from "./audited-stack";
import { announce, engineFor, initialized } from "./engine-for";
import { ENGINE_NAMES, isAtLeast, type Engine, type EngineName } from "./engines";
import { lockedVersions } from "./required-providers";

const random = () => randomBytes(12).toString("hex");
const HOLD_MS = 150;

let secret: string;
let audit: LeakAudit;
let server: OAuthServer;
let stack: AuditedStack | undefined;

beforeEach(async () => {
  secret = `p$4"\\+&% =\${x}%{y}'${random()}@<>`;
  audit = new LeakAudit(secretEncodings(secret));
  server = await startOAuthServer({
    clients: [{ id: "abc123", secret, method: "client_secret_post" }],
    hold: () => audit.watchFor(HOLD_MS),
  });
});
afterEach(async () => {
  await server.close();
  stack?.remove();
  stack = undefined;
});

async function stackOf(context: TestContext, engine: EngineName, example: Example, given: string) {
  const { name, Stack, secretVariable } = example;
  const created = (stack = new AuditedStack({
    engine: await engineOf(context, engine, example),
    audit,
    name,
    create: (app) => new Stack(app, name, TokenEndpoint.fromUrl(server.tokenEndpoint), server.api),
    env: { [secretVariable]: given },
    log: announce,
  }));
  await initialized(context, created.workspace, () => created.init());
  return created;
}

async function engineOf(context: TestContext, name: EngineName, { needs }: Example): Promise<Engine> {
  const engine = await engineFor(context, name);
  if (!isAtLeast(engine, needs)) cannotRun(context, `${engine.title} is older than ${needs[name]}`);
  return engine;
}

describe.each(ENGINE_NAMES)("%s", (name) => {
  describe.each(EXAMPLES.map((example) => [example.name, example] as const))("the example %s", (_, example) => {
    it("is applied twice and destroyed, and leaks no secret", async (context) => {
      const applied = await stackOf(context, name, example, secret);
      await applied.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
      await applied.succeed("show plan", (workspace) => workspace.show({ plan: "saved.plan" }));
      await applied.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
      await applied.succeed("show", (workspace) => workspace.show());
      expect(server.tokenRequests.length).toBeGreaterThan(0);
      expect(new Set(server.tokenRequests)).toEqual(new Set(["application/x-www-form-urlencoded"]));
      expect(server.issued).toHaveLength(server.tokenRequests.length);
      const again = await applied.succeed("second apply", (workspace) => workspace.apply());
      expect(again).toContain("Resources: 0 added, 0 changed, 0 destroyed.");
      await applied.succeed("destroy", (workspace) => workspace.destroy());

      expect(audit.findings).toEqual([]);
      const files = ["cdk.tf.json", "saved.plan", "terraform.tfstate", "terraform.tfstate.backup", "trace.log"];
      for (const file of files) expect(audit.looked.files).toContain(join("stacks", example.name, file));
      expect([...audit.looked.files].join()).toContain(join(example.name, ".terraform"));
      expectProcessesSeen(context);
      await expectTokens(applied, example);
    });

    it("fails by the program's own text, which holds no secret", async (context) => {
      const wrong = `wrong$"\\${random()}`;
      audit = new LeakAudit(secretEncodings(wrong));
      const refused = await stackOf(context, name, example, wrong);
      const apply = await refused.run("apply", (workspace) => workspace.apply());
      expect(apply.code).not.toBe(0);
      const text = apply.output.replace(/[│╷╵\s]+/g, " ");
      expect(text).toContain("The token endpoint refused the access token request.");
      expect(text).toContain("error: invalid_client");
      expect(text).toContain("Likely causes, most likely first:");
      expect(server.issued).toEqual([]);
      expect(audit.findings).toEqual([]);
    });
  });
});

/** An audit that saw none of the program's processes has proven nothing about them. */
function expectProcessesSeen(context: TestContext): void {
  if (!existsSync("/proc/self/fd")) {
    announce(`NOT AUDITED, for there is no /proc: command lines and open files: ${context.task.name}`);
    return;
  }
  expect(audit.looked.commandLines).toContain("command line of curl");
  expect([...audit.looked.openFiles].join()).toMatch(/file open in (terraform|tofu)/);
}

const TOKEN_IN: Record<Example["tokenIn"], string[]> = {
  nothing: [],
  "trace log": ["trace.log"],
  state: ["saved.plan", "terraform.tfstate.backup", "trace.log"],
};

/** Where the documentation says that the token ends up, it does, and nowhere else. */
async function expectTokens({ folder, workspace }: AuditedStack, { tokenIn }: Example): Promise<void> {
  const places = server.issued.flatMap((token) => {
    const tokens = new LeakAudit(tokenEncodings(token));
    tokens.files(folder);
    return tokens.findings.map((finding) => finding.replace(/: .*$/, "").replace(/^.*\//, ""));
  });
  // The provider external logs what a program prints from version 2 on.
  const silent = /^1\./.test((await lockedVersions(workspace.folder))["external"] ?? "");
  const expected = TOKEN_IN[tokenIn].filter((place) => !(silent && place === "trace.log"));
  expect([...new Set(places)].sort()).toEqual(expected);
}
