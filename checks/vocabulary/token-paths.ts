/** Where no page names it so: a case of the corpus that does. */
const COMMON = "corpus/open/names-in-common-use";

export interface TokenPath {
  /** What a path ends with; `**` are any segments between, and `*` is any ending of the last. */
  readonly ending: string;
  /** Settings of an API's own lie there as well. */
  readonly vague?: true;
  /** Who names it so. */
  readonly source: string;
  readonly case: string;
}

/** Paths of token endpoints, as servers and vendors name them. */
export const TOKEN_PATHS: readonly TokenPath[] = [
  {
    ending: "token",
    source: "RFC 6749, section 4.4.2",
    case: "/realms/a/protocol/openid-connect/token",
  },
  {
    ending: "access_token",
    source: "https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps",
    case: "/login/oauth/access_token",
  },
  {
    ending: "accesstoken",
    source:
      "https://docs.cloud.google.com/apigee/docs/api-platform/security/oauth/configuring-oauth-endpoints-and-policies",
    case: "/oauth/client_credential/accesstoken",
  },
  {
    ending: "token.oauth2",
    source: "https://docs.pingidentity.com/pingfederate/latest/developers_reference_guide/pf_token_endpoint.html",
    case: "/as/token.oauth2",
  },
  {
    ending: "oauth_token.do",
    source:
      "https://docs.servicenow.com/bundle/geneva-servicenow-platform/page/administer/security/reference/r_OAuthTokens.html",
    case: "/oauth_token.do",
  },
  { ending: "oauth/**/token.*", source: COMMON, case: "/oauth/v2/token.php" },
  { ending: "oauth2/**/token.*", source: COMMON, case: "/oauth2/token.php" },
  { ending: "oauth/**/access_token.*", source: COMMON, case: "/oauth/access_token.php" },
  {
    ending: "oauth2/**/access_token.*",
    source: COMMON,
    case: "/oauth2/access_token.php",
  },
  { ending: "oauth/**/accesstoken.*", source: COMMON, case: "/oauth/accesstoken.php" },
  { ending: "oauth2/**/accesstoken.*", source: COMMON, case: "/oauth2/accesstoken.php" },
  { ending: "get_token", source: COMMON, case: "/api/get_token" },
  { ending: "gettoken", source: "https://developer.work.weixin.qq.com/document/path/91039", case: "/cgi-bin/gettoken" },
  ...["auth", "oidc", "sso", "identity", "api", "authorize", "authentication", "openid"].map((api) => ({
    ending: `${api}/**/tokens`,
    source: api === "auth" ? "https://docs.openstack.org/api-ref/identity/v3/" : COMMON,
    case: `/${api}/v3/tokens`,
  })),
  {
    ending: "token/access-key",
    source: "https://developer.niceincontact.com/Documentation/UserHubGettingStarted",
    case: "/authentication/v1/token/access-key",
  },
  { ending: "oauth", vague: true, source: COMMON, case: "/api/oauth" },
  { ending: "oauth2", vague: true, source: COMMON, case: "/oauth2/" },
  { ending: "oauth/v*", vague: true, source: COMMON, case: "/oauth/v2" },
  { ending: "oauth2/v*", vague: true, source: COMMON, case: "/oauth2/v1" },
];

export interface OtherPath {
  /** A part of the URL, or its end. */
  readonly part?: string;
  readonly ending?: string;
  /** Fields with which it is a token request all the same. */
  readonly unless?: readonly string[];
  readonly what: string;
  readonly source: string;
  readonly case: string;
}

/** What looks like a token endpoint but is not: other endpoints of the same servers, and logins that are not OAuth. */
export const OTHER_PATHS: readonly OtherPath[] = [
  { part: "introspect", what: "RFC 7662", source: "RFC 7662, section 2", case: "/oauth2/introspect" },
  { part: "revoke", what: "RFC 7009", source: "RFC 7009, section 2", case: "/oauth2/revoke/token" },
  { part: "jwks", what: "RFC 7517", source: "RFC 7517, section 5", case: "/oauth2/jwks" },
  {
    part: "userinfo",
    what: "OpenID Connect Core, section 5.3",
    source: "https://openid.net/specs/openid-connect-core-1_0.html#UserInfo",
    case: "/oauth2/userinfo",
  },
  { part: "device", what: "RFC 8628, section 3.1", source: "RFC 8628, section 3.1", case: "/oauth2/device/token" },
  { part: ".well-known", what: "RFC 8414", source: "RFC 8414, section 3", case: "/.well-known/token" },
  // Others have logins there, too: for a client's id and secret, which no method of Vault takes.
  {
    part: "/v1/auth/",
    unless: ["client_id", "client_secret"],
    what: "Vault, logins",
    source: "https://developer.hashicorp.com/vault/api-docs/auth",
    case: "/v1/auth/approle/token",
  },
  {
    part: "/v1/sys/",
    what: "Vault, system",
    source: "https://developer.hashicorp.com/vault/api-docs/system",
    case: "/v1/sys/token",
  },
  {
    part: "/serviceaccounts/",
    what: "Kubernetes, TokenRequest",
    source: "https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/",
    case: "/serviceaccounts/x/token",
  },
  {
    part: "/latest/api/token",
    what: "AWS, IMDSv2",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    case: "/latest/api/token",
  },
  {
    part: "169.254.169.254",
    what: "cloud metadata",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    case: "http://169.254.169.254/metadata/token",
  },
  {
    part: "fd00:ec2::254",
    what: "AWS, IMDSv2 over IPv6",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
    case: "http://[fd00:ec2::254]/token",
  },
  {
    part: "metadata.google",
    what: "Google Cloud metadata",
    source: "https://cloud.google.com/compute/docs/metadata/overview",
    case: "http://metadata.google.internal/x/token",
  },
  {
    part: "/metadata/identity",
    what: "Azure metadata",
    source: "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token",
    case: "/metadata/identity/oauth2/token",
  },
  {
    part: "hooks.slack",
    what: "Slack webhooks",
    source: "https://api.slack.com/messaging/webhooks",
    case: "https://hooks.slack.com/token",
  },
  {
    ending: "/access_tokens",
    what: "GitLab and GitHub, tokens of projects and installations",
    source: "https://docs.gitlab.com/api/project_access_tokens/",
    case: "/installations/1/access_tokens",
  },
  {
    part: "/registration-token",
    what: "GitHub Actions runners",
    source: "https://docs.github.com/en/rest/actions/self-hosted-runners",
    case: "/runners/registration-token",
  },
  ...["v1", "v2", "v3"].map((version) => ({
    part: `/api/${version}/namespaces`,
    what: "Kubernetes",
    source: "https://kubernetes.io/docs/reference/using-api/api-concepts/",
    case: `/api/${version}/namespaces/x/token`,
  })),
  { part: "/join-token", what: "clusters that nodes join", source: COMMON, case: "/join-token" },
  { part: "/jointoken", what: "clusters that nodes join", source: COMMON, case: "/jointoken" },
  {
    ending: "/authorize",
    unless: ["refresh_token"],
    what: "RFC 6749, section 3.1",
    source: "RFC 6749, section 3.1",
    case: "/oauth2/authorize",
  },
  {
    ending: "/logout",
    what: "OpenID Connect RP-Initiated Logout",
    source: "https://openid.net/specs/openid-connect-rpinitiated-1_0.html",
    case: "/openid-connect/logout",
  },
  { part: "/api/v4/", what: "GitLab", source: "https://docs.gitlab.com/api/rest/", case: "/api/v4/token" },
  {
    part: "/runners/",
    what: "GitLab and GitHub runners",
    source: "https://docs.gitlab.com/api/runners/",
    case: "/runners/token",
  },
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
  "standard_flow_enabled callback_url callback_urls"
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

/** What goes to an endpoint with a client's id and secret, besides the names of users and their secrets: anything else makes a record. */
export const LOGIN_FIELDS: readonly ServerField[] = [
  ...["client_id", "client_secret", "scope"].map((name) => ({ name, source: "RFC 6749, section 4.4.2" })),
  { name: "scopes", source: "https://pkg.go.dev/golang.org/x/oauth2/clientcredentials" },
  { name: "audience", source: "RFC 8693, section 2.1" },
  { name: "resource", source: "RFC 8707, section 2" },
  ...["tenant", "tenant_id", "realm", "organization", "org_id", "account_id"].map((name) => ({ name, source: COMMON })),
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
export const isLoginField = (name: string): boolean =>
  LOGIN_FIELDS.some((field) => field.name === name) || namesUser(name);
export const isClientCollection = (path: string): boolean =>
  segmentsOf(path)
    .slice(1)
    .slice(-2)
    .some((segment) => CLIENT_COLLECTIONS.includes(segment) || CLIENT_COLLECTIONS.includes(lastWord(segment)));

/** `oauth-apps` are apps. */
const lastWord = (segment: string): string => segment.split(/[-_]/).at(-1) ?? "";

/** Azure Arc serves the metadata of a machine on the machine itself. */
export const isMetadata = (url: string): boolean =>
  METADATA.some((part) => url.toLowerCase().includes(part)) || /localhost:\d+\/metadata/i.test(url);

/** Whether a path ends as one of a token endpoint. */
export function isTokenPath(path: string): boolean {
  const segments = segmentsOf(path);
  return segments.length > 1 && TOKEN_PATHS.some(({ ending }) => endsWith(segments, ending.split("/")));
}

/** Whether such a path is that of something else, too. */
export function isVague(path: string): boolean {
  const segments = segmentsOf(path);
  return !TOKEN_PATHS.some(({ ending, vague }) => !vague && endsWith(segments, ending.split("/")));
}

/** Whether a URL is not that of a token endpoint, for a request with such fields. */
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
