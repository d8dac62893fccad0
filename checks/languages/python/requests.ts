import { concrete, literal, sketch } from "../../values/symbolic-string.js";
import { asString, isNull, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { answerOf } from "../../requests/answer.js";
import type { ProgramReader } from "../program-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sendRequest, userOf } from "../request-shape.js";
import { positionalArgument, type Argument, type AbstractValue } from "../abstract-value.js";

const METHODS = new Set(["get", "post", "put", "patch", "delete", "request"]);
const UNVERIFIED = /CERT_NONE|_create_unverified_context|check_hostname\s{0,9}=\s{0,9}False/;
/** Where a call, or a client, is given a context of TLS. */
const CONTEXTS = ["verify", "ssl", "ssl_context", "context", "connector", "transport", "cert_reqs"];
const VERBOSE = /debuglevel\s{0,9}=\s{0,9}[1-9]|set_debuglevel\(\s{0,9}(?:[1-9]|True)/;

/** Calls of Python's libraries that make a request, or prepare one. */
export function pythonRequest(
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = callee.qualifiedName ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  if (name === "HTTPSConnection" || name === "HTTPConnection")
    return {
      content: stringValue([
        literal(name === "HTTPConnection" ? "http://" : "https://"),
        ...asString(positionalArgument(args, 0)?.content ?? stringValue([])),
      ]),
      qualifiedName: "connection",
    };
  if (name === "Request" && (symbol === name || symbol.includes("urllib") || symbol.endsWith("request.Request")))
    return prepared(reader, args, place);
  if (name === "urlopen" || (name === "open" && positionalArgument(args, 0)?.request)) {
    const first = positionalArgument(args, 0);
    const made = first?.request ? first : prepared(reader, args, place);
    return made.request ? sendRequest(reader, made.request) : made;
  }
  if (name === "getresponse") {
    const last = reader.host.effects.requests.filter((request) => request.tool === "http.client").at(-1);
    return last && { content: stringValue(answerOf(last)), qualifiedName: "response" };
  }
  if (name === "fetch_token") return fetched(reader, args, place);
  if (!METHODS.has(name.toLowerCase()) || !symbol.includes(".")) return undefined;
  return pythonCall(reader, callee, name, args, place);
}

/** urllib: fails by itself on an error status. */
function prepared(reader: ProgramReader, args: readonly Argument[], place: number): AbstractValue {
  const options = new Options(args, undefined);
  const data = options.get("data") ?? positionalArgument(args, 1)?.content;
  const url = options.get("url") ?? positionalArgument(args, 0)?.content ?? stringValue([]);
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool: "urllib",
    url: asString(url),
    method: method ? concrete(asString(method)) : data ? "POST" : "GET",
    body: data && !isNull(data) ? bodyOf(data, {}) : [],
    headers: headersOf(options.get("headers") ?? positionalArgument(args, 2)?.content),
    insecure: UNVERIFIED.exec(reader.code)?.[0] ?? offInEnvironment(reader, "PYTHONHTTPSVERIFY"),
    verbose: VERBOSE.exec(reader.code)?.[0],
    failsOnError: true,
  });
  return { content: stringValue(answerOf(request)), qualifiedName: "request", request };
}

/** requests, httpx, aiohttp and http.client. */
function pythonCall(
  reader: ProgramReader,
  callee: AbstractValue,
  name: string,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const client = callee.receiver && settingsOf(callee.receiver);
  const options = new Options(args, client);
  const first = positionalArgument(args, 0);
  const leading =
    name === "request" || name === "open" ? concrete(asString(first?.content ?? stringValue([]))) : undefined;
  const shift = leading !== undefined && /^[A-Z]+$/i.test(leading) ? 1 : 0;
  const target = options.get("url") ?? positionalArgument(args, shift)?.content;
  if (!target) return undefined;
  const connection = callee.qualifiedName === "connection.request";
  const given = options.get("base_url");
  const base = given && !/^https?:/.test(sketch(asString(target))) ? asString(given) : [];
  const data = options.get("data", "content", "body") ?? positionalArgument(args, shift + 1)?.content;
  const json = options.get("json");
  const request = requestOf(reader, place, {
    tool: connection
      ? "http.client"
      : (callee.qualifiedName ?? "requests")
          .replace(/^self\./, "")
          .split(".", 1)
          .join(),
    url: connection
      ? [...asString((callee.receiver ?? callee).content), ...asString(target)]
      : [...base, ...asString(target)],
    method: (leading ?? name).toUpperCase(),
    body: [...(data && !isNull(data) ? bodyOf(data, {}) : []), ...(json ? bodyOf(json, { json: true }) : [])],
    headers: headersOf(options.get("headers") ?? (connection ? positionalArgument(args, 3)?.content : undefined)),
    basicAuth: userOf(options.get("auth")),
    insecure: insecureIn(reader, options, connection),
    verbose: VERBOSE.exec(reader.code)?.[0],
    followsRedirects: REDIRECTS.map((option) => (options.is("true", option) ? `${option}=True` : undefined)).find(
      (written) => written !== undefined,
    ),
    failsOnError: options.is("true", "raise_for_status"),
  });
  return sendRequest(reader, request);
}

/** What is set on a client, or on an instance of a class that is one. */
function settingsOf({ content, members }: AbstractValue): SymbolicValue | undefined {
  if (content.kind === "object") return content;
  const set = [...(members ?? [])].map(([name, member]) => [name, member.content] as const);
  return set.length > 0 ? { kind: "object", entries: new Map(set) } : undefined;
}

const REDIRECTS = ["allow_redirects", "follow_redirects"];

/** What turns certificate checks off, as it is written: for this call, for its client, or for all that it shares a context with. */
function insecureIn(reader: ProgramReader, options: Options, connection: boolean): string | undefined {
  if (options.is("false", "verify", "verify_ssl", "ssl")) return "verify=False";
  const connector = options.get("connector");
  if (connector && new Options([], connector).is("false", "ssl", "verify_ssl")) return "ssl=False";
  return connection || options.get(...CONTEXTS) ? UNVERIFIED.exec(reader.code)?.[0] : undefined;
}

/** requests-oauthlib and authlib make a right request of what they are given. */
function fetched(reader: ProgramReader, args: readonly Argument[], place: number): AbstractValue {
  const options = new Options(args, undefined);
  const fields = ["client_id", "client_secret", "username", "password", "refresh_token"].flatMap(
    (name): [string, SymbolicValue][] => {
      const value = options.get(name);
      return value ? [[name, value]] : [];
    },
  );
  const entries = new Map<string, SymbolicValue>([
    ["grant_type", stringValue([literal("client_credentials")])],
    ...fields,
  ]);
  const request = requestOf(reader, place, {
    tool: "fetch_token",
    url: asString(options.get("token_url", "url") ?? positionalArgument(args, 0)?.content ?? stringValue([])),
    method: "POST",
    body: bodyOf({ kind: "object", entries }, {}),
    headers: [],
    basicAuth: userOf(options.get("auth")),
    insecure: options.is("false", "verify") ? "verify=False" : undefined,
    failsOnError: true,
  });
  return sendRequest(reader, request);
}
