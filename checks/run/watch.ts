import { createContext, Script } from "node:vm";

/** Work that was broken off because it took too long. */
export class TookTooLong extends Error {
  public override readonly name = "TookTooLong";
}

const context = createContext({ work: undefined as (() => void) | undefined });
const start = new Script("work()");

/**
 * Does work, and breaks it off when it takes too long, wherever it is: in a loop, in a pattern. What the work changes meanwhile
 * is left as it is at that moment, without its `finally`: use it for what is thrown away then.
 *
 * @throws TookTooLong, and what the work throws
 */
export function watched<T>(milliseconds: number, work: () => T): T {
  const results: T[] = [];
  context["work"] = () => {
    results.push(work());
  };
  try {
    start.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      throw new TookTooLong(`This took longer than ${milliseconds} ms`);
    throw error;
  }
  return results[0] as T;
}
