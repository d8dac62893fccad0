import type { BodyPart, Header, HttpRequest } from "../request/request.js";
import { answerOf } from "../shell/commands/request-input.js";
import { known, literal, sketch, type Text } from "../resolve/text.js";
import { asText, at, isNull, text, type Value } from "../resolve/value.js";
import type { CodeReader } from "./code-reader.js";
import { formOf } from "./library.js";
import { keyword, positional, type Argument, type Thing } from "./thing.js";

const METHODS = /^(?:get|post|put|patch|delete|request)$/i;

/** Options of a request call, wherever its library takes them: keyword arguments, or an object. */
class Options {
  public constructor(
    private readonly args: readonly Argument[],
    private readonly object: Value | undefined,
  ) {}

  public get(...names: string[]): Value | undefined {
    const given = keyword(this.args, ...names)?.value;
    if (given) return isNull(given) ? undefined : given;
    for (const name of names) {
      const value = this.object && at(this.object, [name]);
      if (value && !isNull(value)) return value;
      const spread = this.args.filter((arg) => arg.name === "**").map((arg) => at(arg.thing.value, [name]));
      const found = spread.find((candidate) => candidate !== undefined);
      if (found) return found;
    }
    return undefined;
  }

  public is(value: string, ...names: string[]): boolean {
    const found = this.get(...names);
    return found !== undefined && (known(asText(found)) ?? "").toLowerCase() === value;
  }
}

/** A call that makes a request, or prepares one; undefined where it is no such call. */
export function callRequest(
  reader: CodeReader,
  callee: Thing,
  args: readonly Argument[],
  place: number,
): Thing | undefined {
  const symbol = callee.symbol ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  const source = reader.composition.source;
  if (
    /^(?:requests\.Session|requests\.session|(?:httpx\.)?(?:Async)?Client|(?:aiohttp\.)?ClientSession|Session|axios\.create|got\.extend)$/.test(
      symbol,
    )
  )
    return {
      value: clientOf(args),
      symbol: reader.language === "python" ? "client" : (symbol.split(".")[0] ?? "axios"),
    };
  if (reader.language === "python") {
    if (name === "HTTPSConnection" || name === "HTTPConnection")
      return {
        value: text([
          literal(name === "HTTPConnection" ? "http://" : "https://"),
          ...asText(positional(args, 0)?.value ?? text([])),
        ]),
        symbol: "connection",
      };
    if (name === "Request" && /urllib|^Request$|request\.Request/.test(symbol))
      return prepared(
        reader,
        args,
        place,
        "urllib",
        true,
        INSECURE_PYTHON.exec(source)?.[0] ?? offInEnvironment(reader, "PYTHONHTTPSVERIFY"),
      );
    if (name === "urlopen") {
      const first = positional(args, 0);
      const made = first?.request
        ? first
        : prepared(
            reader,
            args,
            place,
            "urllib",
            true,
            INSECURE_PYTHON.exec(source)?.[0] ?? offInEnvironment(reader, "PYTHONHTTPSVERIFY"),
          );
      return made.request ? sent(reader, made.request) : made;
    }
    if (name === "fetch_token") return fetched(reader, args, place);
    if (!METHODS.test(name) || !symbol.includes(".")) return undefined;
    return pythonCall(reader, callee, name, args, place);
  }
  if (name === "write" || name === "end" || name === "send") {
    if (!callee.request) return undefined;
    const content = positional(args, 0);
    if (content) (callee.request.body as BodyPart[]).push(...bodyOf(content.value, {}));
    return callee;
  }
  if (symbol === "fetch" || symbol.endsWith(".fetch") || symbol === "undici.request")
    return nodeCall(reader, "fetch", positional(args, 0), positional(args, 1), undefined, args, place);
  if (/^https?\.request$/.test(symbol)) {
    const first = positional(args, 0);
    return nodeCall(
      reader,
      symbol,
      first,
      first?.value.kind === "object" ? first : positional(args, 1),
      undefined,
      args,
      place,
    );
  }
  if (
    /^(?:axios|got|request|needle|superagent|ky|undici|client|http|instance|api)(?:\.(?:post|put|request))?$/.test(
      symbol,
    )
  ) {
    const tool = symbol.split(".")[0] ?? symbol;
    const first = positional(args, 0);
    if (first?.value.kind === "object") return nodeCall(reader, tool, undefined, first, undefined, args, place);
    const dataFirst = /^(?:axios|instance|client|http|api)$/.test(tool) && /\.(?:post|put)$/.test(symbol);
    return nodeCall(
      reader,
      tool,
      first,
      positional(args, dataFirst ? 2 : 1),
      dataFirst ? positional(args, 1) : undefined,
      args,
      place,
      /\.post$/.test(symbol) ? "POST" : undefined,
    );
  }
  return undefined;
}

/** A variable of the environment that turns certificate checks off for the whole program. */
function offInEnvironment(reader: CodeReader, name: string): string | undefined {
  const value = reader.host.environment(name);
  return value && known(value) === "0" ? `${name}=0` : undefined;
}

const INSECURE_PYTHON = /CERT_NONE|_create_unverified_context/;
const INSECURE_NODE = /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/;

export function sent(reader: CodeReader, request: HttpRequest): Thing {
  if (!reader.host.facts.requests.includes(request)) reader.host.facts.requests.push(request);
  return { value: text(answerOf(request)), request };
}

interface Shape {
  readonly tool: string;
  readonly url: Text;
  readonly method: string | undefined;
  readonly body: readonly BodyPart[];
  readonly headers: readonly Header[];
  readonly user?: HttpRequest["user"];
  readonly insecure?: string | undefined;
  readonly follows?: string | undefined;
  readonly fails: boolean;
  readonly json?: boolean;
}

export function requestOf(reader: CodeReader, place: number, shape: Shape): HttpRequest {
  const { json, ...rest } = shape;
  const verbose = /debuglevel\s*=\s*1|set_debuglevel\(\s*[1-9]/.exec(reader.composition.source)?.[0];
  return {
    place: reader.place(place),
    urlChannel: "program",
    user: undefined,
    insecure: undefined,
    verbose,
    follows: undefined,
    noticed: false,
    ...rest,
    addsJsonType: json === true,
  };
}

/** A text goes out as it is, a dict as the library makes it. */
export function bodyOf(value: Value, how: { json?: boolean; form?: boolean }): BodyPart[] {
  if (value.kind === "text" && !how.json) return [{ content: value.pieces, channel: "program", encodes: false }];
  if (how.json) return [{ content: asText(value), channel: "program", encodes: true, json: true }];
  return [{ content: formOf(value), channel: "program", encodes: true }];
}

export const headersOf = (value: Value | undefined): Header[] =>
  value?.kind === "object"
    ? [...value.entries].map(([name, item]) => ({ name, value: asText(item), channel: "program" }))
    : [];

function userOf(value: Value | undefined): HttpRequest["user"] {
  if (!value || value.kind === "text") return undefined;
  const user = at(value, ["0"]) ?? at(value, ["username"]) ?? at(value, ["user"]);
  const password = at(value, ["1"]) ?? at(value, ["password"]) ?? at(value, ["pass"]);
  return password && { value: [...(user ? asText(user) : []), literal(":"), ...asText(password)], channel: "program" };
}

function prepared(
  reader: CodeReader,
  args: readonly Argument[],
  place: number,
  tool: string,
  fails: boolean,
  insecure: string | undefined,
): Thing {
  const options = new Options(args, undefined);
  const data = options.get("data") ?? positional(args, 1)?.value;
  const url = options.get("url") ?? positional(args, 0)?.value ?? text([]);
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool,
    url: asText(url),
    method: method ? known(asText(method)) : data ? "POST" : "GET",
    body: data && !isNull(data) ? bodyOf(data, {}) : [],
    headers: headersOf(options.get("headers") ?? positional(args, 2)?.value),
    insecure,
    fails,
  });
  return { value: text(answerOf(request)), symbol: "request", request };
}

/** requests, httpx, aiohttp and http.client. */
/** What a client is made with holds for all its requests. */
function clientOf(args: readonly Argument[]): Value {
  const object = positional(args, 0)?.value;
  const named = args.flatMap((arg): [string, Value][] => (arg.name === undefined ? [] : [[arg.name, arg.thing.value]]));
  return { kind: "object", entries: new Map([...(object?.kind === "object" ? object.entries : []), ...named]) };
}

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
    tool: connection ? "http.client" : (callee.symbol ?? "requests").replace(/\..*$/, ""),
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

function nodeCall(
  reader: CodeReader,
  tool: string,
  target: Thing | undefined,
  settings: Thing | undefined,
  data: Thing | undefined,
  args: readonly Argument[],
  place: number,
  verb?: string,
): Thing {
  const options = new Options(args, settings?.value.kind === "object" ? settings.value : undefined);
  const headers = headersOf(options.get("headers"));
  const form = headers.some(
    (header) => header.name.toLowerCase() === "content-type" && sketch(header.value).includes("form-urlencoded"),
  );
  const axios = !/^(?:fetch|got|https?\.request|ky|needle)$/.test(tool);
  const raw = data?.value ?? options.get("body", "data");
  const json = options.get("json");
  const fields = options.get("form");
  const host = options.get("hostname", "host");
  const url =
    target && target.value.kind !== "object" ? asText(target.value) : asText(options.get("url", "uri") ?? text([]));
  const built =
    url.length === 0 && host
      ? [
          literal(tool === "http.request" ? "http://" : "https://"),
          ...asText(host),
          ...asText(options.get("path") ?? text([])),
        ]
      : url;
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool,
    url: built,
    method: (method ? known(asText(method)) : verb)?.toUpperCase() ?? ((raw ?? json ?? fields) ? "POST" : "GET"),
    body: [
      ...(raw ? bodyOf(raw, { json: axios && raw.kind === "object" && !form }) : []),
      ...(json && !/^true$/i.test(known(asText(json)) ?? "") ? bodyOf(json, { json: true }) : []),
      ...(fields ? bodyOf(fields, { form: true }) : []),
    ],
    headers,
    user: userOf(options.get("auth")),
    insecure:
      INSECURE_NODE.exec(reader.composition.source)?.[0] ?? offInEnvironment(reader, "NODE_TLS_REJECT_UNAUTHORIZED"),
    fails: !/^(?:fetch|https?\.request|undici|needle|request)$/.test(tool),
    json: json !== undefined || (axios && raw?.kind === "object" && !form),
  });
  return sent(reader, request);
}
