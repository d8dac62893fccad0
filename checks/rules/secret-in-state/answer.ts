import type { Analysis } from "../../analysis/analysis.js";
import type { Execution } from "../../executions/execution.js";
import { OWN_PROGRAM } from "../../vocabulary/own-program.js";
import { addressOf } from "../../configuration/configuration.js";
import type { Fragment } from "../../values/symbolic-string.js";
import type { Answer } from "../rule.js";

/**
 * The construct that gave a token, whose documentation says that the token is in state. A data source that is given it is
 * read as often as the construct's own; any other block keeps it for longer.
 */
export function answerFor(analysis: Analysis, fragment: Fragment): Answer | undefined {
  const blocks = analysis.secrets.origins(fragment).map(({ scope, address }) => {
    const giving = analysis.executions.filter(
      (other) => other.module.directory.path === scope && addressOf(other.block) === address,
    );
    const own = ({ kind, effects }: Execution): boolean =>
      kind === "external" && effects.requests.length > 0 && effects.requests.every(({ tool }) => tool === OWN_PROGRAM);
    return giving.every(own) ? giving[0]?.block : undefined;
  });
  const [block] = blocks;
  return block && !blocks.includes(undefined) ? { block, reason: CHOSEN } : undefined;
}

const CHOSEN =
  "ExternalAccessToken was chosen, whose token is in state: keep state as a secret, or use EphemeralAccessToken.";
