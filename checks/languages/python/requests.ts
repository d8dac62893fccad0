import { concrete, literal, sketch } from "../../values/symbolic-string.js";
import { asString, isNull, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { answerOf } from "../../requests/answer.js";
import type { CodeReader } from "../code-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sendRequest, userOf } from "../request-shape.js";
import { positionalArgument, type Argument, type AbstractValue } from "../abstract-value.js";

const METHODS = /^(?:get|post|put|patch|delete|request)$/i;
const INSECURE_PYTHON = /CERT_NONE|_create_unverified_context/;

/** Calls of Python's libraries that make a request, or prepare one. */
export function pythonRequest(
  reader: CodeReader,
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
  if (name === "Request" && /urllib|^Request$|request\.Request/.test(symbol)) return prepared(reader, args, place);
  if (name === "urlopen") {
    const first = positionalArgument(args, 0);
    const made = first?.request ? first : prepared(reader, args, place);
    return made.request ? sendRequest(reader, made.request) : made;
  }
  if (name === "getresponse") {
    const last = reader.host.effects.requests.filter((request) => request.tool === "http.client").at(-1);
    return last && { content: stringValue(answerOf(last)), qualifiedName: "response" };
  }
  if (name === "fetch_token") return fetched(reader, args, place);
  if (!METHODS.test(name) || !symbol.includes(".")) return undefined;
  return pythonCall(reader, callee, name, args, place);
}

/** urllib: fails by itself on an error status. */
function prepared(reader: CodeReader, args: readonly Argument[], place: number): AbstractValue {
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
    insecure: INSECURE_PYTHON.exec(reader.source.text)?.[0] ?? offInEnvironment(reader, "PYTHONHTTPSVERIFY"),
    failsOnError: true,
  });
  return { content: stringValue(answerOf(request)), qualifiedName: "request", request };
}

/** requests, httpx, aiohttp and http.client. */
function pythonCall(
  reader: CodeReader,
  callee: AbstractValue,
  name: string,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const client = callee.receiver?.content.kind === "object" ? callee.receiver.content : undefined;
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
  const fails = false;
  const own = reader.variables.get("#insecure");
  const request = requestOf(reader, place, {
    tool: connection ? "http.client" : (callee.qualifiedName ?? "requests").split(".", 1).join(),
    url: connection
      ? [...asString((callee.receiver ?? callee).content), ...asString(target)]
      : [...base, ...asString(target)],
    method: (leading ?? name).toUpperCase(),
    body: [...(data && !isNull(data) ? bodyOf(data, {}) : []), ...(json ? bodyOf(json, { json: true }) : [])],
    headers: headersOf(options.get("headers") ?? (connection ? positionalArgument(args, 3)?.content : undefined)),
    basicAuth: userOf(options.get("auth")),
    insecure: options.is("false", "verify", "verify_ssl", "ssl")
      ? "verify=False"
      : own
        ? "verify = False"
        : connection
          ? INSECURE_PYTHON.exec(reader.source.text)?.[0]
          : undefined,
    followsRedirects: options.is("true", "follow_redirects") ? "follow_redirects=True" : undefined,
    failsOnError: fails,
    json: json !== undefined,
  });
  return sendRequest(reader, request);
}

/** requests-oauthlib and authlib make a right request of what they are given. */
function fetched(reader: CodeReader, args: readonly Argument[], place: number): AbstractValue {
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
