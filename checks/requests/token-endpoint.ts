import { HOLE, concrete, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { canonicalName, isSecretField } from "../vocabulary/names.js";
import { contentType, credentialsOf, fieldsOf, urlFields } from "./fields.js";
import { endsWithPath, isEndpoint, JSON_ENDPOINTS, type JsonEndpoint } from "../vocabulary/json-endpoints.js";
import {
  definesClient,
  isClientCollection,
  isLoginField,
  isLoginPath,
  isMetadata,
  isOtherPath,
  isTokenPath,
  isVague,
  namesServer,
  namesUser,
} from "../vocabulary/token-paths.js";
import { mayBeGrant } from "../vocabulary/grant-types.js";
import { OWN_PROGRAM } from "../vocabulary/own-program.js";
import { vendorLogin } from "../vocabulary/vendor-logins.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { HttpRequest } from "./request.js";

/** What is longer is no URL that a server takes, and patterns that look at its end would take long. */
const MAX_URL = 2_000;

export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).trim().slice(0, MAX_URL);
}

/** What JSON is to the endpoint of a request: a `mistake`, unless a vendor's row says otherwise. */
export type JsonUse = "mistake" | JsonEndpoint["json"];

const uses = new WeakMap<HttpRequest, JsonUse>();

export function jsonUse(request: HttpRequest): JsonUse {
  let use = uses.get(request);
  if (use === undefined) uses.set(request, (use = jsonUseAt(request)));
  return use;
}

function jsonUseAt(request: HttpRequest): JsonUse {
  const url = pathOf(sketch(request.url));
  const vendor = vendorLogin(url);
  if (vendor) return vendor.body === "form" ? "mistake" : "always";
  // What no grant is in is no OAuth: its vendor says what it takes.
  if (isLogin(request) || (isExchange(request) && !isTokenPath(url))) return "always";
  const row = JSON_ENDPOINTS.find((endpoint) => isEndpoint(endpoint, url) || isShown(endpoint, url, request));
  return row?.json ?? "mistake";
}

/** A custom domain that the request itself shows to be the vendor's. */
function isShown({ path, shownBy }: JsonEndpoint, url: string, request: HttpRequest): boolean {
  if (!shownBy || !endsWithPath(url, path)) return false;
  const comesFrom = (text: SymbolicString): boolean =>
    text.some(({ provenance }) => provenance.some(({ address }) => address.toLowerCase().includes(shownBy.name)));
  if (comesFrom(request.url)) return true;
  return fieldsOf(request).some(({ name, value }) => {
    const audience = canonicalName(name) === "audience" ? sketch(value) : "";
    return comesFrom(value) || shownBy.audiences.some((mark) => audience.includes(mark));
  });
}

/** A POST to an OAuth 2.0 token endpoint (RFC 6749 section 3.2), or to a vendor's login that gives a token for a credential. */
export function isTokenRequest(request: HttpRequest, vocabulary: Vocabulary): boolean {
  const url = sketch(request.url);
  const path = pathOf(url);
  if (request.tool === OWN_PROGRAM || vocabulary.isTokenEndpoint(path)) return true;
  const method = (request.method ?? (request.body.length > 0 ? "POST" : "GET")).toUpperCase();
  const names = [
    ...fieldsOf(request).map((field) => field.name),
    ...urlFields(request.url).map((field) => field.name),
  ].map(canonicalName);
  if (names.some(definesClient) || registersClient(request, path, names)) return false;
  if (names.some(namesServer) && !isTokenPath(path) && !namesEndpoint(request.url, path)) return false;
  if (names.includes("grant_type")) return !isMetadata(path) && (isTokenPath(path) || asksWithGrant(request));
  // The implicit grant (RFC 6749, section 4.2), as OpenShift's login has it: the answer to a login is the token.
  if (urlFields(request.url).some(({ name, value }) => name === "response_type" && sketch(value) === "token"))
    return credentialsOf(request, vocabulary).length > 0;
  if (vendorLogin(path) && isPost(method)) return credentialsOf(request, vocabulary).length > 0;
  if (isOtherPath(path, names)) return false;
  if (names.includes("grant") && names.includes("client_secret")) return true;
  if (!isPost(method)) return false;
  if (names.includes("refresh_token") && !bearer(request)) return true;
  const isRecord = isVague(path) && !names.every((name) => isOfLogin(name) || vocabulary.isSecretField(name));
  if (isTokenPath(path)) return !isRecord && credible(request, names, path, vocabulary);
  if (namesEndpoint(request.url, path)) return credible(request, names, path, vocabulary) && !bearer(request);
  if (method === "PUT" || isRecord) return false;
  return names.includes("client_secret") && names.some((name) => name === "client_id" || name === "scope");
}

/** Where clients are kept, an id and a secret without a grant are those of a client to come. */
const registersClient = (request: HttpRequest, path: string, names: readonly string[]): boolean =>
  isClientCollection(path) && (bearer(request) || !names.includes("grant_type"));

/** Of a word that is no grant, only a client's secret beside it tells that it is a vendor's own; else it is a field of a record. */
function asksWithGrant(request: HttpRequest): boolean {
  const fields = [...fieldsOf(request), ...urlFields(request.url)];
  const grants = fields.filter(({ name }) => canonicalName(name) === "grant_type").map(({ value }) => sketch(value));
  return grants.some(mayBeGrant) || fields.some(({ name }) => canonicalName(name) === "client_secret");
}

const isPost = (method: string): boolean => method === "POST" || method === "PUT" || method.includes(HOLE);

const isOfLogin = (name: string): boolean => isLoginField(name) || isSecretField(name);

/** A POST of a name and a password to a vendor's login; whether its answer is a token is for others to tell. */
export function isLogin(request: HttpRequest): boolean {
  const path = pathOf(sketch(request.url));
  return isLoginPath(path) && isExchange(request);
}

/** A POST of a credential with the name of its owner, wherever it goes: what becomes of the answer tells what it is. */
export function isExchange(request: HttpRequest): boolean {
  const names = fieldsOf(request).map((field) => canonicalName(field.name));
  if (isOtherPath(pathOf(sketch(request.url)), names) || bearer(request)) return false;
  if ((request.method ?? (request.body.length > 0 ? "POST" : "GET")).toUpperCase() !== "POST") return false;
  if (names.includes("grant_type") || names.some(definesClient)) return false;
  // A client's id and secret alone are those of OAuth.
  if (names.includes("client_secret")) return names.includes("client_id") && !names.every(isOfLogin);
  return names.some(namesUser);
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
