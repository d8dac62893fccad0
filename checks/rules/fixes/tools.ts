import type { TokenRequest } from "../../analysis/token-request.js";
import { OWN_PROGRAM } from "../../vocabulary/own-program.js";
import { DATA_HTTP } from "../../executions/provider-requests.js";

/** What makes a request, as far as it decides on how the request is made right. */
export type Tool =
  | "curl"
  | "wget"
  | "httpie"
  | "requests"
  | "urllib"
  | "http.client"
  | "requests-oauthlib"
  | "javascript"
  | "powershell"
  | "ruby"
  | "perl"
  | "php"
  | "go"
  | "data http"
  | "provider"
  | "constructs";

const BY_NAME: ReadonlyMap<string, Tool> = new Map([
  ["curl", "curl"],
  ["wget", "wget"],
  ["httpie", "httpie"],
  ["urllib", "urllib"],
  ["http.client", "http.client"],
  ["fetch_token", "requests-oauthlib"],
  [OWN_PROGRAM, "constructs"],
]);

export function toolOf({ request, execution }: TokenRequest): Tool {
  if (execution.kind === "provider") return request.tool === DATA_HTTP ? "data http" : "provider";
  const named = BY_NAME.get(request.tool);
  if (named) return named;
  // Libraries of Python that are called as requests is, and all of JavaScript's.
  return request.language === "python" ? "requests" : (request.language ?? "curl");
}

/** How a report names what makes a request: the languages, whatever library it is; each tool and provider by its name. */
export function toolName(request: TokenRequest): string {
  const { tool, language } = request.request;
  if (toolOf(request) === "constructs") return "constructs";
  return language === undefined ? tool : LANGUAGES[language];
}

const LANGUAGES = {
  python: "Python",
  javascript: "JavaScript",
  powershell: "PowerShell",
  ruby: "Ruby",
  perl: "Perl",
  php: "PHP",
  go: "Go",
};
