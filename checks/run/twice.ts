import { Budget, LIMITS } from "../terraform/budget.js";
import type { Bounded } from "./recorder.js";
import { TookTooLong, watched } from "./watch.js";

/** More than the budget's own clock allows, so that this breaks off only what no step counts. */
const MAX_FIRST_MS = LIMITS.milliseconds + 5_000;
const MAX_SECOND_MS = 60_000;
const MAX_BLOCK_MS = 2_000;
const MAX_RULE_MS = 5_000;

/** Follows a group; where that takes long, once more with a watch over every block, so that only some are cut. */
export const twice: Bounded = (work) => {
  try {
    return watched(MAX_FIRST_MS, () => work());
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    return watched(MAX_SECOND_MS, () =>
      work({
        budget: new Budget(LIMITS, (block) => watched(MAX_BLOCK_MS, block)),
        runRule: (rule) => {
          watched(MAX_RULE_MS, rule);
        },
      }),
    );
  }
};
