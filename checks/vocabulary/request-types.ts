import { registry } from "./registry.js";

/** A type of resource, data source or ephemeral resource that makes an HTTP request which its attributes describe. */
export interface RequestType {
  /** Its type; a `*` at its beginning is the name of any provider. */
  readonly type: string;
  /** It asks for a token by itself, and does it right. */
  readonly asksForToken?: true;
  /** It fails by itself on an error status. */
  readonly failsOnError?: true;
  /** It sends its body as JSON, unless its headers say otherwise. */
  readonly sendsJson?: true;
  readonly source: string;
  /** Attributes with which it asks for a token: `URL` and `FORM` are filled in. */
  readonly case: string;
}

export const REQUEST_TYPES: readonly RequestType[] = [
  {
    type: "http",
    source: registry("hashicorp/http", "data-sources/http"),
    case: "url=URL method=POST request_body=FORM",
  },
  {
    type: "http_request",
    source: registry("rios0rios0/http", "resources/request"),
    case: "base_url=HOST path=PATH method=POST request_body=FORM",
  },
  {
    type: "httpclient_request",
    source: registry("dmachard/http-client", "data-sources/request"),
    case: "url=URL request_method=POST request_body=FORM",
  },
  {
    type: "terracurl_request",
    source: registry("devops-rob/terracurl", "resources/request"),
    case: "url=URL method=POST request_body=FORM",
  },
  {
    type: "restapi_object",
    failsOnError: true,
    sendsJson: true,
    source: registry("Mastercard/restapi", "resources/object"),
    case: "path=URL data=FORM",
  },
  {
    type: "restful_resource",
    failsOnError: true,
    sendsJson: true,
    source: registry("magodo/restful", "resources/resource"),
    case: "path=URL create_method=POST body=FORM",
  },
  {
    type: "restful_operation",
    failsOnError: true,
    sendsJson: true,
    source: registry("magodo/restful", "resources/operation"),
    case: "path=URL method=POST body=FORM",
  },
  {
    type: "azurerm_logic_app_action_http",
    failsOnError: true,
    source: registry("hashicorp/azurerm", "resources/logic_app_action_http"),
    case: "uri=URL method=POST body=FORM",
  },
  {
    type: "rest_data",
    source: registry("Mikej81/rest", "data-sources/data"),
    case: "endpoint=URL method=POST body=FORM",
  },
  ...["resource", "operation"].map((name) => ({
    type: `rest_${name}`,
    source: registry("LaurentLesle/rest", `resources/${name}`),
    case: "path=URL method=POST body=FORM",
  })),
  {
    type: "curl",
    source: "https://github.com/anschoewe/terraform-provider-curl",
    case: "uri=URL http_method=POST data=FORM",
  },
  {
    type: "curl_request",
    source: registry("marcofranssen/curl", "data-sources/request"),
    case: "uri=URL http_method=POST data=FORM",
  },
  {
    type: "curl2",
    source: registry("mehulgohil/curl2", "data-sources/curl2"),
    case: "uri=URL http_method=POST json=FORM",
  },
  {
    type: "webrequest_restcall",
    source: "https://github.com/DustHoff/terraform-provider-webrequest",
    case: "url=URL body=FORM",
  },
  {
    type: "oauth_token",
    asksForToken: true,
    source: "https://github.com/SvenHamers/terraform-provider-oauth",
    case: "token_endpoint=URL client_secret=SECRET",
  },
  ...["auth0", "azuread"].map((vendor) => ({
    type: `curl2_${vendor}_token`,
    asksForToken: true as const,
    source: registry("mehulgohil/curl2", `data-sources/${vendor}_token`),
    case: "url=URL client_secret=SECRET",
  })),
  {
    type: "ibm_iam_auth_token",
    asksForToken: true,
    source: registry("IBM-Cloud/ibm", "data-sources/iam_auth_token"),
    case: "",
  },
  {
    type: "dependencytrack_user_login",
    asksForToken: true,
    source: registry("SolarFactories/dependencytrack", "data-sources/user_login"),
    case: "",
  },
  {
    type: "*_oauth2_token",
    asksForToken: true,
    source: "https://github.com/netskopeoss/terraform-provider-netskope",
    case: "url=URL client_secret=SECRET",
  },
];

/** The row of a type of block. */
export const requestType = (type: string): RequestType | undefined =>
  NAMED.get(type) ?? OF_ANY_PROVIDER.find((row) => type.endsWith(row.type.slice(1)));

const OF_ANY_PROVIDER = REQUEST_TYPES.filter((row) => row.type.startsWith("*"));
const NAMED = new Map(REQUEST_TYPES.map((row) => [row.type, row]));
