import { append, concrete, literal, sketch, slice, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { BodyPart, Channel, Header, HttpRequest } from "../requests/request.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { configOptions } from "./curl-config.js";
import { CURL, curlName, isCurlOption } from "./curl-options.js";
import { expandVariables, type CurlVariables } from "./curl-variables.js";
import { emit, type Invocation } from "../program/invocation.js";
import { parseArgs, type Option } from "./options.js";
import { inputAt, type Input } from "./request-input.js";
import { answerOf } from "../requests/answer.js";

/** What curl is asked to do; `--next` begins another. */
interface Transfer {
  urls: { value: SymbolicString; channel: Channel }[];
  method: string | undefined;
  body: BodyPart[];
  headers: Header[];
  basicAuth: { value: SymbolicString; channel: Channel } | undefined;
  insecure: string | undefined;
  verbose: string | undefined;
  followsRedirects: string | undefined;
  failsOnError: boolean;
  get: boolean;
  output: SymbolicString | undefined;
  writeOut: string;
}

const fresh = (): Transfer => ({
  urls: [],
  method: undefined,
  body: [],
  headers: [],
  basicAuth: undefined,
  insecure: undefined,
  verbose: undefined,
  followsRedirects: undefined,
  failsOnError: false,
  get: false,
  output: undefined,
  writeOut: "",
});

export function curl(invocation: Invocation): ExitStatus {
  const input = inputAt(invocation);
  const transfers: Transfer[] = [fresh()];
  const variables: CurlVariables = new Map();
  const { options, operands } = parseArgs(invocation.args, CURL);
  let traced: string | undefined;
  const apply = (option: Option, channel: Channel): void => {
    const transfer = transfers.at(-1) ?? fresh();
    const name = curlName(option);
    if (!isCurlOption(option))
      invocation.shell.effects.notRead.push({
        name: invocation.args.find((arg) => sketch(arg).includes(option.name)) ?? [],
        kind: "curl's option",
        why: "which is not known",
      });
    else if (name === "next") transfers.push(fresh());
    else if (/^trace/.test(name) && !/^trace-(?:ids|time|config)$/.test(name)) traced ??= `--${name}`;
    else if (name === "config") {
      for (const inner of configOptions(input, option.value ?? [])) apply(inner, "stdin");
    } else if (name === "variable") variables.set(...input.curlVariable(option.value ?? []));
    else if (name.startsWith("expand-")) {
      const value = expandVariables(option.value ?? [], variables);
      applyOption(transfer, name.slice("expand-".length), value, "stdin", input);
    } else applyOption(transfer, name, option.value ?? [], channel, input);
  };
  for (const option of options) apply(option, "argument");
  for (const value of operands) transfers.at(-1)?.urls.push({ value, channel: "argument" });
  const requests = transfers.flatMap((transfer) => requestsIn(transfer, traced, invocation));
  append(
    invocation.shell.effects.requests,
    requests.map(({ request }) => request),
  );
  for (const { request, transfer } of requests) respond(invocation, request, transfer);
  return requests.length === 0
    ? tellsNothing
    : failingWith(requests.flatMap(({ request }) => (request.failsOnError ? [request] : [])));
}

function applyOption(transfer: Transfer, name: string, value: SymbolicString, channel: Channel, input: Input): void {
  const data = (content: SymbolicString, from: Channel, more: Partial<BodyPart> = {}): void => {
    transfer.body.push({ content, channel: from, formEncodes: false, ...more });
  };
  switch (name) {
    case "data":
    case "data-ascii":
    case "data-binary":
    case "json": {
      const source = input.atFile(value, channel);
      data(source.content, source.channel, name === "json" ? { json: true } : {});
      return;
    }
    case "data-raw":
      data(value, channel);
      return;
    case "data-urlencode": {
      const source = input.urlencoded(value, channel);
      data(source.content, source.channel, { formEncodes: true });
      return;
    }
    case "form":
    case "form-string": {
      const equals = sketch(value).indexOf("=");
      const source = input.atFile(slice(value, equals + 1), channel, name === "form" ? /^[@<]/ : undefined);
      data([...slice(value, 0, equals + 1), ...source.content], source.channel, { formEncodes: true });
      return;
    }
    case "url-query": {
      const source = input.urlencoded(value, channel);
      data(source.content, source.channel, { formEncodes: true });
      transfer.get = true;
      return;
    }
    case "header": {
      const source = input.atFile(value, channel);
      for (const line of input.lines(source.content)) transfer.headers.push(headerOf(line, source.channel));
      return;
    }
    case "user":
      transfer.basicAuth = { value, channel };
      return;
    case "oauth2-bearer":
      transfer.headers.push({ name: "Authorization", value: [literal("Bearer "), ...value], channel });
      return;
    case "request":
      transfer.method = concrete(value)?.toUpperCase() ?? sketch(value);
      return;
    case "url":
      transfer.urls.push({ value, channel });
      return;
    case "output":
      transfer.output = value;
      return;
    case "remote-name":
    case "remote-name-all":
      transfer.output = [hole()];
      return;
    case "out-null":
      transfer.output = [literal("/dev/null")];
      return;
    case "write-out":
      transfer.writeOut += sketch(value);
      return;
    case "get":
      transfer.get = true;
      return;
    case "head":
      transfer.method = "HEAD";
      return;
    case "upload-file":
      transfer.method ??= "PUT";
      return;
    case "insecure":
    case "verbose":
      transfer[name] = `--${name}`;
      return;
    case "location":
    case "location-trusted":
    case "follow":
      transfer.followsRedirects = `--${name}`;
      return;
    case "no-location":
    case "no-follow":
      transfer.followsRedirects = undefined;
      return;
    case "no-insecure":
      transfer.insecure = undefined;
      return;
    case "no-fail":
      transfer.failsOnError = false;
      return;
    case "fail":
    case "fail-with-body":
      transfer.failsOnError = true;
      return;
    default:
  }
}

function headerOf(line: SymbolicString, channel: Channel): Header {
  const colon = sketch(line).indexOf(":");
  if (colon < 0) return { name: sketch(line), value: [], channel };
  const after = /^:\s*/.exec(sketch(slice(line, colon)))?.[0].length ?? 1;
  return { name: sketch(slice(line, 0, colon)).trim(), value: slice(line, colon + after), channel };
}

function requestsIn(
  transfer: Transfer,
  traced: string | undefined,
  invocation: Invocation,
): { request: HttpRequest; transfer: Transfer }[] {
  return transfer.urls.map(({ value, channel }) => {
    const query = transfer.get ? transfer.body.flatMap((part): SymbolicString => [literal("&"), ...part.content]) : [];
    const json = transfer.body.some((part) => part.json);
    const request: HttpRequest = {
      tool: "curl",
      place: invocation.place,
      url:
        query.length > 0 && !sketch(value).includes("?")
          ? [...value, literal("?"), ...query.slice(1)]
          : [...value, ...query],
      urlChannel: channel,
      method: transfer.method ?? (transfer.get ? "GET" : transfer.body.length > 0 ? "POST" : "GET"),
      body: transfer.get ? [] : transfer.body,
      headers: transfer.headers,
      basicAuth: transfer.basicAuth,
      insecure: transfer.insecure,
      verbose: transfer.verbose ?? traced,
      followsRedirects: transfer.followsRedirects,
      failsOnError: transfer.failsOnError,
      addsJsonType: json,
      failureChecked: false,
    };
    return { request, transfer };
  });
}

function respond(invocation: Invocation, request: HttpRequest, transfer: Transfer): void {
  const answer = answerOf(request);
  const target = transfer.output === undefined ? undefined : sketch(transfer.output);
  if (target === undefined || target === "-" || target === "/dev/stdout") emit(invocation, answer);
  else if (target === "/dev/stderr") emit(invocation, answer, "curl", invocation.streams.err);
  else if (target !== "/dev/null") invocation.shell.writeFile(transfer.output ?? [], answer);
  if (/\{(?:http_code|response_code|exitcode|json|http_version)\}/.test(transfer.writeOut))
    emit(invocation, [literal("\n"), hole({ taint: "status", requests: [request] })]);
}
