export { AccessTokenChecks } from "./cdktf/access-token-checks.js";
export { checkAccessTokens } from "./cdktf/check.js";
export type { Enforcement, EnforceOptions } from "./cdktf/enforce.js";
export type { Acknowledgement, CheckOptions, OptionAcknowledgement, Severity } from "./options/options.js";
export { OptionsError } from "./options/read-options.js";
export { RULE_IDS, type RuleId } from "./options/rule-ids.js";
export type {
  AcknowledgementStatus,
  Finding,
  Looked,
  Problem,
  Report,
  ReportedAcknowledgement,
  RequestCount,
  Undetermined,
} from "./report/report.js";
export { fails } from "./report/report.js";
export { formatSummary } from "./report/summary.js";
export { formatText, type TextOptions } from "./report/text.js";
export type { TokenConstruct } from "./vocabulary/token-constructs.js";
