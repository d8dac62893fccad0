import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { concrete, literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { Given, parseArgs, type Grammar } from "./options.js";
import { inputAt, type Input } from "./request-input.js";
import { answerOf } from "../requests/answer.js";

const WITH_VALUE = new Set(
  (
    "auth auth-type bearer output verify cert cert-key timeout max-redirects proxy print pretty style session session-read-only raw " +
    "default-scheme response-charset response-mime format-options boundary history-print ssl ciphers cert-key-pass http-version resolve interface"
  ).split(" "),
);
const HTTPIE: Grammar = { shortWithValue: "aAops", longWithValue: (name) => WITH_VALUE.has(name) };
/** `name=value`, `name:=json`, `name=@file`, `Name:value`, `name==value`, `name@file`. */
const ITEM = /^([^\s=:@]+?)(:=@|:=|==|=@|:@|=|:|@)/;

/** httpie, xh and curlie's sisters: JSON unless told otherwise. */
export function httpie(invocation: Invocation): ExitStatus {
  const { options, operands } = parseArgs(invocation.args, HTTPIE);
  const given = new Given(options);
  const first = sketch(operands[0] ?? []);
  const named = /^[A-Z]+$/i.test(first) && operands.length > 1 && !/[./:]/.test(first);
  const [address = [], ...words] = named ? operands.slice(1) : operands;
  if (address.length === 0) return failingWith([]);
  const items = readItems(words, inputAt(invocation), given.has("form", "f", "multipart"));
  const body = [...items.body, ...wholeBody(invocation, given, items.body.length > 0)];
  const verify = concrete(given.last("verify") ?? []);
  const request: HttpRequest = {
    tool: "httpie",
    place: invocation.place,
    url: withQuery(withScheme(invocation.name, address, given.last("default-scheme")), items.query),
    urlChannel: "argument",
    method: named ? first.toUpperCase() : body.length > 0 ? "POST" : "GET",
    body,
    ...credentials(given, items.headers),
    insecure: verify !== undefined && /^(?:no|false)$/i.test(verify) ? `--verify=${verify}` : undefined,
    verbose: given.has("verbose", "v", "vv", "all") ? "--verbose" : undefined,
    followsRedirects: given.has("follow", "F") ? "--follow" : undefined,
    // xh checks by itself, as httpie does only with the option.
    failsOnError: given.has("check-status") || /^xhs?$/.test(invocation.name),
    failureChecked: false,
  };
  invocation.shell.effects.requests.push(request);
  const output = given.last("output", "o");
  if (output) invocation.shell.writeFile(output, answerOf(request));
  else emit(invocation, answerOf(request));
  return failingWith(request.failsOnError ? [request] : []);
}

interface Items {
  readonly body: readonly BodyPart[];
  readonly headers: readonly Header[];
  readonly query: readonly SymbolicString[];
}

/** The request items: fields, headers and parameters of the URL. */
function readItems(words: readonly SymbolicString[], input: Input, form: boolean): Items {
  const body: BodyPart[] = [];
  const headers: Header[] = [];
  const query: SymbolicString[] = [];
  for (const word of words) {
    const match = ITEM.exec(sketch(word).slice(0, 2000));
    if (!match) continue;
    const [all, name = "", mark = ""] = match;
    const rest = slice(word, all.length);
    const { content, channel } = mark.endsWith("@")
      ? input.file(rest)
      : { content: rest, channel: "argument" as const };
    if (mark === "==") query.push([literal(`${name}=`), ...rest]);
    else if (mark === ":" || mark === ":@") headers.push({ name, value: content, channel });
    else if (form) body.push({ content: [literal(`${name}=`), ...content], channel, formEncodes: true });
    else {
      const quote = mark.startsWith(":=") ? "" : '"';
      const member = [literal(`{"${name}":${quote}`), ...content, literal(`${quote}}`)];
      body.push({ content: member, channel, formEncodes: true, json: true });
    }
  }
  return { body, headers, query };
}

/** `--raw`, or stdin where no item is one of the body. */
function wholeBody({ streams }: Invocation, given: Given, hasItems: boolean): readonly BodyPart[] {
  const raw = given.last("raw");
  if (raw) return [{ content: raw, channel: "argument", formEncodes: false }];
  if (hasItems || !streams.stdin || given.has("ignore-stdin", "I")) return [];
  return [{ content: streams.stdin, channel: "stdin", formEncodes: false }];
}

function credentials(given: Given, headers: readonly Header[]): Pick<HttpRequest, "headers" | "basicAuth"> {
  const auth = given.last("auth", "a");
  if (!auth) return { headers, basicAuth: undefined };
  if (!/^bearer$/i.test(sketch(given.last("auth-type", "A") ?? [])))
    return { headers, basicAuth: { value: auth, channel: "argument" } };
  const bearer: Header = { name: "Authorization", value: [literal("Bearer "), ...auth], channel: "argument" };
  return { headers: [...headers, bearer], basicAuth: undefined };
}

const withQuery = (url: SymbolicString, query: readonly SymbolicString[]): SymbolicString =>
  query.reduce((before, part, index) => [...before, literal(index === 0 ? "?" : "&"), ...part], url);

/** `https host/path` and `http :8080/path` leave the scheme, or the host, to the command's name. */
function withScheme(name: string, address: SymbolicString, given: SymbolicString | undefined): SymbolicString {
  const whole = sketch(address);
  if (/^[a-z+]+:\/\//i.test(whole)) return address;
  const usual = name === "https" || name === "xhs" ? "https" : "http";
  const scheme = `${(given && concrete(given)) ?? usual}://`;
  if (whole.startsWith(":"))
    return [literal(`${scheme}localhost`), ...(/^:\/|^:$/.test(whole) ? slice(address, 1) : address)];
  return /^[\w.-]+(?:[:/]|$)/.test(whole) ? [literal(scheme), ...address] : address;
}
