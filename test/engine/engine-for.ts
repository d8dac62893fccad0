import type { TestContext } from "vitest";
import { cannotRun } from "../needs";
import { obtainEngines, type Engine, type EngineName, type ObtainedEngines } from "./engines";

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

/** To the terminal at once: a first build takes minutes, and silence looks like a hang. */
export function announce(line: string): void {
  console.warn(line);
}
