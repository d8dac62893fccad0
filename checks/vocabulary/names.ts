import {
  CLIENT_SETTINGS,
  FORMS,
  FORMS_OF_TOKENS,
  PUBLIC_NAMES,
  SECRET_FIELDS,
  SECRET_NAMES,
  SWITCH_BEGINNINGS,
  type NameClass,
} from "./secret-names.js";

export type { NameClass } from "./secret-names.js";

const canonicals = new Map<string, string>();

/** `clientSecret`, `CLIENT-SECRET` and `client_secret` are one name. */
export function canonicalName(name: string): string {
  const before = canonicals.get(name);
  if (before !== undefined) return before;
  const result = toCanonical(name);
  if (canonicals.size < 10_000 && name.length < 200) canonicals.set(name, result);
  return result;
}

function toCanonical(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}

const together = (name: string): string => name.replaceAll("_", "");

const byKind = (kind: NameClass): ReadonlySet<string> =>
  new Set(SECRET_NAMES.filter((row) => row.kind === kind).map((row) => together(row.words)));
const ENDINGS = { oauth: byKind("oauth"), general: byKind("general"), token: byKind("token") } as const;

/** What a name says it says at its end: a longer one tells no more. */
const MAX_LENGTH = 200;

const cache = new Map<string, NameClass>();

/**
 * What a name tells by itself; `Vocabulary` knows what the user adds. Where the role of a value in a token request is known, such as
 * the field `client_secret`, the role decides, and the name does not matter.
 */
export function classifyName(name: string): NameClass {
  const plain = canonicalName(name.slice(-MAX_LENGTH));
  const before = cache.get(plain);
  if (before !== undefined || cache.has(plain)) return before;
  const result = classify(plain);
  if (cache.size < 10_000) cache.set(plain, result);
  return result;
}

function classify(plain: string): NameClass {
  if (isSwitch(plain) || PUBLIC.has(plain)) return undefined;
  if (endsAs(plain, ENDINGS.oauth, isForm)) return "oauth";
  if (endsAs(plain, ENDINGS.general, isForm)) return "general";
  return endsAs(plain, ENDINGS.token, (word) => FORMS_OF_TOKENS.includes(word)) ? "token" : undefined;
}

const PUBLIC = new Set(PUBLIC_NAMES.map(({ name }) => name));

/** Terraform's own prefix of a variable of the environment tells nothing. */
const isSwitch = (plain: string): boolean => SWITCH_BEGINNINGS.has(firstWord(plain.replace(/^tf_var_/, "")));

const firstWord = (plain: string): string => plain.split("_", 1)[0] ?? "";
const isForm = (word: string): boolean => FORMS.includes(word) || /^\d+$/.test(word);

/** Whether a name ends with one of the words, or with one of them and a word that says how it is written. */
function endsAs(plain: string, endings: ReadonlySet<string>, mayFollow: (word: string) => boolean): boolean {
  const words = plain.split("_");
  if (endingsOf(words).some((ending) => endings.has(ending))) return true;
  return mayFollow(words.at(-1) ?? "") && endingsOf(words.slice(0, -1)).some((ending) => endings.has(ending));
}

const endingsOf = (words: readonly string[]): string[] => words.map((_, index) => words.slice(index).join(""));

const FIELDS = new Set(SECRET_FIELDS.map(({ name }) => together(name)));
export const isSecretField = (name: string): boolean => FIELDS.has(together(canonicalName(name)));

const OWNED = settings(true);
const WHOLE = settings(false);

function settings(owned: boolean): ReadonlySet<string> {
  return new Set(CLIENT_SETTINGS.filter((row) => (row.owned ?? false) === owned).map(({ name }) => together(name)));
}

const clientSecrets = new Map<string, boolean>();

export function isClientSecret(name: string): boolean {
  const plain = canonicalName(name.slice(-MAX_LENGTH));
  const before = clientSecrets.get(plain);
  if (before !== undefined) return before;
  const result =
    !isSwitch(plain) && (WHOLE.has(together(plain)) || endingsOf(plain.split("_")).some((ending) => OWNED.has(ending)));
  if (clientSecrets.size < 10_000) clientSecrets.set(plain, result);
  return result;
}
