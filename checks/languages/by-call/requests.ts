import { sketch } from "../../values/symbolic-string.js";
import { asString, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { requestCall, type RequestCall, type RequestPart } from "../../vocabulary/request-calls.js";
import type { AbstractValue, Argument } from "../abstract-value.js";
import type { ProgramReader } from "../program-reader.js";
import { sendRequest } from "../request-shape.js";
import { built, grantOf } from "./parts.js";
import { kindOf, noteSent, ownerOf, partsOf, prepared, wholeOf } from "./prepared.js";

/** Methods that send the request that they are given, whatever the client is called. */
const SENDS = new Set(["request", "do", "send", "sendasync", "sendrequest", "execute", "exec", "start", "perform"]);

/** What a library's call does by its row; undefined where it is no such call. */
export function libraryRequest(
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = callee.qualifiedName ?? "";
  const row = rowOf(reader.language, symbol, callee, args);
  if (row?.does === "sets") return set(row, callee, args);
  if (row) return done(reader, row, callee, args, place);
  const given = args.find(({ value }) => kindOf(value) === "request");
  const preparing = requestCall(reader.language, given?.value.qualifiedName ?? "");
  const name = symbol.slice(symbol.lastIndexOf(".") + 1).toLowerCase();
  if (!given || !preparing || !SENDS.has(name)) return undefined;
  const parts = new Map([...partsOf(ownerOf(callee.receiver)), ...partsOf(given.value)]);
  return sent(reader, preparing, parts, place, given.value);
}

function rowOf(
  language: string,
  symbol: string,
  callee: AbstractValue,
  args: readonly Argument[],
): RequestCall | undefined {
  const row = requestCall(language, symbol);
  if (row) return isMeant(row, args) ? row : undefined;
  const names = symbol.split(".");
  const setter =
    kindOf(callee.receiver) &&
    (requestCall(language, names.slice(-2).join(".")) ?? requestCall(language, names.at(-1) ?? ""));
  if (setter && setter.does === "sets") return setter;
  // A client of which nothing is known is Guzzle's, where it is given Guzzle's options.
  const isGuzzle = args.some(
    ({ value: { content } }) =>
      content.kind === "object" && (content.entries.has("form_params") || content.entries.has("json")),
  );
  return isGuzzle ? requestCall(language, `Client.${names.at(-1) ?? ""}`) : undefined;
}

/** A file that is read is no request: `file_get_contents` makes one of a URL. */
function isMeant({ call }: RequestCall, args: readonly Argument[]): boolean {
  if (call !== "file_get_contents" && call !== "fopen") return true;
  const url = args[0] ? sketch(asString(args[0].value.content)) : "";
  return /^https?:/.test(url) || args.some(({ value }) => value.content.kind === "object");
}

function done(
  reader: ProgramReader,
  row: RequestCall,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const block = args.find(({ value }) => value.callable)?.value.callable;
  const given = args.find(({ value }) => kindOf(value) === "request")?.value;
  const client = ownerOf(callee.receiver);
  const parts = new Map([
    ...partsOf(client),
    ...partsOf(given),
    ...taken(
      row,
      args.filter(({ value }) => !value.callable),
    ),
  ]);
  if (row.does === "client" || row.does === "prepares") {
    // Where a client is for: its requests have paths.
    const base = row.does === "client" ? parts.get("url") : undefined;
    if (base && parts.delete("url")) parts.set("host", base);
    if (row.method) parts.set("method", stringValue([{ text: row.method, provenance: [] }]));
    const made = prepared(row.does === "client" ? "client" : "request", row.as ?? row.call, parts);
    // `Net::HTTP.start(…) { |http| … }` gives what its block gives, `Faraday.new { |f| … }` the client.
    const result = block?.call([{ value: made }], undefined);
    return result && !row.call.endsWith(".new") ? result : made;
  }
  if (row.does === "grant") {
    const grantType = parts.has("password") ? "password" : "client_credentials";
    const form = grantOf(parts, grantType);
    for (const name of ["user", "password"]) parts.delete(name);
    return sent(reader, { ...row, method: "POST" }, new Map([...parts, ["form", form]]), place);
  }
  if (!block) return sent(reader, row, parts, place, given);
  // The block fills in what is sent.
  const request = prepared("request", "Request", parts);
  block.call([{ value: request }], undefined);
  return sent(reader, row, partsOf(request), place);
}

function sent(
  reader: ProgramReader,
  row: RequestCall,
  parts: ReadonlyMap<string, SymbolicValue>,
  place: number,
  from?: AbstractValue,
): AbstractValue {
  const { library: tool, method, fails } = row;
  const answer = sendRequest(reader, built(reader, place, tool, parts, { method, fails, json: row.object === "json" }));
  if (from) noteSent(from, answer.request);
  return answer;
}

/** What a call is given, by the names of the parts; a block of options by its own names. */
function taken(row: RequestCall, args: readonly Argument[]): Map<string, SymbolicValue> {
  const parts = new Map<string, SymbolicValue>();
  const places = args.filter(({ name }) => name === undefined).map(({ value }) => value);
  const named = args.filter(({ name }) => name !== undefined);
  let takes = row.takes;
  // `HTTP::Request->new(POST => $url)`
  const [first] = named;
  if (takes[0] === "method" && places.length < takes.length && first && /^[A-Z]+$/.test(first.name ?? "")) {
    parts.set("method", stringValue([{ text: first.name ?? "", provenance: [] }]));
    parts.set("url", first.value.content);
    named.shift();
    takes = takes.slice(2);
  }
  places.forEach((value, index) => {
    put(parts, takes[index], wholeOf(value));
  });
  const next = takes[places.length];
  const isHash = next !== undefined && /^(?:form|body|json|headers)$/.test(next) && row.language !== "perl";
  const entries = new Map(named.map(({ name = "", value }): [string, SymbolicValue] => [name, wholeOf(value)]));
  if (entries.size > 0) put(parts, isHash ? next : "options", { kind: "object", entries });
  return parts;
}

function put(parts: Map<string, SymbolicValue>, part: RequestPart | undefined, value: SymbolicValue): void {
  if (part === undefined || part === "-" || part === "request") return;
  if (part !== "options") parts.set(part, value);
  else if (value.kind === "object")
    for (const [name, item] of value.entries) {
      // The options of PHP's streams are those of `http`.
      if (/^https?$/.test(name) && item.kind === "object") put(parts, "options", item);
      else parts.set(name, item);
    }
}

function set(row: RequestCall, callee: AbstractValue, args: readonly Argument[]): AbstractValue | undefined {
  const isOfArgument = row.takes[0] === "request";
  const target = isOfArgument ? args[0]?.value : callee.receiver;
  if (!target?.members || !kindOf(target)) return undefined;
  const takes = isOfArgument ? row.takes.slice(1) : row.takes;
  const given = isOfArgument ? args.slice(1) : args;
  const parts = taken({ ...row, takes: takes.map((part) => (part === "options" ? "options" : part)) }, given);
  const key = parts.get("key");
  const value = parts.get("value");
  if (key && value) target.members.set(sketch(asString(key)), { content: value });
  else for (const [name, content] of parts) if (name !== "key") target.members.set(name, { content });
  return target;
}
