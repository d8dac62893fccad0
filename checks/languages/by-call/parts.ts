import type { BodyPart, Header, HttpRequest } from "../../requests/request.js";
import { parseJsonText } from "../../values/json.js";
import {
  concrete,
  HOLE,
  literal,
  sketch,
  slice,
  split,
  trim,
  type SymbolicString,
} from "../../values/symbolic-string.js";
import { asString, isNull, type SymbolicValue } from "../../values/symbolic-value.js";
import { REQUEST_OPTIONS, type RequestOption } from "../../vocabulary/request-options.js";
import { formOf } from "../form.js";
import type { ProgramReader } from "../program-reader.js";
import { bodyOf, requestOf, userOf } from "../request-shape.js";

/** The parts of a request by the names that its library has for them. */
export type Parts = ReadonlyMap<string, SymbolicValue>;

const valueOfPart = (parts: Parts, part: RequestOption["part"]): SymbolicValue | undefined => {
  for (const [name, value] of parts)
    if (!isNull(value) && REQUEST_OPTIONS.some((option) => option.part === part && option.name === name)) return value;
  const own = parts.get(part);
  return own && !isNull(own) ? own : undefined;
};

const HEADERS = ["headers", ...REQUEST_OPTIONS.filter(({ part }) => part === "headers").map(({ name }) => name)];

/** A request of its parts. */
export function built(
  reader: ProgramReader,
  at: number,
  tool: string,
  parts: Parts,
  how: { readonly method?: string | undefined; readonly fails?: boolean | undefined; readonly json?: boolean },
): HttpRequest {
  const headers = headersOf(parts);
  const isJson = how.json === true || headers.some(saysJson);
  const body = bodyIn(parts, isJson);
  const method = valueOfPart(parts, "method");
  return requestOf(reader, at, {
    tool,
    url: urlOf(parts),
    method: (method ? concrete(asString(method)) : how.method)?.toUpperCase() ?? (body.length > 0 ? "POST" : "GET"),
    body,
    headers,
    basicAuth: userIn(parts),
    insecure: settingIn(reader, "insecure"),
    verbose: settingIn(reader, "verbose"),
    followsRedirects: settingIn(reader, "follows"),
    failsOnError: how.fails === true,
  });
}

const saysJson = ({ name, value }: Header): boolean =>
  name.toLowerCase() === "content-type" && sketch(value).includes("json");

function urlOf(parts: Parts): SymbolicString {
  const [given, base, query] = [valueOfPart(parts, "url"), valueOfPart(parts, "host"), valueOfPart(parts, "query")];
  const path = trim(given ? asString(given) : []);
  const fields: SymbolicString = query?.kind === "object" ? [literal("?"), ...formOf(query)] : [];
  const whole = sketch(path);
  const root = base ? asString(base) : [];
  if (root.length === 0 || whole.includes("://") || whole.startsWith(HOLE)) return [...path, ...fields];
  const scheme = /^[a-z]+:|^\uFFFC/i.test(sketch(root)) ? [] : [literal("https://")];
  const slash = whole === "" || whole.startsWith("/") || sketch(root).endsWith("/") ? [] : [literal("/")];
  return [...scheme, ...root, ...slash, ...path, ...fields];
}

function bodyIn(parts: Parts, isJson: boolean): BodyPart[] {
  const [form, json, body] = [valueOfPart(parts, "form"), valueOfPart(parts, "json"), valueOfPart(parts, "body")];
  return [
    ...(form ? bodyOf(form, {}) : []),
    ...(json ? bodyOf(json, { json: json.kind !== "text" }) : []),
    ...(body ? bodyOf(body, { json: isJson && body.kind !== "text" }) : []),
  ];
}

/** An object, lines of a text, or a list of lines; and what is assigned by a header's name. */
function headersOf(parts: Parts): Header[] {
  const named = [...parts].flatMap(([name, value]): Header[] =>
    /-|^(?:Authorization|Accept|Cookie)$/.test(name) ? [header(name, asString(value))] : [],
  );
  const type = valueOfPart(parts, "type");
  const given = HEADERS.flatMap((name) => headersIn(parts.get(name)));
  return [...given, ...named, ...(type ? [header("Content-Type", typeOf(asString(type)))] : [])];
}

function headersIn(value: SymbolicValue | undefined): Header[] {
  if (!value) return [];
  if (value.kind === "object")
    return [...value.entries].map(([name, item]) =>
      /^content_?type$/i.test(name)
        ? header("Content-Type", typeOf(asString(item)))
        : header(name.replace(/^"|"$/g, ""), asString(item.kind === "list" ? (item.items[0] ?? item) : item)),
    );
  const lines = value.kind === "list" ? value.items.map(asString) : split(value.fragments, /\r?\n/g);
  return lines.flatMap((line) => {
    const colon = sketch(line).indexOf(":");
    return colon < 0 ? [] : [header(sketch(line).slice(0, colon).trim(), trim(slice(line, colon + 1)))];
  });
}

const header = (name: string, value: SymbolicString): Header => ({ name, value, channel: "program" });
/** `:json` of Ruby's libraries is a type by its ending. */
const typeOf = (value: SymbolicString): SymbolicString =>
  concrete(value) === "json" ? [literal("application/json", value[0]?.place)] : value;

function userIn(parts: Parts): HttpRequest["basicAuth"] {
  const [user, password] = [valueOfPart(parts, "user"), valueOfPart(parts, "password")];
  if (user && password) return { value: [...asString(user), literal(":"), ...asString(password)], channel: "program" };
  if (user?.kind === "text" && sketch(user.fragments).includes(":"))
    return { value: user.fragments, channel: "program" };
  return userOf(user);
}

/** A setting by which a program turns something on or off, wherever it stands in it, as it is written. */
export function settingIn({ code }: ProgramReader, part: RequestOption["part"]): string | undefined {
  for (const { name, part: other, when } of REQUEST_OPTIONS) {
    if (other !== part || when === undefined) continue;
    for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + name.length)) {
      if (/\w/.test(code[at - 1] ?? "")) continue;
      const rest = /^["']?\s{0,9}(?:=>|[=:,(])\s{0,9}["']?(?:\w{1,40}::){0,4}([$\w]+)/.exec(
        code.slice(at + name.length, at + name.length + 120),
      );
      if (rest?.[1] !== undefined && rest[1].toLowerCase() === when.toLowerCase())
        return `${name}${rest[0].replace(/^["']/, "")}`;
    }
  }
  return undefined;
}

/** The fields that a library makes a token request of. */
export function grantOf(parts: Parts, grantType: string): SymbolicValue {
  const fields = (["client_id", "client_secret"] as const).flatMap((part): [string, SymbolicValue][] => {
    const value = valueOfPart(parts, part);
    return value ? [[part, value]] : [];
  });
  const grant: SymbolicValue = { kind: "text", fragments: [literal(grantType)] };
  const owner = (["user", "password"] as const).flatMap((part): [string, SymbolicValue][] => {
    const value = parts.get(part);
    return value ? [[part === "user" ? "username" : part, value]] : [];
  });
  return { kind: "object", entries: new Map([["grant_type", grant], ...fields, ...owner]) };
}

export const parsed = (value: SymbolicValue): SymbolicValue =>
  value.kind === "text" ? (parseJsonText(value.fragments) ?? value) : value;
