import { classifyName } from "./names.js";

/** A value that says where a secret is kept. */
export interface SecretReference {
  /** How it begins; case does not matter. */
  readonly start: string;
  /** What comes further on. */
  readonly holds?: string;
  readonly source: string;
  readonly case: string;
}

const VAULT = "https://developer.hashicorp.com/vault/docs/secrets/kv";

export const SECRET_REFERENCES: readonly SecretReference[] = [
  {
    start: "arn:",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns",
    case: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:idp-AbCdEf",
  },
  {
    start: "projects/",
    holds: "/secrets/",
    source:
      "https://cloud.google.com/python/docs/reference/secretmanager/latest/google.cloud.secretmanager_v1.types.AccessSecretVersionRequest.html",
    case: "projects/p/secrets/idp/versions/latest",
  },
  {
    start: "vault:",
    source: "https://bank-vaults.dev/docs/mutating-webhook/configuration/",
    case: "vault:secret/data/idp#client_secret",
  },
  {
    start: "secretref:",
    source: "https://learn.microsoft.com/en-us/azure/container-apps/manage-secrets",
    case: "secretref:idp-client",
  },
  ...["secret/", "secrets/", "kv/", "kv-v2/"].map((start) => ({ start, source: VAULT, case: `${start}data/idp` })),
  {
    start: "ssm:",
    source: "https://www.serverless.com/framework/docs/providers/aws/guide/variables",
    case: "ssm:/prod/idp",
  },
  { start: "enc[", source: "https://getsops.io/docs/", case: "ENC[AES256_GCM,data:8Zk1,iv:a,tag:b,type:str]" },
  { start: "file:", source: "RFC 8089, section 2", case: "file:/run/secrets/idp" },
  { start: "os.environ", source: "https://docs.litellm.ai/docs/proxy/configs", case: "os.environ/CLIENT_SECRET" },
  {
    start: "process.env.",
    source: "https://nodejs.org/api/process.html#processenv",
    case: "process.env.CLIENT_SECRET",
  },
  {
    start: "env.",
    source: "https://docs.github.com/en/actions/reference/workflows-and-actions/contexts",
    case: "env.CLIENT_SECRET",
  },
];

/** `op://vault/item/field`, `ref+awssecrets://...`: a URI (RFC 3986, section 3). */
const URI = /^[a-z][a-z\d+.-]{1,30}:\/\//i;
/** `$NAME`, `${NAME}`, `$(NAME)`: a shell's, a template's or a container's variable. */
const VARIABLE = /^\$(?:[A-Z_a-z]\w*|\{[\w.:-]+\}|\([\w.:-]+\))$/;
/** `IDP_CLIENT_SECRET`, which is what a variable is called. */
const NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
const SECRETS = /SECRET|TOKEN|PASSWORD|ASSERTION|CREDENTIAL|_KEY$/;

/** Whether a value only says where a secret is kept, or what it is called. */
export function isReference(value: string): boolean {
  const plain = value.toLowerCase();
  if (URI.test(value) || VARIABLE.test(value) || (NAME.test(value) && SECRETS.test(value))) return true;
  return SECRET_REFERENCES.some(({ start, holds }) => plain.startsWith(start) && plain.includes(holds ?? ""));
}

/** Words such as names of keys have, and a version. */
const KEY = /^[a-z][a-z\d]*(?:[-_./][a-z\d]+)*$/i;
const VERSION = /[-_.]v?\d{1,3}$/;

/** `portal-client-secret`, `oidc_client_secret_v2`: what a secret is called where it is kept. In a request it would be the secret itself. */
export const isNameOfSecret = (value: string): boolean =>
  value.length < 100 && KEY.test(value) && classifyName(value.replace(VERSION, "")) === "oauth";

const LONGEST_DESCRIPTION = 300;
const SUBJECTS = new Set("secret password token key credential credentials assertion".split(" "));
/** Words that a sentence has, and a passphrase of words drawn at random does not. */
const SENTENCE = new Set("the of for to by from with is are be in".split(" "));

const PROSE = /^[a-z](?:[\w ,.;:'"()/&?!]|-(?=[a-z]))*$/i;

/** `The client secret of the portal`: words about a secret, rather than one. */
export function isDescription(value: string): boolean {
  if (value.length > LONGEST_DESCRIPTION || !value.includes(" ") || !PROSE.test(value)) return false;
  const words = value.toLowerCase().split(/[^a-z']+/);
  if (/\d/.test(value.replace(/\b(?:oauth2?|v\d|\d+)\b/gi, ""))) return false;
  return words.some((word) => SUBJECTS.has(word)) || words.filter((word) => SENTENCE.has(word)).length > 1;
}
