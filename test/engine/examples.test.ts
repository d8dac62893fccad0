import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { App, LocalBackend } from "cdktf";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { EXAMPLES, type Example } from "../../examples";
import { secretEncodings, tokenEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { announce, engineFor } from "./engine-for";
import { ENGINE_NAMES, type Engine, type EngineName } from "./engines";
import { Workspace } from "./workspace";

const random = () => randomBytes(12).toString("hex");
const HOLD_MS = 150;

let secret: string;
let audit: LeakAudit;
let server: OAuthServer;
let folder: string;

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
  rmSync(folder, { recursive: true, force: true });
});

function synthesized({ name, Stack }: Example): string {
  folder = mkdtempSync(join(tmpdir(), "example-"));
  const app = new App({ outdir: folder });
  const stack = new Stack(app, name, TokenEndpoint.fromUrl(server.tokenEndpoint), server.api);
  const directory = join(folder, "stacks", name);
  // Beside what is synthesized, so that the audit finds it.
  new LocalBackend(stack, { path: join(directory, "terraform.tfstate") });
  app.synth();
  // For what the engine or a shell leaves behind.
  mkdirSync(join(folder, "tmp"));
  return directory;
}

async function initialized(engine: Engine, example: Example, given: string): Promise<Workspace> {
  const directory = synthesized(example);
  const env = { [example.secretVariable]: given, TMPDIR: join(folder, "tmp"), TF_LOG: "TRACE" };
  const workspace = new Workspace({
    engine,
    folder: directory,
    log: announce,
    env: { ...env, TF_LOG_PATH: join(directory, "trace.log") },
  });
  const init = await workspace.init();
  expect(init.code, init.output).toBe(0);
  audit.output("init", init.output);
  const versions = Object.entries(init.versions).map(([provider, version]) => `${provider} ${version}`);
  announce(
    `${example.name}: ${engine.title} (${engine.origin}), ${init.providers} providers: ${versions.sort().join(", ")}`,
  );
  return workspace;
}

async function engineOf(context: TestContext, name: EngineName, { needs }: Example): Promise<Engine> {
  const engine = await engineFor(context, name);
  if (engine.version.localeCompare(needs[name], "en", { numeric: true }) < 0)
    cannotRun(context, `${engine.title} is older than ${needs[name]}`);
  return engine;
}

describe.each(ENGINE_NAMES)("%s", (name) => {
  describe.each(EXAMPLES.map((example) => [example.name, example] as const))("the example %s", (_, example) => {
    it("is applied twice and destroyed, and leaks no secret", async (context) => {
      const workspace = await initialized(await engineOf(context, name, example), example, secret);
      const run = async (title: string, command: ReturnType<Workspace["run"]>) => {
        const { code, output } = await command;
        expect(code, `${title}: ${output}`).toBe(0);
        audit.output(title, output);
        audit.files(folder);
        return output;
      };

      await run("plan", workspace.plan({ out: "saved.plan" }));
      await run("show plan", workspace.show({ plan: "saved.plan" }));
      await run("apply", workspace.apply({ plan: "saved.plan" }));
      await run("show", workspace.show());
      const asked = server.tokenRequests.length;
      expect(asked).toBeGreaterThan(0);
      expect(new Set(server.tokenRequests)).toEqual(new Set(["application/x-www-form-urlencoded"]));
      expect(server.issued).toHaveLength(asked);
      expect(await run("second apply", workspace.apply())).toContain("Resources: 0 added, 0 changed, 0 destroyed.");
      await run("destroy", workspace.destroy());

      expect(audit.findings).toEqual([]);
      const path = (file: string) => join("stacks", example.name, file);
      const files = ["cdk.tf.json", "saved.plan", "terraform.tfstate", "terraform.tfstate.backup", "trace.log"];
      expect(audit.looked.files).toSatisfy((seen: Set<string>) => files.every((file) => seen.has(path(file))));
      expect(audit.looked.files).toSatisfy((seen: Set<string>) =>
        [...seen].some((file) => file.includes(".terraform/")),
      );
      expectProcessesSeen(context);
      expectTokens(example);
    });

    it("fails by the program's own text, which holds no secret", async (context) => {
      const engine = await engineOf(context, name, example);
      const wrong = `wrong$"\\${random()}`;
      audit = new LeakAudit(secretEncodings(wrong));
      const workspace = await initialized(engine, example, wrong);
      const apply = await workspace.apply();
      expect(apply.code).not.toBe(0);
      const text = apply.output.replace(/[│╷╵\s]+/g, " ");
      expect(text).toContain("The token endpoint refused the access token request.");
      expect(text).toContain("error: invalid_client");
      expect(text).toContain("Likely causes, most likely first:");
      expect(server.issued).toEqual([]);
      audit.output("apply", apply.output);
      audit.files(folder);
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
  state: ["saved.plan", "terraform.tfstate.backup"],
};

/** Where the documentation says that the token ends up, it does, and nowhere else. */
function expectTokens({ tokenIn }: Example): void {
  const places = server.issued.flatMap((token) => {
    const tokens = new LeakAudit(tokenEncodings(token));
    tokens.files(folder);
    return tokens.findings.map((finding) => finding.replace(/: .*$/, "").replace(/^.*\//, ""));
  });
  // Whether a data source's result is also in a trace log differs between the provider's versions.
  const judged = places.filter((place) => tokenIn !== "state" || place !== "trace.log");
  expect([...new Set(judged)].sort()).toEqual(TOKEN_IN[tokenIn]);
}
