import { jsonBody } from "./json-body/rule.js";
import { jsonContentType } from "./json-content-type/rule.js";
import { literalSecret } from "./literal-secret/rule.js";
import { secretInCommand } from "./secret-in-command/rule.js";
import { secretInState } from "./secret-in-state/rule.js";
import { unmarkedVariable } from "./unmarked-variable/rule.js";
import { unmarkedOutput } from "./unmarked-output/rule.js";
import { unencodedField } from "./unencoded-field/rule.js";
import { insecureTransport } from "./insecure-transport/rule.js";
import { verboseLogging } from "./verbose-logging/rule.js";
import { uncheckedStatus } from "./unchecked-status/rule.js";
import { followedRedirect } from "./followed-redirect/rule.js";
import { staleToken } from "./stale-token/rule.js";
import type { Rule } from "./rule.js";

export type { Certainty, FindingSeverity, Mistake, Rule } from "./rule.js";

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  jsonBody,
  jsonContentType,
  literalSecret,
  secretInCommand,
  secretInState,
  unmarkedVariable,
  unmarkedOutput,
  unencodedField,
  insecureTransport,
  verboseLogging,
  uncheckedStatus,
  followedRedirect,
  staleToken,
];
