import type { Place, SourceFile } from "../configuration/place.js";

/** What is looked at, and may be cut: a block, or an attribute outside of any. */
export interface Owner {
  readonly place: Place;
}

/** Something that was not looked at to its end. */
export interface Cut {
  readonly place: Place;
  /** The end of a sentence that begins with what was cut. */
  readonly why: string;
}

export interface Limits {
  /** Steps for one block, and for all blocks of one file: a bound for hostile input that no real configuration comes near. */
  readonly stepsOfBlock: number;
  readonly stepsOfFile: number;
  /** How long a block may take that counts too few steps for what it does. */
  readonly millisecondsOfBlock: number;
  /** How long all that belongs together may take. */
  readonly milliseconds: number;
}

export const LIMITS: Limits = {
  stepsOfBlock: 500_000,
  stepsOfFile: 4_000_000,
  millisecondsOfBlock: 5_000,
  milliseconds: 20_000,
};

/** Reading the clock is not free. */
const STEPS_BETWEEN_LOOKS = 1_000;

const TOO_MUCH = "takes more steps to follow than a block may";
const TOO_LONG = "takes longer to follow than a block may";
const FILE = "takes more steps to follow, with the rest of its file, than a file may";
const ALL = "was not followed: its folder had taken as long as a folder may";

/**
 * What following the configuration may cost. Each block has its own share, so none is at the cost of another; a fault that
 * one meets is its own, too. What was cut is kept, for a report that passes must not be silent about it.
 */
export class Budget {
  private readonly cuts = new Map<Owner, string>();
  private readonly leftOut = new Map<Owner, Set<string>>();
  private readonly steps = new Map<Owner, number>();
  private readonly stepsOfFiles = new Map<SourceFile, number>();
  private readonly end: number;
  private owner: Owner | undefined;
  private deadline = 0;
  private untilLook = 0;
  /** How many times work was broken off in its midst, and left behind what it was about. */
  public breaks = 0;

  public constructor(
    private readonly limits: Limits = LIMITS,
    /** Runs one block's share; may break it off. */
    private readonly run: <T>(work: () => T) => T = (work) => work(),
    now = Date.now(),
  ) {
    this.end = now + limits.milliseconds;
  }

  /** Does work for a block, or as a part of the work that is underway; `otherwise` where it is broken off. */
  public within<T>(owner: Owner, work: () => T, otherwise: T): T {
    if (this.owner) return work();
    const now = Date.now();
    this.owner = owner;
    this.deadline = Math.min(this.end, now + this.limits.millisecondsOfBlock);
    this.untilLook = STEPS_BETWEEN_LOOKS;
    try {
      if (now >= this.end) {
        this.cut(ALL);
        return otherwise;
      }
      return this.run(work);
    } catch (error) {
      this.breaks++;
      const kind = error instanceof Error ? error.name : typeof error;
      this.cut(kind === "TookTooLong" ? TOO_LONG : `cannot be followed (${kind})`);
      return otherwise;
    } finally {
      this.owner = undefined;
    }
  }

  /** False once the share of the block is used up: everything further in it is unknown. */
  public spend(amount: number): boolean {
    const { owner, limits } = this;
    if (!owner) return true;
    if (this.cuts.has(owner)) return false;
    const steps = (this.steps.get(owner) ?? 0) + amount;
    this.steps.set(owner, steps);
    const { file } = owner.place;
    const ofFile = (this.stepsOfFiles.get(file) ?? 0) + amount;
    this.stepsOfFiles.set(file, ofFile);
    if (steps > limits.stepsOfBlock) return this.cut(TOO_MUCH);
    if (ofFile > limits.stepsOfFile) return this.cut(FILE);
    this.untilLook -= Math.max(1, amount);
    if (this.untilLook > 0) return true;
    this.untilLook = STEPS_BETWEEN_LOOKS;
    const now = Date.now();
    return now < this.deadline || this.cut(now < this.end ? TOO_LONG : ALL);
  }

  /** Whether what is underway is cut, so that what comes of it holds for nothing else. */
  public get isCut(): boolean {
    return this.owner !== undefined && this.cuts.has(this.owner);
  }

  /** Notes what is not looked at further. */
  public cut(why: string, owner = this.owner): false {
    if (owner && !this.cuts.has(owner)) this.cuts.set(owner, why);
    return false;
  }

  /** Notes a part that is not looked at, where all the rest of its block is. */
  public leaveOut(why: string): void {
    if (!this.owner) return;
    const whys = this.leftOut.get(this.owner) ?? new Set<string>();
    this.leftOut.set(this.owner, whys.add(why));
  }

  public get all(): readonly Cut[] {
    const parts = [...this.leftOut].flatMap(([owner, whys]) => [...whys].map((why): [Owner, string] => [owner, why]));
    return [...this.cuts, ...parts].map(([{ place }, why]) => ({ place, why }));
  }
}
