import { HOLE, concrete, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { canonicalName } from "../vocabulary/names.js";
import { contentType, credentialsOf, fieldsOf, urlFields } from "./fields.js";
import { JSON_ENDPOINTS } from "../vocabulary/json-endpoints.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { HttpRequest } from "./request.js";

/** Paths of token endpoints, as servers and vendors name them. */
const TOKEN_PATH =
  /(?:\/oauth2?(?:\/[^?#]*)?\/(?:access_?)?token(?:\.\w+)?|\/oauth_token\.do|\/connect\/token|\/openid-connect\/token|\/as\/token(?:\.oauth2)?|\/(?:auth|oidc|sso|identity|api|authorize|authentication|openid)(?:\/[^?#]*)?\/tokens?|\/v\d+(?:\.\d+)?\/(?:access_?)?token|\/(?:access_?)?token|\/get_?token|\/token\.oauth2|\/oauth2?\/access_token|\/token\/access-key|\/applications\/token|\/oauth2?(?:\/v\d+)?)\/?$/i;

/** What looks like one and is not: other endpoints of the same servers, and logins that are no OAuth. */
const OTHER =
  /introspect|revoke|jwks|userinfo|device|\.well-known|\/v1\/auth\/|\/v1\/sys\/|\/serviceaccounts\/|\/latest\/api\/token|169\.254\.169\.254|metadata\.google|\/metadata\/identity|hooks\.slack|\/access_tokens$|\/registration-token|\/api\/v\d+\/namespaces|\/join-?token|fd00:ec2::254|\/authorize$|\/api\/v4\/|\/runners\//i;

/** Of the machine itself: no client has credentials there. */
const METADATA = /169\.254\.169\.254|metadata\.google|fd00:ec2::254|localhost:\d+\/metadata/i;

/** Fields of a request that defines an OAuth client (RFC 7591), and asks for no token. */
const DEFINES =
  /\b(?:grant_types|redirect_uris|client_name|response_types|token_endpoint_auth_method|protocol|service_accounts_enabled|standard_flow_enabled)\b/;

/** Where clients are registered, by somebody who has a token already. */
const CLIENTS = /\/(?:clients?|registrations?|register|applications|apps|service-?accounts|users)(?:\/[^/]*)?\/?$/i;

/** Logins of vendors that ask for a name and a password, and no grant. */
const LOGIN_PATH = /\/(?:log[_-]?in|sign[_-]?in|authenticate|auth|sessions?|authorization)\/?$/i;
const USER = /^(?:user|username|user_name|login|email|access_key|access_key_id|key_id|account)$/;

/** What is longer is no URL that a server takes, and patterns that look at its end would take long. */
const MAX_URL = 2_000;

function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).trim().slice(0, MAX_URL);
}

/** The vendor documents JSON for this endpoint. */
export function takesJson(request: HttpRequest): boolean {
  const url = pathOf(sketch(request.url));
  return (
    // What no grant is in is no OAuth: its vendor says what it takes.
    isLogin(request) ||
    JSON_ENDPOINTS.some((endpoint) => endpoint.url.test(url)) ||
    (/\/oauth\/token\/?$/.test(url) && mentionsAuth0(request))
  );
}

/** A custom domain that the request itself shows to be Auth0's: the audience is the management API. */
function mentionsAuth0(request: HttpRequest): boolean {
  const origin = request.url.some((fragment) => fragment.provenance.some((from) => /auth0/i.test(from.address)));
  const fields = fieldsOf(request);
  const audience = fields.some(
    (field) => /\.auth0\.com|\/api\/v2\/$/.test(sketch(field.value)) && canonicalName(field.name) === "audience",
  );
  const ids = fields.some((field) =>
    field.value.some((fragment) => fragment.provenance.some((from) => /auth0/i.test(from.address))),
  );
  return origin || audience || ids;
}

/** A POST to an OAuth 2.0 token endpoint (RFC 6749 section 3.2), or to a vendor's login that gives a token for a credential. */
export function isTokenRequest(request: HttpRequest, vocabulary: Vocabulary): boolean {
  const url = sketch(request.url);
  const path = pathOf(url);
  if (vocabulary.isTokenEndpoint(path)) return true;
  const method = (request.method ?? (request.body.length > 0 ? "POST" : "GET")).toUpperCase();
  const names = [
    ...fieldsOf(request).map((field) => field.name),
    ...urlFields(request.url).map((field) => field.name),
  ].map(canonicalName);
  if (DEFINES.test(names.join(" ")) || (CLIENTS.test(path) && bearer(request))) return false;
  if (names.includes("grant_type")) return !METADATA.test(path);
  // The implicit grant (RFC 6749, section 4.2), as OpenShift's login has it: the answer to a login is the token.
  if (urlFields(request.url).some(({ name, value }) => name === "response_type" && sketch(value) === "token"))
    return credentialsOf(request, vocabulary).length > 0;
  if (OTHER.test(path)) return false;
  if (names.includes("grant") && names.includes("client_secret")) return true;
  if (method !== "POST" && !method.includes(HOLE) && method !== "PUT") return false;
  if (TOKEN_PATH.test(path)) return credible(request, names, path, vocabulary);
  if (namesEndpoint(request.url, path)) return credible(request, names, path, vocabulary) && !bearer(request);
  return names.includes("client_secret") && names.some((name) => name === "client_id" || name === "scope");
}

/** A POST of a name and a password to a vendor's login; whether its answer is a token is for others to tell. */
export function isLogin(request: HttpRequest): boolean {
  const path = pathOf(sketch(request.url));
  if (!LOGIN_PATH.test(path) || OTHER.test(path) || bearer(request)) return false;
  if ((request.method ?? (request.body.length > 0 ? "POST" : "GET")).toUpperCase() !== "POST") return false;
  const names = fieldsOf(request).map((field) => canonicalName(field.name));
  if (names.includes("grant_type") || names.includes("client_secret")) return false;
  return names.some((name) => USER.test(name));
}

/** A path that ends in `token` is one only if a credential goes there: many APIs have something called a token. */
function credible(request: HttpRequest, names: readonly string[], path: string, vocabulary: Vocabulary): boolean {
  if (bearer(request)) return false;
  if (credentialsOf(request, vocabulary).length > 0) return true;
  if (names.length > 0) return false;
  const oauth = /oauth|openid|connect\/token|\/as\/token/i.test(path);
  return (
    oauth ||
    contentType(request)?.includes("form-urlencoded") === true ||
    request.body.some((part) => concrete(part.content) === undefined)
  );
}

const bearer = (request: HttpRequest): boolean =>
  request.headers.some(
    (header) =>
      (header.name.toLowerCase() === "authorization" && /^\s*bearer\b/i.test(sketch(header.value))) ||
      /^x-(?:vault|aws|amz|auth)-.*token$/i.test(header.name),
  );

/** A URL of which only the name is known: `var.token_url`, `$TOKEN_ENDPOINT`. */
function namesEndpoint(url: SymbolicString, path: string): boolean {
  if (!path.endsWith(HOLE)) return false;
  return (
    url
      .at(-1)
      ?.provenance.some((origin) =>
        /(?:token|oauth|auth|idp|sso|login)_?(?:server_?)?(?:url|uri|endpoint|host|address)?$/.test(
          canonicalName(origin.address),
        ),
      ) === true
  );
}

export type Transport = "fine" | "plain" | "unknown";

/** http:// is right only on a loopback host (RFC 8252 section 8.3; RFC 6749 section 3.2 asks for TLS). */
export function transportOf(url: SymbolicString): Transport {
  const whole = sketch(url).trim().replace(/^["']/, "");
  if (/^https:/i.test(whole)) return "fine";
  if (/^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(whole)) return transportOf([{ text: "http://", provenance: [] }, ...url]);
  if (!/^http:/i.test(whole)) return "unknown";
  return /^http:\/\/(?:localhost|[\w-]+\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0|\[::ffff:127\.\d+\.\d+\.\d+\])(?::|\/|$|\uFFFC)/i.test(
    whole,
  )
    ? "fine"
    : "plain";
}
