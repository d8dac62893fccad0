import { known, literal, sketch } from "../../values/text.js";
import { asText, isNull, text, type Value } from "../../values/value.js";
import { answerOf } from "../../commands/request-input.js";
import type { CodeReader } from "../code-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sent, userOf } from "../request-shape.js";
import { positional, type Argument, type Thing } from "../thing.js";

const METHODS = /^(?:get|post|put|patch|delete|request)$/i;
const INSECURE_PYTHON = /CERT_NONE|_create_unverified_context/;

/** Calls of Python's libraries that make a request, or prepare one. */
export function pythonRequest(
  reader: CodeReader,
  callee: Thing,
  args: readonly Argument[],
  place: number,
): Thing | undefined {
  const symbol = callee.symbol ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  if (name === "HTTPSConnection" || name === "HTTPConnection")
    return {
      value: text([
        literal(name === "HTTPConnection" ? "http://" : "https://"),
        ...asText(positional(args, 0)?.value ?? text([])),
      ]),
      symbol: "connection",
    };
  if (name === "Request" && /urllib|^Request$|request\.Request/.test(symbol)) return prepared(reader, args, place);
  if (name === "urlopen") {
    const first = positional(args, 0);
    const made = first?.request ? first : prepared(reader, args, place);
    return made.request ? sent(reader, made.request) : made;
  }
  if (name === "getresponse") {
    const last = reader.host.facts.requests.filter((request) => request.tool === "http.client").at(-1);
    return last && { value: text(answerOf(last)), symbol: "response" };
  }
  if (name === "fetch_token") return fetched(reader, args, place);
  if (!METHODS.test(name) || !symbol.includes(".")) return undefined;
  return pythonCall(reader, callee, name, args, place);
}

/** urllib: fails by itself on an error status. */
function prepared(reader: CodeReader, args: readonly Argument[], place: number): Thing {
  const options = new Options(args, undefined);
  const data = options.get("data") ?? positional(args, 1)?.value;
  const url = options.get("url") ?? positional(args, 0)?.value ?? text([]);
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool: "urllib",
    url: asText(url),
    method: method ? known(asText(method)) : data ? "POST" : "GET",
    body: data && !isNull(data) ? bodyOf(data, {}) : [],
    headers: headersOf(options.get("headers") ?? positional(args, 2)?.value),
    insecure: INSECURE_PYTHON.exec(reader.composition.source)?.[0] ?? offInEnvironment(reader, "PYTHONHTTPSVERIFY"),
    fails: true,
  });
  return { value: text(answerOf(request)), symbol: "request", request };
}

/** requests, httpx, aiohttp and http.client. */
function pythonCall(
  reader: CodeReader,
  callee: Thing,
  name: string,
  args: readonly Argument[],
  place: number,
): Thing | undefined {
  const client = callee.of?.value.kind === "object" ? callee.of.value : undefined;
  const options = new Options(args, client);
  const first = positional(args, 0);
  const leading = name === "request" || name === "open" ? known(asText(first?.value ?? text([]))) : undefined;
  const shift = leading !== undefined && /^[A-Z]+$/i.test(leading) ? 1 : 0;
  const target = options.get("url") ?? positional(args, shift)?.value;
  if (!target) return undefined;
  const connection = callee.symbol === "connection.request";
  const given = options.get("base_url");
  const base = given && !/^https?:/.test(sketch(asText(target))) ? asText(given) : [];
  const data = options.get("data", "content", "body") ?? positional(args, shift + 1)?.value;
  const json = options.get("json");
  const fails = false;
  const own = reader.variables.get("#insecure");
  const request = requestOf(reader, place, {
    tool: connection ? "http.client" : (callee.symbol ?? "requests").split(".", 1).join(),
    url: connection ? [...asText((callee.of ?? callee).value), ...asText(target)] : [...base, ...asText(target)],
    method: (leading ?? name).toUpperCase(),
    body: [...(data && !isNull(data) ? bodyOf(data, {}) : []), ...(json ? bodyOf(json, { json: true }) : [])],
    headers: headersOf(options.get("headers") ?? (connection ? positional(args, 3)?.value : undefined)),
    user: userOf(options.get("auth")),
    insecure: options.is("false", "verify", "verify_ssl", "ssl")
      ? "verify=False"
      : own
        ? "verify = False"
        : connection
          ? INSECURE_PYTHON.exec(reader.composition.source)?.[0]
          : undefined,
    follows: options.is("true", "follow_redirects") ? "follow_redirects=True" : undefined,
    fails,
    json: json !== undefined,
  });
  return sent(reader, request);
}

/** requests-oauthlib and authlib make a right request of what they are given. */
function fetched(reader: CodeReader, args: readonly Argument[], place: number): Thing {
  const options = new Options(args, undefined);
  const fields = ["client_id", "client_secret", "username", "password", "refresh_token"].flatMap(
    (name): [string, Value][] => {
      const value = options.get(name);
      return value ? [[name, value]] : [];
    },
  );
  const entries = new Map<string, Value>([["grant_type", text([literal("client_credentials")])], ...fields]);
  const request = requestOf(reader, place, {
    tool: "fetch_token",
    url: asText(options.get("token_url", "url") ?? positional(args, 0)?.value ?? text([])),
    method: "POST",
    body: bodyOf({ kind: "object", entries }, {}),
    headers: [],
    user: userOf(options.get("auth")),
    insecure: options.is("false", "verify") ? "verify=False" : undefined,
    fails: true,
  });
  return sent(reader, request);
}
