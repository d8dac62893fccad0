import { concrete, literal, sketch, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { libraryNamed } from "../../vocabulary/request-libraries.js";
import type { ProgramReader } from "../program-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sendRequest, userOf } from "../request-shape.js";
import { positionalArgument, type Argument, type AbstractValue } from "../abstract-value.js";

const INSECURE =
  /rejectUnauthorized\s{0,9}:\s{0,9}false|rejectUnauthorized\s{0,9}=\s{0,9}false|NODE_TLS_REJECT_UNAUTHORIZED/;
/** What is called of a library, besides itself. */
const CALL = /^(?:\.(?:post|put|request))?$/;
const FETCH = /(?:^|\.)fetch$|^undici\.request$/;
/** Calls of JavaScript's libraries that make a request, or go on with one. */
export function nodeRequest(
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = (callee.qualifiedName ?? "").replace(/^this\.[#_]?/, "");
  const [first, second] = [positionalArgument(args, 0), positionalArgument(args, 1)];
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  if (name === "write" || name === "end" || name === "send") {
    if (!callee.request) return undefined;
    if (first) callee.request.body = [...callee.request.body, ...bodyOf(first.content, {})];
    return callee;
  }
  if (FETCH.test(symbol)) return nodeCall(reader, { tool: "fetch", target: first, settings: second, args, place });
  if (/^https?\.request$/.test(symbol))
    return nodeCall(reader, { tool: symbol, target: first, settings: isObject(first) ? first : second, args, place });
  const [, tool] = /^([^.]+)/.exec(symbol) ?? [];
  const library = tool === undefined ? undefined : libraryNamed(tool);
  if (tool === undefined || !library || !CALL.test(symbol.slice(tool.length))) return undefined;
  const client = callee.receiver?.content;
  if (isObject(first)) return nodeCall(reader, { tool, settings: first, client, args, place });
  const bodyFirst = library.bodyFirst === true && /\.(?:post|put)$/.test(symbol);
  return nodeCall(reader, {
    tool,
    target: first,
    settings: bodyFirst ? positionalArgument(args, 2) : second,
    data: bodyFirst ? second : undefined,
    client,
    args,
    place,
    verb: symbol.endsWith(".post") ? "POST" : undefined,
  });
}

const isObject = (value: AbstractValue | undefined): boolean => value?.content.kind === "object";

interface NodeCall {
  readonly tool: string;
  readonly target?: AbstractValue | undefined;
  readonly settings?: AbstractValue | undefined;
  readonly data?: AbstractValue | undefined;
  /** What the client was made with that it is a call of. */
  readonly client?: SymbolicValue | undefined;
  readonly args: readonly Argument[];
  readonly place: number;
  readonly verb?: string | undefined;
}

function nodeCall(reader: ProgramReader, call: NodeCall): AbstractValue {
  const { tool, data, args, place, verb, settings } = call;
  const own = settings?.content.kind === "object" ? settings.content : undefined;
  const client = call.client?.kind === "object" ? call.client : undefined;
  const options = new Options(args, client && own ? merged(client, own) : (own ?? client));
  const headers = headersOf(options.get("headers"));
  const form = headers.some(
    (header) => header.name.toLowerCase() === "content-type" && sketch(header.value).includes("form-urlencoded"),
  );
  const raw = data?.content ?? options.get("body", "data");
  const json = options.get("json");
  const fields = options.get("form");
  const library = libraryNamed(tool);
  const makesJson = library?.sendsAsIs !== true && raw?.kind === "object" && !form;
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool,
    url: urlOf(tool, call.target, options),
    method: (method ? concrete(asString(method)) : verb)?.toUpperCase() ?? ((raw ?? json ?? fields) ? "POST" : "GET"),
    body: [
      ...(raw ? bodyOf(raw, { json: makesJson }) : []),
      ...(json && !/^true$/i.test(concrete(asString(json)) ?? "") ? bodyOf(json, { json: true }) : []),
      ...(fields ? bodyOf(fields, { form: true }) : []),
    ],
    headers,
    basicAuth: userOf(options.get("auth")),
    insecure: INSECURE.exec(reader.code)?.[0] ?? offInEnvironment(reader, "NODE_TLS_REJECT_UNAUTHORIZED"),
    followsRedirects: redirects(options),
    failsOnError: library?.takesAnyStatus !== true && !admitsErrors(options, settings),
  });
  return sendRequest(reader, request);
}

const merged = (
  client: Extract<SymbolicValue, { kind: "object" }>,
  own: Extract<SymbolicValue, { kind: "object" }>,
): SymbolicValue => ({ kind: "object", entries: new Map([...client.entries, ...own.entries]) });

function urlOf(tool: string, target: AbstractValue | undefined, options: Options): SymbolicString {
  const url =
    target && target.content.kind !== "object"
      ? asString(target.content)
      : asString(options.get("url", "uri") ?? stringValue([]));
  const base = options.get("baseURL", "prefixUrl");
  if (base && !/^https?:/.test(sketch(url))) return [...asString(base), ...url];
  const host = options.get("hostname", "host");
  if (url.length > 0 || !host) return url;
  const path = asString(options.get("path") ?? stringValue([]));
  return [literal(tool === "http.request" ? "http://" : "https://"), ...asString(host), ...path];
}

/** Options that say that redirects are followed, as they are written. */
function redirects(options: Options): string | undefined {
  if (options.is("follow", "redirect")) return 'redirect: "follow"';
  if (options.is("true", "followRedirect", "followAllRedirects")) return "followRedirect: true";
  const most = options.get("maxRedirects", "follow_max");
  const count = most && concrete(asString(most));
  return count !== undefined && /^[1-9]\d*$/.test(count) ? `maxRedirects: ${count}` : undefined;
}

/** `validateStatus: () => true`, `throwHttpErrors: false`: an error's answer is taken as any other. */
function admitsErrors(options: Options, settings: AbstractValue | undefined): boolean {
  if (options.is("false", "throwHttpErrors", "simple", "validateStatus")) return true;
  if (options.isNull("validateStatus")) return true;
  const validate = settings?.members?.get("validateStatus")?.callable;
  const status: AbstractValue = { content: { kind: "text", fragments: [literal("401")], bare: true } };
  const admitted = validate?.call([{ value: status }], undefined);
  return admitted !== undefined && concrete(asString(admitted.content)) === "true";
}
