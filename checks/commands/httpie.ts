import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { concrete, literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { parseArgs, type Grammar } from "./options.js";
import { inputAt } from "./request-input.js";
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
  const input = inputAt(invocation);
  const { options, operands } = parseArgs(invocation.args, HTTPIE);
  const has = (...names: string[]): boolean => options.some((option) => names.includes(option.name));
  const last = (...names: string[]): SymbolicString | undefined =>
    options.filter((option) => names.includes(option.name)).at(-1)?.value;
  const first = sketch(operands[0] ?? []);
  const named = /^[A-Z]+$/i.test(first) && operands.length > 1 && !/[./:]/.test(first);
  const [address = [], ...items] = named ? operands.slice(1) : operands;
  if (address.length === 0) return failingWith([]);
  const url = withScheme(invocation.name, address);
  const form = has("form", "f", "multipart");
  const fields: { name: string; value: SymbolicString; channel: BodyPart["channel"] }[] = [];
  const headers: Header[] = [];
  const query: SymbolicString[] = [];
  for (const item of items) {
    const match = ITEM.exec(sketch(item).slice(0, 2000));
    if (!match) continue;
    const [all, name = "", mark = ""] = match;
    const rest = slice(item, all.length);
    const source = mark.endsWith("@") ? input.file(rest) : { content: rest, channel: "argument" as const };
    if (mark === "==") query.push([literal(`${name}=`), ...rest]);
    else if (mark.startsWith(":") && !mark.startsWith(":="))
      headers.push({ name, value: source.content, channel: source.channel });
    else fields.push({ name, value: source.content, channel: source.channel });
  }
  const body = fields.map(({ name, value, channel }): BodyPart =>
    form
      ? { content: [literal(`${name}=`), ...value], channel, formEncodes: true }
      : { content: [literal(`{"${name}":"`), ...value, literal('"}')], channel, formEncodes: true, json: true },
  );
  const raw = last("raw");
  if (raw) body.push({ content: raw, channel: "argument", formEncodes: false });
  else if (fields.length === 0 && invocation.streams.stdin && !has("ignore-stdin", "I"))
    body.push({ content: invocation.streams.stdin, channel: "stdin", formEncodes: false });
  const auth = last("auth", "a");
  const bearer = /^bearer$/i.test(sketch(last("auth-type", "A") ?? []));
  const verify = concrete(last("verify") ?? []);
  if (auth && bearer)
    headers.push({ name: "Authorization", value: [literal("Bearer "), ...auth], channel: "argument" });
  const request: HttpRequest = {
    tool: "httpie",
    place: invocation.place,
    url:
      query.length > 0
        ? [...url, literal("?"), ...query.flatMap((part, i) => [...(i > 0 ? [literal("&")] : []), ...part])]
        : url,
    urlChannel: "argument",
    method: named ? first.toUpperCase() : body.length > 0 ? "POST" : "GET",
    body,
    headers,
    basicAuth: auth && !bearer ? { value: auth, channel: "argument" } : undefined,
    insecure: verify !== undefined && /^(?:no|false)$/i.test(verify) ? `--verify=${verify}` : undefined,
    verbose: has("verbose", "v", "vv", "all") ? "--verbose" : undefined,
    followsRedirects: has("follow", "F") ? "--follow" : undefined,
    // xh checks by itself, as httpie does only with the option.
    failsOnError: has("check-status") || /^xhs?$/.test(invocation.name),
    addsJsonType: !form && fields.length > 0,
    failureChecked: false,
  };
  invocation.shell.effects.requests.push(request);
  const output = last("output", "o");
  if (output) invocation.shell.writeFile(output, answerOf(request));
  else emit(invocation, answerOf(request));
  return failingWith(request.failsOnError ? [request] : []);
}

/** `https host/path` and `http :8080/path` leave the scheme, or the host, to the command's name. */
function withScheme(name: string, address: SymbolicString): SymbolicString {
  const whole = sketch(address);
  if (/^[a-z+]+:\/\//i.test(whole)) return address;
  const scheme = name === "https" || name === "xhs" ? "https://" : "http://";
  if (whole.startsWith(":"))
    return [literal(`${scheme}localhost`), ...(/^:\/|^:$/.test(whole) ? slice(address, 1) : address)];
  return /^[\w.-]+(?:[:/]|$)/.test(whole) ? [literal(scheme), ...address] : address;
}
