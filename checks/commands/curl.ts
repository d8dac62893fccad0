import { append, literal, sketch, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { Channel, HttpRequest } from "../requests/request.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { applyOption, newTransfer, type Transfer } from "./curl-transfer.js";
import { configOptions } from "./curl-config.js";
import { CURL, curlName, isCurlOption } from "./curl-options.js";
import { expandVariables, type CurlVariables } from "./curl-variables.js";
import { emit, type Invocation } from "../program/invocation.js";
import { parseArgs, type Option } from "./options.js";
import { inputAt } from "./request-input.js";
import { answerOf } from "../requests/answer.js";

/** Of the options that begin with `trace`, those that only say how: https://curl.se/docs/manpage.html */
const TRACE_FORMATS = new Set(["trace-ids", "trace-time", "trace-config"]);
/** Variables of --write-out that tell how the request went. */
const STATUS_VARIABLES = ["http_code", "response_code", "exitcode", "json", "http_version"];

export function curl(invocation: Invocation): ExitStatus {
  const input = inputAt(invocation);
  const transfers: Transfer[] = [newTransfer()];
  const variables: CurlVariables = new Map();
  const { options, operands } = parseArgs(invocation.args, CURL);
  let traced: string | undefined;
  const apply = (option: Option, channel: Channel): void => {
    const transfer = transfers.at(-1) ?? newTransfer();
    const name = curlName(option);
    if (!isCurlOption(option))
      invocation.shell.effects.notRead.push({
        name: invocation.args.find((arg) => sketch(arg).includes(option.name)) ?? [],
        kind: "curl's option",
        why: "which is not known",
      });
    else if (name === "next") transfers.push(newTransfer());
    else if (/^trace/.test(name) && !TRACE_FORMATS.has(name)) traced ??= `--${name}`;
    else if (name === "config") {
      for (const inner of configOptions(input, option.value ?? [])) apply(inner, "stdin");
    } else if (name === "variable") variables.set(...input.curlVariable(option.value ?? []));
    else if (name.startsWith("expand-")) {
      const value = expandVariables(option.value ?? [], variables);
      applyOption(name.slice("expand-".length), { transfer, value, channel: "stdin", input });
    } else applyOption(name, { transfer, value: option.value ?? [], channel, input });
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

function requestsIn(
  transfer: Transfer,
  traced: string | undefined,
  invocation: Invocation,
): { request: HttpRequest; transfer: Transfer }[] {
  return transfer.urls.map(({ value, channel }) => {
    const query = transfer.get ? transfer.body.flatMap((part): SymbolicString => [literal("&"), ...part.content]) : [];
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
  if (STATUS_VARIABLES.some((name) => transfer.writeOut.includes(`{${name}}`)))
    emit(invocation, [literal("\n"), hole({ taint: "status", requests: [request] })]);
}
