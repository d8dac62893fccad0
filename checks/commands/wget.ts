import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { append, concrete, literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { WGET_OPTIONS } from "../vocabulary/wget-options.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { Given, parseArgs, type Grammar, type Option } from "./options.js";
import { inputAt, type Input } from "./request-input.js";
import { answerOf } from "../requests/answer.js";

const WITH_VALUE = new Set(WGET_OPTIONS.flatMap(([name, takesValue]) => (takesValue ? [name] : [])));
const NAMES = new Set(WGET_OPTIONS.flatMap(([name, takesValue]) => (takesValue ? [name] : [name, `no-${name}`])));

/** wget takes the beginning of a name where only one option begins so. */
function fullName(name: string): string {
  if (NAMES.has(name) || name.length === 1) return name;
  const candidates = [...NAMES].filter((known) => known.startsWith(name));
  return candidates.length === 1 ? (candidates[0] ?? name) : name;
}

// Of `-nd` and the like, `d` is no option of its own.
const WGET: Grammar = {
  shortWithValue: "OUoaeitTwPQABDIlRXn",
  longWithValue: (name) => WITH_VALUE.has(fullName(name)),
};

/** wget fails by itself on an error status, and follows redirects by itself; both GNU's and busybox's. */
export function wget(invocation: Invocation): ExitStatus {
  const input = inputAt(invocation);
  const { options, operands } = parseArgs(invocation.args, WGET);
  const named = options.map(({ name, value }): Option => ({ name: fullName(name), value }));
  for (const { name } of named)
    if (name.length > 1 && !NAMES.has(name))
      invocation.shell.effects.notRead.push({
        name: [literal(`--${name}`)],
        kind: "wget's option",
        why: "which is not known",
      });
  const given = new Given(named);
  const listed = given.all("input-file", "i").flatMap((file) => input.lines(input.file(file).content));
  const request = requestOf(given, bodyOf(named, input), invocation);
  const requests = [...operands, ...listed].map((url): HttpRequest => ({ ...request, url }));
  append(invocation.shell.effects.requests, requests);
  respond(invocation, given.last("output-document", "O"), requests);
  return requests.length === 0 ? tellsNothing : failingWith(requests);
}

function bodyOf(options: readonly Option[], input: Input): BodyPart[] {
  return options.flatMap(({ name, value = [] }): BodyPart[] => {
    if (name === "post-data" || name === "body-data")
      return [{ content: value, channel: "argument", formEncodes: false }];
    if (name === "post-file" || name === "body-file") return [{ ...input.file(value), formEncodes: false }];
    return [];
  });
}

function headerOf(text: SymbolicString): Header {
  const colon = Math.max(sketch(text).indexOf(":"), 0);
  const skip = /^:\s*/.exec(sketch(slice(text, colon)))?.[0].length ?? 0;
  return { name: sketch(slice(text, 0, colon)), value: slice(text, colon + skip), channel: "argument" };
}

/** What all requests of one start have in common: all but the URL. */
function requestOf(given: Given, body: readonly BodyPart[], { place }: Invocation): Omit<HttpRequest, "url"> {
  const password = given.last("password", "http-password");
  const method = given.last("method");
  return {
    tool: "wget",
    place,
    urlChannel: "argument",
    method: method ? sketch(method).toUpperCase() : body.length > 0 ? "POST" : "GET",
    body,
    headers: given.all("header").map(headerOf),
    basicAuth: password && {
      value: [...(given.last("user", "http-user") ?? []), literal(":"), ...password],
      channel: "argument",
    },
    insecure: insecureOption(given),
    verbose: given.has("debug", "d") ? "--debug" : undefined,
    followsRedirects: undefined,
    // With --content-on-error, too, the status is 8.
    failsOnError: true,
    failureChecked: false,
  };
}

/** The option, or the command of a startup file that `-e` gives. */
function insecureOption(given: Given): string | undefined {
  if (given.has("no-check-certificate")) return "--no-check-certificate";
  const command = given.all("execute", "e").map((value) => concrete(value) ?? "");
  const off = command.find((text) => /^\s*check[-_]?certificate\s*=\s*(?:off|no|0)\s*$/i.test(text));
  return off && `-e ${off}`;
}

function respond(invocation: Invocation, output: SymbolicString | undefined, requests: readonly HttpRequest[]): void {
  const target = output && sketch(output);
  for (const request of requests) {
    if (target === "-" || target === "/dev/stdout") emit(invocation, answerOf(request));
    else if (output && target !== "/dev/null") invocation.shell.writeFile(output, answerOf(request));
  }
}
