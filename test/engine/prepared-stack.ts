import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { expect, onTestFinished } from "vitest";
import type { Environment, Run } from "./child";
import { announce } from "./engine-for";
import type { Engine } from "./engines";
import { Workspace } from "./workspace";

/** Synthesizes a stack and initializes it in a folder of its own, which goes with the test. */
export async function preparedStack(
  engine: Engine,
  build: (stack: TerraformStack) => void,
  env: Environment = {},
): Promise<Workspace> {
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
  await succeeds(workspace.init());
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
