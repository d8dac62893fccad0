import { expect, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import { obtainEngines, type Engine, type EngineName, type ObtainedEngines } from "./engines";
import { providersOf, type InitRun, type Workspace } from "./workspace";

let obtained: Promise<ObtainedEngines> | undefined;

/** The engine a test is about. Without it the test is announced as not run, and with CI=true it fails. */
export async function engineFor(context: TestContext, name: EngineName): Promise<Engine> {
  obtained ??= obtainEngines({ log: announce });
  const { engines, missing } = await obtained;
  const engine = engines.find((candidate) => candidate.name === name);
  if (engine) return engine;

  return cannotRun(context, missing.find((candidate) => candidate.name === name)?.why ?? "unknown engine");
}

/** Initializes, and says with which engine and providers. Without providers the test is not run. */
export async function initialized(
  context: TestContext,
  { engine }: Pick<Workspace, "engine">,
  initialize: () => Promise<InitRun>,
): Promise<InitRun> {
  const init = await initialize();
  if (init.missing !== undefined) cannotRun(context, `${engine.title} has ${init.missing}`);
  expect(init.code, init.output).toBe(0);
  const { suite, name } = context.task;
  announce(`${suite ? `${suite.name}: ` : ""}${name}: ${engine.title} (${engine.origin}), ${providersOf(init)}`);
  return init;
}

/** To the terminal at once: a first build takes minutes, and silence looks like a hang. */
export function announce(line: string): void {
  console.warn(line);
}
