import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Why a test was not run, for the closing list of `npm test`. */
    notRun?: string;
  }
}

/** Ends a test that lacks something on this machine. It is announced by name; with CI=true it is a failure. */
export function cannotRun(context: TestContext, why: string): never {
  if (process.env["CI"] === "true") throw new Error(`With CI=true nothing may be left out: ${why}`);
  context.task.meta.notRun = why;
  return context.skip(why);
}
