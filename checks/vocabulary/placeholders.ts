import { isDescription, isReference } from "./secret-references.js";

/** A value in the place of a secret that is not one. */
export interface Placeholder {
  /** All of the value, its beginning, or what it stands between; case does not matter. */
  readonly at: "whole" | "start" | "around";
  readonly text: string;
  /** Of `around`: what closes it. */
  readonly end?: string;
  readonly case: string;
}

const whole = (...texts: string[]): Placeholder[] => texts.map((text) => ({ at: "whole", text, case: text }));
const start = (text: string, example: string): Placeholder => ({ at: "start", text, case: example });

export const PLACEHOLDERS: readonly Placeholder[] = [
  ...whole("", "none", "null", "nil", "na", "n/a", "unset", "undefined", "empty", "true", "false", "tbd", "fixme"),
  ...whole("ignored", "unused", "test", "secret", "password"),
  ...whole("client_secret", "client-secret", "clientsecret"),
  ...["my", "my_", "my-"].flatMap((my) => whole(`${my}secret`, `${my}client_secret`, `${my}client-secret`)),
  ...whole("myclientsecret", "my_clientsecret", "my-clientsecret"),
  ...Array.from({ length: 10 }, (_, digit) => String(digit)).map((digit) =>
    start(`changeme${digit}`, `changeme${digit}`),
  ),
  start("replace", "replacedatrelease"),
  start("your", "yourclientsecret"),
  start("todo", "todosetit"),
  start("dummy", "dummy123"),
  start("example", "examplesecret"),
  start("placeholder", "placeholder1"),
  start("fake", "fakesecret"),
  start("sample", "samplevalue"),
  start("insert", "insertsecret"),
  start("set-", "set-in-pipeline"),
  start("set_", "SET_ME"),
  start("set ", "set by CI"),
  start("provided", "provided at runtime"),
  ...["not", "not-", "not_", "not "].flatMap((not) => [
    start(`${not}used`, `${not}used`),
    start(`${not}set`, `${not}set`),
  ]),
  // Where it comes from: a file, a variable, another store.
  start("@", "@secret.txt"),
  start("env:", "env:CLIENT_SECRET"),
  start("var.", "var.client_secret"),
  start("see ", "see the wiki"),
  start("managed", "managed outside of Terraform"),
  start("sensitive", "sensitive"),
  ...whole("generated"),
  start("/", "/run/secrets/client"),
  start("~/", "~/.secrets/client"),
  { at: "around", text: "<", end: ">", case: "<client secret>" },
  { at: "around", text: "(", end: ")", case: "(sensitive value)" },
  { at: "around", text: "[", end: "]", case: "[secret]" },
  { at: "around", text: "{{", end: "}}", case: "{{ client_secret }}" },
  { at: "around", text: "__", end: "__", case: "__CLIENT_SECRET__" },
  { at: "around", text: "%", end: "%", case: "%CLIENT_SECRET%" },
];

/** Words that no real secret has in it, as a word of its own, alone or before one of `AFTERWORDS`. */
export const PLACEHOLDER_WORDS: readonly string[] =
  "change replace placeholder please your dummy todo insert fillin example redacted fake sample".split(" ");
export const AFTERWORDS: readonly string[] = "me it this with here in".split(" ");

const WORDS = new Set([
  ...PLACEHOLDER_WORDS,
  ...PLACEHOLDER_WORDS.flatMap((word) => AFTERWORDS.map((after) => word + after)),
]);

const ASKS: ReadonlySet<string> = new Set("enter put paste add provide supply specify fill".split(" "));

/** `enter_client_secret`, `CLIENT_SECRET_HERE`: words that ask for a secret. */
function asksForOne(plain: string): boolean {
  const words = plain.split(/[-_ ]+/);
  if (words.length < 2 || !words.every((word) => /^[a-z]+$/.test(word))) return false;
  return words.at(-1) === "here" || ASKS.has(words[0] ?? "");
}

/** Whether a value only keeps the place of a secret. */
export function isPlaceholder(value: string): boolean {
  const plain = value.trim().toLowerCase();
  if (isMadeOf(plain, "x*.•_-") || isMadeOf(plain, "…")) return true;
  if (isReference(value.trim()) || isDescription(plain) || asksForOne(plain)) return true;
  if (!plain.includes("\n") && PLACEHOLDERS.some((placeholder) => fits(plain, placeholder))) return true;
  const beginning = value.slice(0, 200);
  return /[Xx*]{6}/.test(beginning) || wordsOf(beginning.toLowerCase()).some((word) => WORDS.has(word));
}

const isMadeOf = (text: string, characters: string): boolean =>
  text !== "" && Array.from(text).every((character) => characters.includes(character));

function fits(value: string, { at, text, end = "" }: Placeholder): boolean {
  if (at === "whole") return value === text;
  if (at === "start") return value.startsWith(text);
  return value.length >= text.length + end.length && value.startsWith(text) && value.endsWith(end);
}

/** `fill-in` and `fill_in` are one word of the list. */
const wordsOf = (value: string): string[] => value.replace(/\bfill[-_]in/g, "fillin").split(/[^a-z\d]+/);
