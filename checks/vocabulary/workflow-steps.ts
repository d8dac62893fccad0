import { registry } from "./registry.js";

/** A step of a workflow that makes an HTTP request when it runs, in a document that a resource has; it fails on an error status. */
export interface WorkflowStep {
  readonly type: string;
  /** The attribute with the document, in JSON or YAML. */
  readonly attribute: string;
  /** What tells such a step: a member, and how its value ends. */
  readonly mark: string;
  readonly value: string;
  /** The member with the request, and in it the names of its parts. */
  readonly within: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
  /** The member with the method; without one, it is POST. */
  readonly method?: string;
  readonly source: string;
}

const STATES = {
  type: "aws_sfn_state_machine",
  attribute: "definition",
  mark: "Resource",
  value: ":states:::http:invoke",
  url: "ApiEndpoint",
  headers: "Headers",
  body: "RequestBody",
  method: "Method",
  source: registry("hashicorp/aws", "resources/sfn_state_machine"),
};

const WORKFLOWS = {
  type: "google_workflows_workflow",
  attribute: "source_contents",
  mark: "call",
  within: "args",
  url: "url",
  headers: "headers",
  body: "body",
  source: "https://cloud.google.com/workflows/docs/http-requests",
};

export const WORKFLOW_STEPS: readonly WorkflowStep[] = [
  { ...STATES, within: "Parameters" },
  { ...STATES, within: "Arguments" },
  { ...WORKFLOWS, value: "http.post" },
  { ...WORKFLOWS, value: "http.request", method: "method" },
  {
    type: "azurerm_logic_app_action_custom",
    attribute: "body",
    mark: "type",
    value: "Http",
    within: "inputs",
    url: "uri",
    headers: "headers",
    body: "body",
    method: "method",
    source: "https://learn.microsoft.com/en-us/azure/connectors/connectors-native-http",
  },
];

export const workflowSteps = (type: string): readonly WorkflowStep[] =>
  WORKFLOW_STEPS.filter((row) => row.type === type);
