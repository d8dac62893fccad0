export interface TokenPath {
  /** What a path ends with; `**` are any segments between, and `*` is any ending of the last. */
  readonly ending: string;
  readonly vendor: string;
  readonly case: string;
}

/** Paths of token endpoints, as servers and vendors name them. */
export const TOKEN_PATHS: readonly TokenPath[] = [
  {
    ending: "token",
    vendor: "Keycloak, Entra, Okta, Cognito, and most others",
    case: "/realms/a/protocol/openid-connect/token",
  },
  { ending: "access_token", vendor: "GitHub, Databricks", case: "/login/oauth/access_token" },
  { ending: "accesstoken", vendor: "Apigee", case: "/oauth/client_credential/accesstoken" },
  { ending: "token.oauth2", vendor: "PingFederate", case: "/as/token.oauth2" },
  { ending: "oauth_token.do", vendor: "ServiceNow", case: "/oauth_token.do" },
  { ending: "oauth/**/token.*", vendor: "servers whose endpoint is a script", case: "/oauth/v2/token.php" },
  { ending: "oauth2/**/token.*", vendor: "servers whose endpoint is a script", case: "/oauth2/token.php" },
  { ending: "oauth/**/access_token.*", vendor: "servers whose endpoint is a script", case: "/oauth/access_token.php" },
  {
    ending: "oauth2/**/access_token.*",
    vendor: "servers whose endpoint is a script",
    case: "/oauth2/access_token.php",
  },
  { ending: "oauth/**/accesstoken.*", vendor: "servers whose endpoint is a script", case: "/oauth/accesstoken.php" },
  { ending: "oauth2/**/accesstoken.*", vendor: "servers whose endpoint is a script", case: "/oauth2/accesstoken.php" },
  { ending: "get_token", vendor: "common usage", case: "/api/get_token" },
  { ending: "gettoken", vendor: "WeCom", case: "/cgi-bin/gettoken" },
  ...["auth", "oidc", "sso", "identity", "api", "authorize", "authentication", "openid"].map((api) => ({
    ending: `${api}/**/tokens`,
    vendor: "OpenStack Keystone, Nexus, and other APIs",
    case: `/${api}/v3/tokens`,
  })),
  { ending: "token/access-key", vendor: "NICE CXone", case: "/authentication/v1/token/access-key" },
  { ending: "oauth", vendor: "common usage", case: "/api/oauth" },
  { ending: "oauth2", vendor: "common usage", case: "/oauth2/" },
  { ending: "oauth/v*", vendor: "common usage", case: "/oauth/v2" },
  { ending: "oauth2/v*", vendor: "common usage", case: "/oauth2/v1" },
];

export interface OtherPath {
  /** What stands somewhere in the URL, or at its end. */
  readonly part?: string;
  readonly ending?: string;
  /** Fields with which it is a token request all the same. */
  readonly unless?: readonly string[];
  readonly what: string;
  readonly case: string;
}

/** What looks like a token endpoint and is none: other endpoints of the same servers, and logins that are no OAuth. */
export const OTHER_PATHS: readonly OtherPath[] = [
  { part: "introspect", what: "RFC 7662", case: "/oauth2/introspect" },
  { part: "revoke", what: "RFC 7009", case: "/oauth2/revoke/token" },
  { part: "jwks", what: "RFC 7517", case: "/oauth2/jwks" },
  { part: "userinfo", what: "OpenID Connect Core, section 5.3", case: "/oauth2/userinfo" },
  { part: "device", what: "RFC 8628, section 3.1", case: "/oauth2/device/token" },
  { part: ".well-known", what: "RFC 8414", case: "/.well-known/token" },
  // Others have logins there, too: for a client's id and secret, which no method of Vault takes.
  { part: "/v1/auth/", unless: ["client_id", "client_secret"], what: "Vault, logins", case: "/v1/auth/approle/token" },
  { part: "/v1/sys/", what: "Vault, system", case: "/v1/sys/token" },
  { part: "/serviceaccounts/", what: "Kubernetes, TokenRequest", case: "/serviceaccounts/x/token" },
  { part: "/latest/api/token", what: "AWS, IMDSv2", case: "/latest/api/token" },
  { part: "169.254.169.254", what: "cloud metadata", case: "http://169.254.169.254/metadata/token" },
  { part: "fd00:ec2::254", what: "AWS, IMDSv2 over IPv6", case: "http://[fd00:ec2::254]/token" },
  { part: "metadata.google", what: "Google Cloud metadata", case: "http://metadata.google.internal/x/token" },
  { part: "/metadata/identity", what: "Azure metadata", case: "/metadata/identity/oauth2/token" },
  { part: "hooks.slack", what: "Slack webhooks", case: "https://hooks.slack.com/token" },
  {
    ending: "/access_tokens",
    what: "GitLab and GitHub, tokens of projects and installations",
    case: "/installations/1/access_tokens",
  },
  { part: "/registration-token", what: "GitHub Actions runners", case: "/runners/registration-token" },
  ...["v1", "v2", "v3"].map((version) => ({
    part: `/api/${version}/namespaces`,
    what: "Kubernetes",
    case: `/api/${version}/namespaces/x/token`,
  })),
  { part: "/join-token", what: "clusters that nodes join", case: "/join-token" },
  { part: "/jointoken", what: "clusters that nodes join", case: "/jointoken" },
  { ending: "/authorize", unless: ["refresh_token"], what: "RFC 6749, section 3.1", case: "/oauth2/authorize" },
  { ending: "/logout", what: "OpenID Connect RP-Initiated Logout", case: "/openid-connect/logout" },
  { part: "/api/v4/", what: "GitLab", case: "/api/v4/token" },
  { part: "/runners/", what: "GitLab and GitHub runners", case: "/runners/token" },
];

/** Logins of vendors that ask for a name and a password, and no grant. */
export const LOGIN_ENDINGS: readonly string[] =
  "login log-in log_in signin sign-in sign_in authenticate auth session sessions authorization".split(" ");

/** Who logs in, as those logins call it. */
const USER_FIELDS: readonly string[] =
  "user username user_name login email access_key access_key_id key_id account".split(" ");

/** Fields of a request that defines an OAuth client (RFC 7591; Keycloak), and asks for no token. */
const CLIENT_FIELDS: readonly string[] = (
  "grant_types redirect_uris client_name response_types token_endpoint_auth_method protocol service_accounts_enabled " +
  "standard_flow_enabled"
).split(" ");

export interface ServerField {
  readonly name: string;
  readonly source: string;
}

const METADATA_OF_SERVERS = "RFC 8414, section 2";
const GRAFANA =
  "https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/generic-oauth/";

/** Where another product shall ask for its tokens: what has such a field is a record of a client, and asks for none. */
export const SERVER_FIELDS: readonly ServerField[] = [
  ...["issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"].map((name) => ({
    name,
    source: METADATA_OF_SERVERS,
  })),
  ...["auth_url", "token_url"].map((name) => ({ name, source: GRAFANA })),
  { name: "authorization_url", source: "https://www.keycloak.org/docs/latest/server_admin/#_identity_broker_oidc" },
  { name: "issuer_url", source: "https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview" },
  { name: "token_uri", source: "https://googleapis.github.io/google-api-python-client/docs/client-secrets.html" },
  { name: "auth_uri", source: "https://googleapis.github.io/google-api-python-client/docs/client-secrets.html" },
  { name: "access_token_url", source: "https://learning.postman.com/docs/sending-requests/authorization/oauth-20/" },
];

/** Where clients are registered, by somebody who has a token already. */
const CLIENT_COLLECTIONS: readonly string[] =
  "client clients registration registrations register applications apps serviceaccounts service-accounts users".split(
    " ",
  );

/** Of the machine itself: no client has credentials there. */
const METADATA: readonly string[] = ["169.254.169.254", "metadata.google", "fd00:ec2::254"];

export const namesUser = (name: string): boolean => USER_FIELDS.includes(name);
export const definesClient = (name: string): boolean => CLIENT_FIELDS.includes(name);
export const namesServer = (name: string): boolean => SERVER_FIELDS.some((field) => field.name === name);
export const isClientCollection = (path: string): boolean =>
  segmentsOf(path)
    .slice(1)
    .slice(-2)
    .some((segment) => CLIENT_COLLECTIONS.includes(segment));

/** Azure Arc serves the metadata of a machine on the machine itself. */
export const isMetadata = (url: string): boolean =>
  METADATA.some((part) => url.toLowerCase().includes(part)) || /localhost:\d+\/metadata/i.test(url);

/** Whether a path ends as one of a token endpoint. */
export function isTokenPath(path: string): boolean {
  const segments = segmentsOf(path);
  return segments.length > 1 && TOKEN_PATHS.some(({ ending }) => endsWith(segments, ending.split("/")));
}

/** Whether a URL is none of a token endpoint, for a request with such fields. */
export function isOtherPath(url: string, fields: readonly string[] = []): boolean {
  const plain = url.toLowerCase();
  return OTHER_PATHS.some(({ part, ending, unless }) => {
    if (unless?.every((field) => fields.includes(field)) === true) return false;
    return part === undefined ? plain.endsWith(ending ?? "") : plain.includes(part);
  });
}

export function isLoginPath(path: string): boolean {
  const segments = segmentsOf(path);
  return segments.length > 1 && LOGIN_ENDINGS.includes(segments.at(-1) ?? "");
}

/** The segments of a path, of which the first stands before any `/`. */
const segmentsOf = (path: string): string[] => path.toLowerCase().replace(/\/$/, "").split("/");

function endsWith(segments: readonly string[], pattern: readonly string[]): boolean {
  const gap = pattern.indexOf("**");
  const last = pattern.slice(gap + 1);
  const from = segments.length - last.length;
  if (from < 1 || !last.every((step, index) => fits(segments[from + index] ?? "", step))) return false;
  return gap < 0 || segments.slice(1, from).includes(pattern[0] ?? "");
}

function fits(segment: string, step: string): boolean {
  if (step === "v*") return /^v\d+$/.test(segment);
  return step.endsWith(".*")
    ? /^\.\w+$/.test(segment.slice(step.length - 2)) && segment.startsWith(step.slice(0, -2))
    : segment === step;
}
