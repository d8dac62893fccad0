import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { known, literal, sketch, slice, type Text } from "../values/text.js";
import { carrying, type Outcome } from "../program/outcome.js";
import { emit, type Invocation } from "./invocation.js";
import { parseArgs, type Grammar } from "./options.js";
import { answerOf, inputAt } from "./request-input.js";

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
export function httpie(invocation: Invocation): Outcome {
  const input = inputAt(invocation);
  const { options, operands } = parseArgs(invocation.args, HTTPIE);
  const has = (...names: string[]): boolean => options.some((option) => names.includes(option.name));
  const last = (...names: string[]): Text | undefined =>
    options.filter((option) => names.includes(option.name)).at(-1)?.value;
  const first = sketch(operands[0] ?? []);
  const named = /^[A-Z]+$/i.test(first) && operands.length > 1 && !/[./:]/.test(first);
  const [address = [], ...items] = named ? operands.slice(1) : operands;
  if (address.length === 0) return carrying([]);
  const url = withScheme(invocation.name, address);
  const form = has("form", "f", "multipart");
  const fields: { name: string; value: Text; channel: BodyPart["channel"] }[] = [];
  const headers: Header[] = [];
  const query: Text[] = [];
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
      ? { content: [literal(`${name}=`), ...value], channel, encodes: true }
      : { content: [literal(`{"${name}":"`), ...value, literal('"}')], channel, encodes: true, json: true },
  );
  const raw = last("raw");
  if (raw) body.push({ content: raw, channel: "argument", encodes: false });
  else if (fields.length === 0 && invocation.streams.stdin && !has("ignore-stdin", "I"))
    body.push({ content: invocation.streams.stdin, channel: "stdin", encodes: false });
  const auth = last("auth", "a");
  const bearer = /^bearer$/i.test(sketch(last("auth-type", "A") ?? []));
  const verify = known(last("verify") ?? []);
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
    user: auth && !bearer ? { value: auth, channel: "argument" } : undefined,
    insecure: verify !== undefined && /^(?:no|false)$/i.test(verify) ? `--verify=${verify}` : undefined,
    verbose: has("verbose", "v", "vv", "all") ? "--verbose" : undefined,
    follows: has("follow", "F") ? "--follow" : undefined,
    // xh checks by itself, as httpie does only with the option.
    fails: has("check-status") || /^xhs?$/.test(invocation.name),
    addsJsonType: !form && fields.length > 0,
    noticed: false,
  };
  invocation.shell.facts.requests.push(request);
  const output = last("output", "o");
  if (output) invocation.shell.writeFile(output, answerOf(request));
  else emit(invocation, answerOf(request));
  return carrying(request.fails ? [request] : []);
}

/** `https host/path` and `http :8080/path` leave the scheme, or the host, to the command's name. */
function withScheme(name: string, address: Text): Text {
  const whole = sketch(address);
  if (/^[a-z+]+:\/\//i.test(whole)) return address;
  const scheme = name === "https" || name === "xhs" ? "https://" : "http://";
  if (whole.startsWith(":"))
    return [literal(`${scheme}localhost`), ...(/^:\/|^:$/.test(whole) ? slice(address, 1) : address)];
  return /^[\w.-]+(?:[:/]|$)/.test(whole) ? [literal(scheme), ...address] : address;
}
