import { unknownResult, type AbstractValue } from "../abstract-value.js";
import { sizeOf } from "../../values/symbolic-value.js";

/** More steps than any script takes that somebody wrote to request a token. */
const MAX_STEPS = 100_000;
const MAX_DEPTH = 400;
const MAX_SIZE = 10_000;
export const MAX_CALLS = 20;
const MAX_MODULES = 20;

/** A function that waits for its call: without one, it is read for what it would do. */
export interface PendingFunction {
  called: boolean;
  /** Whether something in the program calls a function by its name. */
  readonly isMentioned: boolean;
  readonly run: () => void;
}

/** What a program and its modules share: how far they are followed, and which functions nothing called yet. */
export class Work {
  public readonly pending: PendingFunction[] = [];
  public readonly modules = new Map<string, AbstractValue>();
  private steps = 0;
  private depth = 0;

  public get isSpent(): boolean {
    return this.steps >= MAX_STEPS;
  }

  public get mayLoad(): boolean {
    return this.modules.size < MAX_MODULES;
  }

  /** Whether something was left out for its depth. */
  public wasTooDeep = false;

  public step(read: () => AbstractValue): AbstractValue {
    if (this.isSpent || this.isTooDeep()) return unknownResult();
    this.steps++;
    this.depth++;
    const result = read();
    this.depth--;
    const size = sizeOf(result.content);
    this.steps += size / 50;
    return size > MAX_SIZE ? unknownResult() : result;
  }

  /** A block within others, which may be in a function that a function calls, and so on. */
  public within(run: () => void): void {
    if (this.isSpent || this.isTooDeep()) return;
    this.depth++;
    run();
    this.depth--;
  }

  private isTooDeep(): boolean {
    this.wasTooDeep ||= this.depth >= MAX_DEPTH;
    return this.depth >= MAX_DEPTH;
  }

  /** Functions that nothing called; those that nothing could call first, since they are how the program is entered. */
  public readUncalled(): void {
    for (const isMentioned of [false, true])
      for (let index = 0; index < this.pending.length; index++) {
        const one = this.pending[index];
        if (one && !one.called && one.isMentioned === isMentioned) one.run();
      }
  }
}
