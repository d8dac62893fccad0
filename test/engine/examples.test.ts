import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { EXAMPLES, type Example } from "../../examples";
import { encodingsOf, jwtEncodings, tokenEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { startApiServer, type ApiServer } from "../server/api-server";
import { serverFor } from "../server/server-for";
import type { SeenRequest } from "../server/front";
import type { RunningServer } from "../server/test-server";
import { AuditedStack } from "./audited-stack";
import { announce, engineFor, initialized } from "./engine-for";
import { ENGINE_NAMES, isAtLeast, type Engine, type EngineName } from "./engines";
import { giveSecrets } from "./example-secrets";
import { encodingsOfSecrets, exampleServer } from "./example-servers";
import { lockedVersions } from "./required-providers";

const HOLD_MS = 150;

/** What a request may hold that was signed for it alone. */
const ASSERTIONS = ["client_assertion", "assertion"];

let given: string;
let audit: LeakAudit;
let server: RunningServer;
let api: ApiServer;
let stack: AuditedStack | undefined;

beforeEach(() => {
  given = mkdtempSync(join(tmpdir(), "given-"));
});
afterEach(async () => {
  await api.close();
  stack?.remove();
  stack = undefined;
  rmSync(given, { recursive: true });
});

/** The example, initialized with all its secrets, or with those that its server refuses. */
async function stackOf(context: TestContext, name: EngineName, example: Example, secrets: "right" | "wrong") {
  const engine = await engineOf(context, name, example);
  const of = exampleServer(example.name, given);
  server = await serverFor(context, of.make, { ...of.options, intercept: hold });
  api = await startApiServer(server);
  const values = {
    ...of.values,
    ...(await of.issuedFor?.(server)),
    ...(secrets === "wrong" ? of.wrong : {}),
  };
  audit = new LeakAudit(encodingsOfSecrets(values, of), given);
  const env = giveSecrets(example.secrets, values, given);
  expect(Object.keys(values).sort()).toEqual(example.secrets.map(({ what }) => what).sort());
  const endpoint = of.endpoint?.(server) ?? TokenEndpoint.fromUrl(server.tokenEndpoint);
  const created = (stack = new AuditedStack({
    engine,
    audit,
    name: example.name,
    create: (app) => new example.Stack(app, example.name, endpoint, api.url),
    env,
    log: announce,
  }));
  await initialized(context, created.workspace, () => created.init());
  return { applied: created, refused: of.refused, before: server.issued.length };
}

/** While a request is held, whoever looks at the machine sees neither its secrets nor what was signed for it. */
async function hold({ form }: SeenRequest): Promise<boolean> {
  for (const name of ASSERTIONS) {
    const jwt = form.get(name);
    if (jwt !== null) audit.add(encodingsOf(name, jwtEncodings(jwt)));
  }
  await (audit as LeakAudit | undefined)?.watchFor(HOLD_MS);
  return false;
}

async function engineOf(context: TestContext, name: EngineName, { needs }: Example): Promise<Engine> {
  const engine = await engineFor(context, name);
  if (!isAtLeast(engine, needs)) cannotRun(context, `${engine.title} is older than ${needs[name]}`);
  return engine;
}

describe.each(ENGINE_NAMES)("%s", (name) => {
  describe.each(EXAMPLES.map((example) => [example.name, example] as const))("the example %s", (_, example) => {
    it("is applied twice and destroyed, and leaks no secret", async (context) => {
      const { applied, before } = await stackOf(context, name, example, "right");
      await applied.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
      await applied.succeed("show plan", (workspace) => workspace.show({ plan: "saved.plan" }));
      await applied.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
      await applied.succeed("show", (workspace) => workspace.show());
      const requests = server.tokenRequests;
      expect(server.issued.length).toBeGreaterThan(before);
      expect(new Set(requests.map(({ headers }) => headers["content-type"]))).toEqual(
        new Set(["application/x-www-form-urlencoded"]),
      );
      expect(server.issued).toHaveLength(requests.length);
      const again = await applied.succeed("second apply", (workspace) => workspace.apply());
      expect(again).toContain("Resources: 0 added, 0 changed, 0 destroyed.");
      await applied.succeed("destroy", (workspace) => workspace.destroy());

      expect(audit.findings).toEqual([]);
      const files = ["cdk.tf.json", "saved.plan", "terraform.tfstate", "terraform.tfstate.backup", "trace.log"];
      for (const file of files) expect(audit.looked.files).toContain(join("stacks", example.name, file));
      expect([...audit.looked.files].join()).toContain(join(example.name, ".terraform"));
      expectProcessesSeen(context);
      await expectTokens(applied, example, server.issued.slice(before));
      expect(new Set(api.answers)).toEqual(new Set(api.answers.length === 0 ? [] : [200]));
      const live = await Promise.all(server.issued.slice(before).map((token) => server.isLive(token)));
      expect(new Set(live)).toEqual(new Set([example.name !== "revoked-token"]));
    });

    it("fails by the program's own text, which holds no secret", async (context) => {
      const { applied, refused, before } = await stackOf(context, name, example, "wrong");
      const apply = await applied.run("apply", (workspace) => workspace.apply());
      expect(apply.code).not.toBe(0);
      const text = apply.output.replace(/[│╷╵\s]+/g, " ");
      expect(text).toContain("The token endpoint refused the access token request.");
      expect(text).toContain(refused);
      expect(text).toContain("Likely causes, most likely first:");
      expect(server.issued).toHaveLength(before);
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
async function expectTokens(
  { folder, workspace }: AuditedStack,
  { tokenIn }: Example,
  issued: readonly string[],
): Promise<void> {
  const places = issued.flatMap((token) => {
    const tokens = new LeakAudit(tokenEncodings(token));
    tokens.files(folder);
    return tokens.findings.map((finding) => finding.replace(/: .*$/, "").replace(/^.*\//, ""));
  });
  // The provider external logs what a program prints from version 2 on.
  const silent = /^1\./.test((await lockedVersions(workspace.folder))["external"] ?? "");
  const expected = TOKEN_IN[tokenIn].filter((place) => !(silent && place === "trace.log"));
  expect([...new Set(places)].sort()).toEqual(expected);
}
