import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { expect, onTestFinished, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import type { Environment, Run } from "./child";
import { announce, engineFor, initialized } from "./engine-for";
import { isAtLeast, type Engine, type EngineName } from "./engines";
import { Workspace } from "./workspace";

const HAS_EPHEMERAL_VALUES = { terraform: "1.11.0", tofu: "1.11.0" };

/** An engine that EphemeralAccessToken can be used with. */
export async function ephemeralEngineFor(context: TestContext, name: EngineName): Promise<Engine> {
  const engine = await engineFor(context, name);
  if (!isAtLeast(engine, HAS_EPHEMERAL_VALUES)) cannotRun(context, `${engine.title} has no ephemeral values`);
  return engine;
}

/** Synthesizes a stack and initializes it in a folder of its own, which goes with the test. */
export async function preparedStack(
  context: TestContext,
  name: EngineName,
  build: (stack: TerraformStack) => void,
  env: Environment = {},
): Promise<Workspace> {
  const engine = await ephemeralEngineFor(context, name);
  const outdir = mkdtempSync(join(tmpdir(), "stack-"));
  onTestFinished(() => {
    rmSync(outdir, { recursive: true, force: true });
  });
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "stack");
  build(stack);
  const folder = join(outdir, "stacks", "stack");
  new LocalBackend(stack, { path: join(folder, "terraform.tfstate") });
  app.synth();
  const workspace = new Workspace({ engine, folder, log: announce, env });
  await initialized(context, workspace, () => workspace.init());
  return workspace;
}

export async function succeeds(run: Promise<Run>): Promise<string> {
  const { code, output } = await run;
  expect(code, output).toBe(0);
  return output;
}

/** What an engine said, without its frames and line breaks. */
export function said({ output }: Run): string {
  return output.replace(/[│╷╵\s]+/g, " ");
}
