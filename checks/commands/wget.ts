import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { append, concrete, literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { parseArgs, type Grammar } from "./options.js";
import { inputAt } from "./request-input.js";
import { answerOf } from "../requests/answer.js";

const WITH_VALUE = new Set(
  (
    "post-data post-file body-data body-file method header user password http-user http-password user-agent output-document output-file " +
    "append-output tries timeout wait referer ca-certificate certificate private-key input-file directory-prefix quota limit-rate " +
    "connect-timeout read-timeout dns-timeout retry-on-http-error secure-protocol load-cookies save-cookies execute config max-redirect " +
    "default-page base level accept reject domains cut-dirs waitretry"
  ).split(" "),
);
const WGET: Grammar = { shortWithValue: "OUoaeitTwPQABDIlRX", longWithValue: (name) => WITH_VALUE.has(name) };

/** wget fails by itself on an error status, and follows redirects by itself; both GNU's and busybox's. */
export function wget(invocation: Invocation): ExitStatus {
  const input = inputAt(invocation);
  const { options, operands } = parseArgs(invocation.args, WGET);
  const last = (...names: string[]): SymbolicString | undefined =>
    options.filter((option) => names.includes(option.name)).at(-1)?.value;
  const has = (...names: string[]): boolean => options.some((option) => names.includes(option.name));
  const body: BodyPart[] = options.flatMap(({ name, value = [] }): BodyPart[] => {
    if (name === "post-data" || name === "body-data")
      return [{ content: value, channel: "argument", formEncodes: false }];
    if (name === "post-file" || name === "body-file") return [{ ...input.file(value), formEncodes: false }];
    return [];
  });
  const headers = options
    .filter((option) => option.name === "header")
    .map(({ value = [] }): Header => {
      const colon = sketch(value).indexOf(":");
      const skip = /^:\s*/.exec(sketch(slice(value, Math.max(colon, 0))))?.[0].length ?? 0;
      return {
        name: sketch(slice(value, 0, Math.max(colon, 0))),
        value: slice(value, colon + skip),
        channel: "argument",
      };
    });
  const password = last("password", "http-password");
  const user = password && [...(last("user", "http-user") ?? []), literal(":"), ...password];
  const method = last("method");
  const requests = [...operands, ...(last("url") ? [last("url") ?? []] : [])].map((url): HttpRequest => ({
    tool: "wget",
    place: invocation.place,
    url,
    urlChannel: "argument",
    method: (method && (concrete(method) ?? sketch(method)))?.toUpperCase() ?? (body.length > 0 ? "POST" : "GET"),
    body,
    headers,
    basicAuth: user && { value: user, channel: "argument" },
    insecure: has("no-check-certificate") ? "--no-check-certificate" : undefined,
    verbose: has("debug", "d") ? "--debug" : has("save-headers", "S", "server-response") ? undefined : undefined,
    followsRedirects: undefined,
    failsOnError: !has("content-on-error"),
    failureChecked: false,
  }));
  append(invocation.shell.effects.requests, requests);
  const output = last("output-document", "O");
  for (const request of requests) {
    const target = output && sketch(output);
    if (target === "-" || target === "/dev/stdout") emit(invocation, answerOf(request));
    else if (output && target !== "/dev/null") invocation.shell.writeFile(output, answerOf(request));
    // GNU's -O- and -qO- stick the dash to the option.
  }
  return requests.length === 0 ? tellsNothing : failingWith(requests.filter((request) => request.failsOnError));
}
