import { looseFields, parseJsonText } from "../values/json.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { canonicalName } from "../vocabulary/names.js";
import { vendorLogin } from "../vocabulary/vendor-logins.js";
import { HOLE, concrete, sketch, slice, split, type SymbolicString } from "../values/symbolic-string.js";
import { asString, namedStrings, type SymbolicValue } from "../values/symbolic-value.js";
import type { BodyPart, Header, HttpRequest } from "./request.js";

/** A named value of a request's body or URL. */
export interface Field {
  readonly name: string;
  readonly value: SymbolicString;
  /** Its name and value as they are written. */
  readonly written: SymbolicString;
  readonly json: boolean;
  readonly part: BodyPart;
}

const cache = new WeakMap<HttpRequest, readonly Field[]>();

/** The fields of a request's body: JSON or form, as its text shows. */
export function fieldsOf(request: HttpRequest): readonly Field[] {
  let fields = cache.get(request);
  if (fields === undefined) {
    const nested = vendorLogin((/^[^?#]*/.exec(sketch(request.url))?.[0] ?? "").trim())?.nested === true;
    fields = request.body.flatMap((part) => partFields(part, nested));
    cache.set(request, fields);
  }
  return fields;
}

function partFields(part: BodyPart, nested: boolean): Field[] {
  if (looksJson(part)) {
    const value = parseJsonText(part.content);
    const pairs = value ? (nested ? leaves(value) : topLevel(value)) : looseFields(part.content);
    return pairs.map((pair) => ({ ...pair, written: pair.value, json: true, part }));
  }
  return formFields(part.content).map((field) => ({ ...field, json: false, part }));
}

/** What lies deeper in a document belongs to something else. */
function topLevel(value: SymbolicValue): { name: string; value: SymbolicString }[] {
  if (value.kind !== "object") return value.kind === "list" ? value.items.flatMap(topLevel) : [];
  return [...value.entries].map(([name, item]) => ({ name, value: asString(item) }));
}

/** Every named text of a document, of a vendor whose credentials lie deeper in it. */
const leaves = (value: SymbolicValue): { name: string; value: SymbolicString }[] =>
  namedStrings(value).map(({ name, fragments }) => ({ name, value: fragments }));

export function formFields(
  content: SymbolicString,
): { name: string; value: SymbolicString; written: SymbolicString }[] {
  return split(content, /&(?:amp;)?|\n(?=\w+=)/g).flatMap((pair) => {
    const whole = sketch(pair);
    const equals = whole.indexOf("=");
    if (equals <= 0) return [];
    const name = whole.slice(0, equals).trim();
    return /^[\w.%-]+$/.test(name) ? [{ name, value: slice(pair, equals + 1), written: pair }] : [];
  });
}

/** A body that is JSON, as far as its first characters or its tool tell. */
export function looksJson(part: BodyPart): boolean {
  if (part.json) return true;
  const whole = sketch(part.content)
    .trimStart()
    .replace(/^['"]?\\?(?=[{[])/, "");
  return /^[{[]/.test(whole) && (/["'\w]\s*[:=]|\$|\uFFFC/.test(whole) || /^\{\s*\}$/.test(whole));
}

/** Nothing of the body is known: not even whether it is JSON. */
export const isOpaque = (part: BodyPart): boolean =>
  sketch(part.content).replaceAll(HOLE, "").trim() === "" && part.content.length > 0;

export interface Credential {
  readonly what: string;
  readonly value: SymbolicString;
  /** The value with what is written around it, such as its name. */
  readonly written: SymbolicString;
  readonly channel: BodyPart["channel"];
  /** It is a half of HTTP Basic, or a whole header. */
  readonly header: boolean;
}

/** What a request carries as credentials, by their role: whatever stands there is a secret, whatever it is called. */
export function credentialsOf(request: HttpRequest, vocabulary: Vocabulary): Credential[] {
  const found: Credential[] = [];
  const own = vendorLogin(sketch(request.url))?.credential;
  for (const field of fieldsOf(request)) {
    if (vocabulary.isSecretField(field.name) || canonicalName(field.name) === own)
      found.push({
        what: field.name,
        value: field.value,
        written: field.written,
        channel: field.part.channel,
        header: false,
      });
  }
  for (const { name, value, written } of urlFields(request.url)) {
    if (vocabulary.isSecretField(name))
      found.push({ what: name, value, written, channel: request.urlChannel, header: false });
  }
  const password = passwordIn(sketch(request.url));
  if (password) {
    found.push({
      what: "password in the URL",
      value: slice(request.url, password.start, password.end),
      written: request.url,
      channel: request.urlChannel,
      header: true,
    });
  }
  for (const header of request.headers) {
    const secret = headerSecret(header.name, header.value);
    if (secret)
      found.push({
        what: `${header.name} header`,
        value: secret,
        written: header.value,
        channel: header.channel,
        header: true,
      });
  }
  if (request.basicAuth) {
    const colon = sketch(request.basicAuth.value).indexOf(":");
    const value = colon < 0 ? request.basicAuth.value : slice(request.basicAuth.value, colon + 1);
    if (value.length > 0)
      found.push({
        what: "password of HTTP Basic",
        value,
        written: request.basicAuth.value,
        channel: request.basicAuth.channel,
        header: true,
      });
  }
  return found;
}

/** `https://user:password@host`: where the password stands. */
function passwordIn(url: string): { readonly start: number; readonly end: number } | undefined {
  const scheme = /^[a-z]+:\/\//i.exec(url)?.[0].length;
  if (scheme === undefined) return undefined;
  const authority = /^[^/\s]*/.exec(url.slice(scheme))?.[0] ?? "";
  const colon = authority.indexOf(":");
  const at = authority.lastIndexOf("@");
  if (colon < 0 || at <= colon || authority.slice(0, colon).includes("@")) return undefined;
  return { start: scheme + colon + 1, end: scheme + at };
}

export function urlFields(url: SymbolicString): { name: string; value: SymbolicString; written: SymbolicString }[] {
  const question = sketch(url).indexOf("?");
  return question < 0 ? [] : formFields(slice(url, question + 1));
}

function headerSecret(name: string, value: SymbolicString): SymbolicString | undefined {
  const plain = canonicalName(name);
  if (/^(?:x_)?(?:api_key|client_secret|app_secret|api_secret)$/.test(plain)) return value;
  if (plain !== "authorization" && plain !== "proxy_authorization") return undefined;
  const scheme = /^\s*(?:Basic|SSWS|Bearer)\s+/i.exec(sketch(value));
  const rest = scheme ? slice(value, scheme[0].length) : value;
  return rest.length > 0 ? rest : undefined;
}

/** The access token of a request that uses one (RFC 6750, section 2.1). */
export function bearerToken({ name, value }: Header): SymbolicString | undefined {
  if (canonicalName(name) !== "authorization") return undefined;
  const scheme = /^\s*(?:Bearer|token)\s+/i.exec(sketch(value));
  return scheme ? slice(value, scheme[0].length) : undefined;
}

export const contentTypeHeader = (request: HttpRequest): Header | undefined =>
  request.headers.find(({ name }) => name.toLowerCase() === "content-type");

export const contentType = (request: HttpRequest): string | undefined => {
  const header = contentTypeHeader(request);
  return header && (concrete(header.value) ?? sketch(header.value)).toLowerCase();
};

/** Whether a request says that its body is JSON; a header that is not known may. */
export function declaresJson(request: HttpRequest): "yes" | "no" | "unknown" {
  const type = contentType(request);
  if (type?.includes("json") === true) return "yes";
  return type?.includes(HOLE) === true || request.headers.some(({ name }) => name.includes(HOLE)) ? "unknown" : "no";
}
