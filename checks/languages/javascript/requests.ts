import type { BodyPart } from "../../requests/request.js";
import { append, concrete, literal, sketch } from "../../values/symbolic-string.js";
import { asString, stringValue } from "../../values/symbolic-value.js";
import type { CodeReader } from "../code-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sendRequest, userOf } from "../request-shape.js";
import { positionalArgument, type Argument, type AbstractValue } from "../abstract-value.js";

const INSECURE_NODE = /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/;

/** Calls of JavaScript's libraries that make a request, or go on with one. */
export function nodeRequest(
  reader: CodeReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = callee.qualifiedName ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  if (name === "write" || name === "end" || name === "send") {
    if (!callee.request) return undefined;
    const content = positionalArgument(args, 0);
    if (content) append(callee.request.body as BodyPart[], bodyOf(content.content, {}));
    return callee;
  }
  if (symbol === "fetch" || symbol.endsWith(".fetch") || symbol === "undici.request")
    return nodeCall(reader, "fetch", positionalArgument(args, 0), positionalArgument(args, 1), undefined, args, place);
  if (/^https?\.request$/.test(symbol)) {
    const first = positionalArgument(args, 0);
    return nodeCall(
      reader,
      symbol,
      first,
      first?.content.kind === "object" ? first : positionalArgument(args, 1),
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
    const first = positionalArgument(args, 0);
    if (first?.content.kind === "object") return nodeCall(reader, tool, undefined, first, undefined, args, place);
    const dataFirst = /^(?:axios|instance|client|http|api)$/.test(tool) && /\.(?:post|put)$/.test(symbol);
    return nodeCall(
      reader,
      tool,
      first,
      positionalArgument(args, dataFirst ? 2 : 1),
      dataFirst ? positionalArgument(args, 1) : undefined,
      args,
      place,
      /\.post$/.test(symbol) ? "POST" : undefined,
    );
  }
  return undefined;
}

function nodeCall(
  reader: CodeReader,
  tool: string,
  target: AbstractValue | undefined,
  settings: AbstractValue | undefined,
  data: AbstractValue | undefined,
  args: readonly Argument[],
  place: number,
  verb?: string,
): AbstractValue {
  const options = new Options(args, settings?.content.kind === "object" ? settings.content : undefined);
  const headers = headersOf(options.get("headers"));
  const form = headers.some(
    (header) => header.name.toLowerCase() === "content-type" && sketch(header.value).includes("form-urlencoded"),
  );
  const axios = !/^(?:fetch|got|https?\.request|ky|needle)$/.test(tool);
  const raw = data?.content ?? options.get("body", "data");
  const json = options.get("json");
  const fields = options.get("form");
  const host = options.get("hostname", "host");
  const url =
    target && target.content.kind !== "object"
      ? asString(target.content)
      : asString(options.get("url", "uri") ?? stringValue([]));
  const built =
    url.length === 0 && host
      ? [
          literal(tool === "http.request" ? "http://" : "https://"),
          ...asString(host),
          ...asString(options.get("path") ?? stringValue([])),
        ]
      : url;
  const method = options.get("method");
  const request = requestOf(reader, place, {
    tool,
    url: built,
    method: (method ? concrete(asString(method)) : verb)?.toUpperCase() ?? ((raw ?? json ?? fields) ? "POST" : "GET"),
    body: [
      ...(raw ? bodyOf(raw, { json: axios && raw.kind === "object" && !form }) : []),
      ...(json && !/^true$/i.test(concrete(asString(json)) ?? "") ? bodyOf(json, { json: true }) : []),
      ...(fields ? bodyOf(fields, { form: true }) : []),
    ],
    headers,
    basicAuth: userOf(options.get("auth")),
    insecure: INSECURE_NODE.exec(reader.source.text)?.[0] ?? offInEnvironment(reader, "NODE_TLS_REJECT_UNAUTHORIZED"),
    failsOnError: !/^(?:fetch|https?\.request|undici|needle|request)$/.test(tool),
    json: json !== undefined || (axios && raw?.kind === "object" && !form),
  });
  return sendRequest(reader, request);
}
