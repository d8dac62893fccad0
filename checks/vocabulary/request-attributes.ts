/** What an attribute of a block that makes a request, or of its provider, gives that request. */
export type RequestPart =
  "url" | "path" | "body" | "headers" | "method" | "user" | "password" | "insecure" | "accepted status";

/** An attribute that is read of every such type; of several for one part, the first that is there holds. */
export interface RequestAttribute {
  readonly name: string;
  readonly part: RequestPart;
  /** A type that has it, whose documentation is the source. */
  readonly of: string;
}

export const REQUEST_ATTRIBUTES: readonly RequestAttribute[] = [
  { name: "token_endpoint", part: "url", of: "oauth_token" },
  { name: "url", part: "url", of: "http" },
  { name: "uri", part: "url", of: "curl_request" },
  { name: "endpoint", part: "url", of: "rest_data" },
  { name: "base_url", part: "url", of: "http_request" },
  { name: "path", part: "path", of: "restapi_object" },
  { name: "create_path", part: "path", of: "restapi_object" },
  { name: "request_body", part: "body", of: "http" },
  { name: "body", part: "body", of: "restful_operation" },
  { name: "data", part: "body", of: "restapi_object" },
  { name: "json", part: "body", of: "curl2" },
  { name: "request_headers", part: "headers", of: "http" },
  { name: "headers", part: "headers", of: "terracurl_request" },
  { name: "header", part: "headers", of: "restful_operation" },
  { name: "method", part: "method", of: "http" },
  { name: "http_method", part: "method", of: "curl_request" },
  { name: "request_method", part: "method", of: "httpclient_request" },
  { name: "create_method", part: "method", of: "restapi_object" },
  { name: "username", part: "user", of: "httpclient_request" },
  { name: "basic_auth_username", part: "user", of: "curl2" },
  { name: "password", part: "password", of: "httpclient_request" },
  { name: "basic_auth_password", part: "password", of: "curl2" },
  { name: "insecure", part: "insecure", of: "http" },
  { name: "skip_tls_verify", part: "insecure", of: "terracurl_request" },
  { name: "ignore_tls", part: "insecure", of: "http_request" },
  { name: "response_codes", part: "accepted status", of: "terracurl_request" },
];

/** The names of a part, in the order in which they are looked for. */
export const attributesFor = (part: RequestPart): readonly string[] =>
  REQUEST_ATTRIBUTES.filter((row) => row.part === part).map(({ name }) => name);
