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

/** How long pieces of work go on under one watch, which itself takes as long to set up as a small piece. */
const TOGETHER_MS = 50;

/** What became of one piece of work. */
export type Outcome<T, R> = { readonly of: T } & ({ readonly result: R } | { readonly error: unknown });

/** Does work for one item after the other, many under one watch. Of each it gives what came of it, within about so many milliseconds. */
export function* watchedInTurn<T, R>(
  items: Iterable<T>,
  milliseconds: number,
  work: (item: T) => R,
): Generator<Outcome<T, R>> {
  const all = [...items];
  for (let next = 0; next < all.length;) {
    const done: Outcome<T, R>[] = [];
    try {
      watched(milliseconds + TOGETHER_MS, () => {
        const end = performance.now() + TOGETHER_MS;
        do {
          const of = all[next + done.length] as T;
          done.push({ of, result: work(of) });
        } while (next + done.length < all.length && performance.now() < end);
      });
    } catch (error) {
      done.push({ of: all[next + done.length] as T, error });
    }
    yield* done;
    next += done.length;
  }
}
