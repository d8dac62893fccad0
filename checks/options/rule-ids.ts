/** The ids of all rules, in the order of the documentation. */
export const RULE_IDS = [
  "json-body",
  "json-content-type",
  "literal-secret",
  "secret-in-command",
  "secret-in-state",
  "unmarked-variable",
  "unmarked-output",
  "unencoded-field",
  "insecure-transport",
  "verbose-logging",
  "unchecked-status",
  "followed-redirect",
  "stale-token",
] as const;

/** The id of a rule. */
export type RuleId = (typeof RULE_IDS)[number];
