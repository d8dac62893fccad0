import { registry } from "./registry.js";
import { requestType } from "./request-types.js";

/** A type of block whose attributes hold what a program printed, or what a file holds. */
export interface AnsweringType {
  readonly type: string;
  readonly source: string;
  /** The attribute with the answer. */
  readonly case: string;
}

/** Besides those that make a request: see `REQUEST_TYPES`. */
export const ANSWERING_TYPES: readonly AnsweringType[] = [
  { type: "external", source: registry("hashicorp/external", "data-sources/external"), case: "result" },
  { type: "local_command", source: registry("hashicorp/local", "data-sources/command"), case: "stdout" },
  { type: "local_file", source: registry("hashicorp/local", "data-sources/file"), case: "content" },
  { type: "local_sensitive_file", source: registry("hashicorp/local", "data-sources/sensitive_file"), case: "content" },
  { type: "shell_script", source: "https://github.com/scottwinkler/terraform-provider-shell", case: "output" },
];

/** An attribute that holds an answer, the status of one, or what may be the whole of one or a part: a file's content. */
export interface AnswerAttribute {
  readonly name: string;
  readonly holds: "answer" | "part" | "status";
  /** A type that has it, whose documentation is the source. */
  readonly of: string;
}

const holding = (holds: AnswerAttribute["holds"], of: string, ...names: string[]): AnswerAttribute[] =>
  names.map((name) => ({ name, holds, of }));

export const ANSWER_ATTRIBUTES: readonly AnswerAttribute[] = [
  ...holding("answer", "external", "result"),
  ...holding("answer", "http", "response_body", "response_body_base64", "body"),
  ...holding("answer", "restful_operation", "output", "sensitive_output"),
  ...holding("answer", "local_command", "stdout"),
  ...holding("answer", "terracurl_request", "response"),
  ...holding("answer", "restapi_object", "api_response", "api_data", "create_response"),
  ...holding("answer", "rest_data", "response_data"),
  ...holding("part", "local_file", "content", "content_base64"),
  ...holding("status", "http", "status_code"),
  ...holding("status", "httpclient_request", "response_code"),
  ...holding("status", "curl_request", "response_status_code"),
];

const TYPES = new Set(ANSWERING_TYPES.map(({ type }) => type));
const named = (holds: AnswerAttribute["holds"]): ReadonlySet<string> =>
  new Set(ANSWER_ATTRIBUTES.filter((row) => row.holds === holds).map(({ name }) => name));
const WHOLES = named("answer");
const PARTS = named("part");
const STATUSES = named("status");

/** Whether the attributes of such a block hold what a server or a program answered. */
export const isAnswering = (type: string): boolean => TYPES.has(type) || requestType(type) !== undefined;
export const holdsAnswer = (attribute: string): boolean => WHOLES.has(attribute) || PARTS.has(attribute);
export const holdsStatus = (attribute: string): boolean => STATUSES.has(attribute);
/** Whether a member of an answer is the answer itself. */
export const holdsWhole = (attribute: string): boolean => WHOLES.has(attribute);
