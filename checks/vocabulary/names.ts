/**
 * What names tell: whether something called so holds a secret. Where a value's role in a token request is known (the field
 * `client_secret`, the second half of Basic) the role decides and the name does not matter.
 */
const PUBLIC = new Set(
  (
    "id ids name names arn arns path paths version versions url uri file files filename length hash sha sha256 md5 ttl type endpoint " +
    "host domain policy count enabled lifetime expiry expires expiration validity days hours minutes seconds at in region status state " +
    "rotation description label scope audience issuer tenant method format engine store backend provider mount vault manager " +
    "resource group header prefix suffix field key_name kid ref reference wo_version location dir directory exists required"
  ).split(" "),
);
const OAUTH =
  /(?:^|_)(?:client_?(?:secret|password|pass|assertion)|(?:oauth\d?|app|application|consumer|api|sso|oidc|azure|sp|m2m)_?(?:client_?)?secret|access_?key_?secret|refresh_?token|secret_?access_?key|oauthclient_?secret|security_?token)(?:_(?:b64|base64|value|raw|encoded|urlencoded|enc|plain|text|json|wo|\d+))?$/;
const GENERAL =
  /(?:^|_)(?:secrets?|password|passwd|passphrase|pass|pwd|pw|api_?key|apikey|private_?key|credentials?|creds?|basic(?:_?auth)?|auth_?basic|assertion|jwt|b64(?:_?auth)?|auth_?header|authorization|secret_?string|secret_?data|secret_?key|signing_?key|user_?pass|userpass)(?:_(?:b64|base64|value|raw|encoded|urlencoded|enc|plain|text|json|wo|\d+))?$/;
const TOKEN =
  /(?:^|_)(?:(?:access|id|bearer|auth|oauth|api|jwt)?_?(?:token|bearer)s?|authorization_header)(?:_(?:value|raw|json|b64))?$/;

export type NameClass = "oauth" | "general" | "token" | undefined;

const canonicals = new Map<string, string>();

/** `clientSecret`, `CLIENT-SECRET` and `client_secret` are one name. */
export function canonicalName(name: string): string {
  const before = canonicals.get(name);
  if (before !== undefined) return before;
  const result = canonicalOf(name);
  if (canonicals.size < 10_000 && name.length < 200) canonicals.set(name, result);
  return result;
}

function canonicalOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}

const cache = new Map<string, NameClass>();

/** What a name tells by itself; `Vocabulary` knows what the user adds. */
export function classifyName(name: string): NameClass {
  const plain = canonicalName(name.slice(0, 200));
  const before = cache.get(plain);
  if (before !== undefined || cache.has(plain)) return before;
  const result = classify(plain);
  if (cache.size < 10_000) cache.set(plain, result);
  return result;
}

function classify(plain: string): NameClass {
  if (PUBLIC.has(plain.slice(plain.lastIndexOf("_") + 1))) return undefined;
  if (OAUTH.test(plain)) return "oauth";
  if (GENERAL.test(plain)) return "general";
  if (TOKEN.test(plain)) return "token";
  return undefined;
}

/** Fields of a token request that carry a credential (RFC 6749, RFC 7521, RFC 7523, and what vendors' logins call it). */
const SECRET_FIELDS =
  /^(?:client_?secret|app_?secret|password|passwd|refresh_?token|assertion|client_?assertion|api_?key|apikey|access_?key_?secret|secret|secret_?key|subject_?token|actor_?token|code_?verifier|private_?key|secret_?access_?key|client_?password|accesskeysecret|security_?token|jwt)$/;
export const isSecretField = (name: string): boolean =>
  SECRET_FIELDS.test(canonicalName(name)) || SECRET_FIELDS.test(name.toLowerCase());

const PLACEHOLDER =
  /^(?:|[x*.•_-]+|x{3,}|changeme\d*|change[-_ ]?(?:me|it|this)|replace.*|your.*|<.*>|\[.*\]|\{\{.*\}\}|todo.*|fixme|none|null|nil|n\/?a|dummy.*|example.*|placeholder.*|redacted|fake.*|test|secret|client[-_]?secret|password|sample.*|my[-_]?(?:client[-_]?)?secret|insert.*|set[-_ ].*|provided.*|unset|undefined|empty|true|false|__.*__|%.*%|@@.*@@|@.*|env:.*|\/.*|~\/.*|https?:.*|not[-_ ]?(?:used|set).*|ignored|unused|tbd|…+)$/i;
/** Values that stand for a secret and are none. */
export const isPlaceholder = (value: string): boolean =>
  PLACEHOLDER.test(value.trim()) || WITHIN.test(value.slice(0, 200));

/** Words that no real secret has in it. */
const WITHIN =
  /[Xx*]{6,}|(?:^|[-_ ])(?:change|replace|placeholder|your|dummy|todo|insert|fill[-_]?in|example|redacted|fake|sample)(?:[-_ ]?(?:me|it|this|with|here|in))?(?:[-_ ]|$)/i;

/** Credentials of an OAuth client, as providers and the resources that define clients call them. */
const CLIENT_SECRET =
  /^(?:(?:\w+_)?client_?secret(?:_value)?|oauth_?client_?secret|oauth_?secret|client_?password|(?:\w+_)?refresh_?token|client_?assertion|consumer_?secret|app_?secret)$/;
export const isClientSecret = (name: string): boolean => CLIENT_SECRET.test(canonicalName(name));
