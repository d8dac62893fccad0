import { registry } from "./registry.js";

/** What something so called holds: a credential of an OAuth client, another secret, or a token. */
export type NameClass = "oauth" | "general" | "token" | undefined;

export interface SecretName {
  /** What a name ends with, in words; they may be written together. */
  readonly words: string;
  readonly kind: Exclude<NameClass, undefined>;
  /** Who calls it so. */
  readonly source: string;
  /** A name as it is met. */
  readonly case: string;
}

const RFC_6749 = "RFC 6749, section 2.3.1";
const RFC_7521 = "RFC 7521, section 4";
const META = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/";
const CXONE = "https://developer.niceincontact.com/Documentation/UserHubGettingStarted";
const AWS_KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html";
const SALESFORCE =
  "https://developer.salesforce.com/docs/atlas.en-us.210.0.api_rest.meta/api_rest/intro_understanding_username_password_oauth_flow.htm";
const GENESYS = registry("MyPureCloud/genesyscloud");
/** Where no page calls it so: a case of the corpus that does. */
const COMMON = "corpus/open/names-in-common-use";

/** Names of secrets, by their last words. */
export const SECRET_NAMES: readonly SecretName[] = [
  { words: "client_secret", kind: "oauth", source: RFC_6749, case: "TF_VAR_clientSecret" },
  { words: "client_password", kind: "oauth", source: RFC_6749, case: "client-password" },
  { words: "client_pass", kind: "oauth", source: COMMON, case: "CLIENT_PASS" },
  { words: "client_assertion", kind: "oauth", source: RFC_7521, case: "client_assertion" },
  { words: "oauth_secret", kind: "oauth", source: "corpus/open/prometheus-blackbox-oauth2", case: "oauth_secret" },
  ...numbered("oauth", "OAUTH", COMMON),
  { words: "app_secret", kind: "oauth", source: META, case: "FB_APP_SECRET" },
  {
    words: "application_secret",
    kind: "oauth",
    source: "https://github.com/ovh/python-ovh",
    case: "application_secret",
  },
  { words: "consumer_secret", kind: "oauth", source: "RFC 5849, section 1.1", case: "SF_CONSUMER_SECRET" },
  {
    words: "api_secret",
    kind: "oauth",
    source: "https://registry.terraform.io/providers/confluentinc/confluent/latest/docs",
    case: "apiSecret",
  },
  { words: "sso_secret", kind: "oauth", source: "corpus/open/wget-post-data-no-check-certificate", case: "sso_secret" },
  { words: "oidc_secret", kind: "oauth", source: "corpus/open/alb-authenticate-oidc", case: "oidc_secret" },
  { words: "azure_secret", kind: "oauth", source: COMMON, case: "azure_secret" },
  { words: "sp_secret", kind: "oauth", source: COMMON, case: "SP_SECRET" },
  { words: "m2m_secret", kind: "oauth", source: COMMON, case: "m2m_secret" },
  { words: "oauth_client_secret", kind: "oauth", source: GENESYS, case: "oauthclient_secret" },
  { words: "access_key_secret", kind: "oauth", source: CXONE, case: "accessKeySecret" },
  { words: "refresh_token", kind: "oauth", source: "RFC 6749, section 6", case: "REFRESH_TOKEN" },
  { words: "secret_access_key", kind: "oauth", source: AWS_KEYS, case: "AWS_SECRET_ACCESS_KEY" },
  {
    words: "security_token",
    kind: "oauth",
    source: SALESFORCE,
    case: "SF_SECURITY_TOKEN",
  },

  {
    words: "secret",
    kind: "general",
    source: "https://www.keycloak.org/docs-api/latest/rest-api/index.html",
    case: "webhook_secret",
  },
  {
    words: "secrets",
    kind: "general",
    source: "https://docs.github.com/en/actions/security-guides/using-secrets-in-github-actions",
    case: "secrets",
  },
  { words: "password", kind: "general", source: "RFC 6749, section 4.3.2", case: "db_password" },
  { words: "passwd", kind: "general", source: "https://man7.org/linux/man-pages/man5/passwd.5.html", case: "PASSWD" },
  {
    words: "passphrase",
    kind: "general",
    source: "https://man7.org/linux/man-pages/man1/ssh-keygen.1.html",
    case: "key_passphrase",
  },
  { words: "pass", kind: "general", source: "https://nodemailer.com/smtp/", case: "SMTP_PASS" },
  {
    words: "pwd",
    kind: "general",
    source: "https://learn.microsoft.com/dotnet/api/system.data.sqlclient.sqlconnection.connectionstring",
    case: "sql_pwd",
  },
  { words: "pw", kind: "general", source: COMMON, case: "admin_pw" },
  {
    words: "api_key",
    kind: "general",
    source: "https://registry.terraform.io/providers/DataDog/datadog/latest/docs",
    case: "datadog_api_key",
  },
  { words: "private_key", kind: "general", source: "RFC 7517, section 4", case: "jwt_private_key" },
  { words: "credential", kind: "general", source: COMMON, case: "credential" },
  {
    words: "credentials",
    kind: "general",
    source: "https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference",
    case: "google_credentials",
  },
  { words: "cred", kind: "general", source: COMMON, case: "cred" },
  { words: "creds", kind: "general", source: COMMON, case: "CREDS" },
  { words: "basic", kind: "general", source: "RFC 7617, section 2", case: "basic" },
  { words: "basic_auth", kind: "general", source: "RFC 7617, section 2", case: "BASIC_AUTH" },
  { words: "auth_basic", kind: "general", source: "RFC 7617, section 2", case: "auth_basic" },
  { words: "assertion", kind: "general", source: RFC_7521, case: "assertion" },
  { words: "jwt", kind: "general", source: "RFC 7519, section 3", case: "signed_jwt" },
  { words: "b64", kind: "general", source: COMMON, case: "b64" },
  { words: "b64_auth", kind: "general", source: COMMON, case: "B64_AUTH" },
  { words: "authorization", kind: "general", source: "RFC 9110, section 11.6.2", case: "Authorization" },
  {
    words: "secret_string",
    kind: "general",
    source: registry("hashicorp/aws", "resources/secretsmanager_secret_version"),
    case: "secret_string",
  },
  {
    words: "secret_data",
    kind: "general",
    source: registry("hashicorp/google", "resources/secret_manager_secret_version"),
    case: "secret_data",
  },
  {
    words: "secret_key",
    kind: "general",
    source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs",
    case: "secretKey",
  },
  { words: "signing_key", kind: "general", source: COMMON, case: "signing_key" },
  { words: "user_pass", kind: "general", source: COMMON, case: "USERPASS" },

  ...["", "access", "id", "bearer", "auth", "oauth", "api", "jwt"].flatMap((owner) =>
    ["token", "tokens", "bearer", "bearers"].map((last) => ({
      words: owner === "" ? last : `${owner}_${last}`,
      kind: "token" as const,
      source:
        owner === "access" ? "RFC 6749, section 5.1" : last.startsWith("bearer") ? "RFC 6750, section 2.1" : COMMON,
      case: `${owner}${last}`,
    })),
  ),
];

/** `oauth2_secret`: the versions of OAuth that there are. */
function numbered(word: string, shown: string, source: string): SecretName[] {
  return ["1", "2"].flatMap((digit) => [
    { words: `${word}${digit}_secret`, kind: "oauth" as const, source, case: `${shown}${digit}_SECRET` },
    { words: `${word}${digit}_client_secret`, kind: "oauth" as const, source, case: `${word}${digit}clientsecret` },
  ]);
}

/** How a secret is written, which may stand after its name: `client_secret_b64` is one all the same. */
export const FORMS: readonly string[] = "b64 base64 value raw encoded urlencoded enc plain text json wo".split(" ");
export const FORMS_OF_TOKENS: readonly string[] = ["value", "raw", "json"];

/** First words of a name that asks whether there is a secret, or what becomes of it: `use_credentials`, `has_client_secret`. */
export const SWITCH_BEGINNINGS: ReadonlySet<string> = new Set(
  (
    "use uses has have is allow allows enable enabled disable disabled require requires required need needs skip with without " +
    "generate rotate create show hide mask validate verify force include exclude manage"
  ).split(" "),
);

/** Names that end as those of secrets, of something else. */
export const PUBLIC_NAMES: readonly { readonly name: string; readonly what: string; readonly source: string }[] = [
  {
    name: "google_application_credentials",
    what: "the path of a file",
    source: "https://cloud.google.com/docs/authentication/application-default-credentials",
  },
];

export interface SecretField {
  readonly name: string;
  readonly source: string;
}

/** Fields of a token request that carry a credential, and what vendors' logins call it. */
export const SECRET_FIELDS: readonly SecretField[] = [
  { name: "client_secret", source: RFC_6749 },
  { name: "password", source: "RFC 6749, section 4.3.2" },
  { name: "refresh_token", source: "RFC 6749, section 6" },
  { name: "assertion", source: RFC_7521 },
  { name: "client_assertion", source: RFC_7521 },
  { name: "subject_token", source: "RFC 8693, section 2.1" },
  { name: "actor_token", source: "RFC 8693, section 2.1" },
  { name: "code_verifier", source: "RFC 7636, section 4.5" },
  { name: "app_secret", source: META },
  { name: "passwd", source: COMMON },
  { name: "api_key", source: "https://cloud.ibm.com/docs/iam?topic=iam-iamtoken_from_apikey" },
  { name: "access_key_secret", source: CXONE },
  { name: "secret", source: COMMON },
  { name: "secret_key", source: "corpus/open/prisma-login-data-http" },
  { name: "private_key", source: COMMON },
  { name: "secret_access_key", source: AWS_KEYS },
  { name: "key_secret", source: "corpus/open/nice-access-key-json" },
  { name: "api_secret", source: COMMON },
  {
    name: "api_token",
    source: "https://developer.broadcom.com/xapis/tcsp-authn/latest/csp/gateway/am/api/auth/api-tokens/authorize/post",
  },
  { name: "client_password", source: RFC_6749 },
  { name: "security_token", source: SALESFORCE },
  { name: "jwt", source: "https://developer.hashicorp.com/vault/api-docs/auth/jwt" },
];

export interface ClientSetting {
  readonly name: string;
  /** Further words may stand before it: `azure_client_secret`. */
  readonly owned?: true;
  readonly source: string;
}

/** Credentials of an OAuth client, as providers and the resources that define clients call them. */
export const CLIENT_SETTINGS: readonly ClientSetting[] = [
  { name: "client_secret", owned: true, source: registry("keycloak/keycloak") },
  { name: "client_secret_value", owned: true, source: COMMON },
  { name: "refresh_token", owned: true, source: registry("magodo/restful") },
  { name: "oauth_secret", source: "corpus/open/prometheus-blackbox-oauth2" },
  { name: "oauth_client_secret", source: registry("Mastercard/restapi") },
  { name: "client_password", source: RFC_6749 },
  { name: "client_assertion", source: RFC_7521 },
  { name: "consumer_secret", source: "RFC 5849, section 1.1" },
  { name: "app_secret", source: META },
];
