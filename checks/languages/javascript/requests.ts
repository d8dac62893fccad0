import type { BodyPart } from "../../requests/request.js";
import { append, known, literal, sketch } from "../../values/text.js";
import { asText, text } from "../../values/value.js";
import type { CodeReader } from "../code-reader.js";
import { bodyOf, headersOf, offInEnvironment, Options, requestOf, sent, userOf } from "../request-shape.js";
import { positional, type Argument, type Thing } from "../thing.js";

const INSECURE_NODE = /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/;

/** Calls of JavaScript's libraries that make a request, or go on with one. */
export function nodeRequest(
  reader: CodeReader,
  callee: Thing,
  args: readonly Argument[],
  place: number,
): Thing | undefined {
  const symbol = callee.symbol ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  if (name === "write" || name === "end" || name === "send") {
    if (!callee.request) return undefined;
    const content = positional(args, 0);
    if (content) append(callee.request.body as BodyPart[], bodyOf(content.value, {}));
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
