import { expect, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import { obtainEngines, type Engine, type EngineName, type ObtainedEngines } from "./engines";
import type { InitRun, Workspace } from "./workspace";

let obtained: Promise<ObtainedEngines> | undefined;

/** The engine a test is about. Without it the test is announced as not run, and with CI=true it fails. */
export async function engineFor(context: TestContext, name: EngineName): Promise<Engine> {
  obtained ??= obtainEngines({ log: announce });
  const { engines, missing } = await obtained;
  const engine = engines.find((candidate) => candidate.name === name);
  if (engine) return engine;

  const why = missing.find((candidate) => candidate.name === name)?.why ?? "unknown engine";
  return cannotRun(context, why);
}

/** Initializes a workspace, and says with which engine and providers. Without providers the test is not run. */
export async function initialized(context: TestContext, workspace: Workspace): Promise<InitRun> {
  const { engine } = workspace;
  const init = await workspace.init();
  if (init.missing !== undefined) cannotRun(context, `${engine.title} has ${init.missing}`);
  expect(init.code, init.output).toBe(0);
  const versions = Object.entries(init.versions).map(([provider, version]) => `${provider} ${version}`);
  const providers = `${init.providers} providers: ${versions.sort().join(", ")}`;
  const { suite, name } = context.task;
  announce(`${suite ? `${suite.name}: ` : ""}${name}: ${engine.title} (${engine.origin}), ${providers}`);
  return init;
}

/** To the terminal at once: a first build takes minutes, and silence looks like a hang. */
export function announce(line: string): void {
  console.warn(line);
}
