import { Execution } from "../executions/execution.js";
import type { HttpRequest } from "../requests/request.js";

/** An access token request, and who makes it. */
export interface TokenRequest {
  readonly request: HttpRequest;
  readonly execution: Execution;
}
