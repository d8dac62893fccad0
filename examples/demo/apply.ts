import { TokenEndpoint } from "cdktf-oauth2-token";
import { EXAMPLES, type Example } from "..";
import type { LeakAudit } from "../../test/audit/leak-audit";
import { AuditedStack } from "../../test/engine/audited-stack";
import { isAtLeast, type Engine } from "../../test/engine/engines";
import { providersOf, type Workspace } from "../../test/engine/workspace";
import type { OAuthServer } from "../../test/server/oauth-server";
import { heading, say } from "./print";

export interface DemoRun {
  readonly server: OAuthServer;
  readonly audit: LeakAudit;
  readonly secret: string;
}

/** Applies all examples that can be, and says why where none can. */
export async function applyExamples(engine: Engine, run: DemoRun): Promise<string | undefined> {
  heading(`${engine.title} (${engine.origin === "found" ? engine.binary : "built"}) applies the examples`);
  let missing: string | undefined = `${engine.title} is older than the examples need`;
  let applied = 0;
  for (const example of EXAMPLES) {
    if (!isAtLeast(engine, example.needs)) {
      say(`${example.name}: not applied, it needs ${engine.name} ${example.needs[engine.name]}`);
      continue;
    }
    const why = await applyExample(engine, example, run);
    if (why === undefined) applied++;
    else {
      missing = `${engine.title} has ${why}`;
      say(`${example.name}: not applied, there are ${why}`);
    }
  }
  return applied > 0 ? undefined : missing;
}

async function applyExample(engine: Engine, example: Example, run: DemoRun): Promise<string | undefined> {
  const { name, shows, Stack, secretVariable, tokenIn } = example;
  const stack = new AuditedStack({
    engine,
    audit: run.audit,
    name,
    create: (app) => new Stack(app, name, TokenEndpoint.fromUrl(run.server.tokenEndpoint), run.server.api),
    env: { [secretVariable]: run.secret },
    log: say,
  });
  const command = (title: string, what: (workspace: Workspace) => ReturnType<Workspace["run"]>) =>
    stack.succeed(`${name}: ${title}`, what);
  try {
    const init = await stack.init();
    if (init.missing !== undefined) return init.missing;
    if (init.code !== 0) throw new Error(`${name}: init ended with ${init.code}:\n${init.output}`);
    await command("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
    await command("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
    const resources = await command("state list", (workspace) => workspace.run(["state", "list"]));
    const outputs = await command("output", (workspace) => workspace.run(["output", "-no-color"]));
    say(`${name}: ${shows} (${providersOf(init)})`);
    say(resources.trim(), 4);
    if (outputs.includes(" = ")) say(outputs.trim(), 4);
    say(`the access token is in: ${tokenIn}`, 4);
    await command("destroy", (workspace) => workspace.destroy());
    return undefined;
  } finally {
    stack.remove();
  }
}
