import { markFailureChecked } from "../../program/exit-status.js";
import { formEncoded } from "../../values/form-encoding.js";
import { toBase64 } from "../../values/base64.js";
import { concrete, hole, literal, sketch } from "../../values/symbolic-string.js";
import { asString, constantValue, stringValue, toJson, type SymbolicValue } from "../../values/symbolic-value.js";
import {
  memberOf,
  positionalArgument,
  requestsIn,
  stringResult,
  unknownResult,
  abstractValue,
  type AbstractValue,
  type Argument,
} from "../abstract-value.js";
import { formOf } from "../form.js";
import { formatPercent } from "../formatting.js";
import { environment } from "../library.js";
import type { ProgramReader } from "../program-reader.js";
import { parsed, settingIn } from "./parts.js";
import { kindOf, prepared, sentWith, wholeOf } from "./prepared.js";
import { libraryRequest } from "./requests.js";
import { whatItDoes, type Meaning } from "./meanings.js";

interface Call {
  readonly reader: ProgramReader;
  readonly callee: AbstractValue;
  readonly args: readonly Argument[];
  readonly place: number;
  readonly symbol: string;
  readonly name: string;
  /** What it is called on, if that is a value, or its first argument. */
  readonly subject: AbstractValue | undefined;
  readonly first: AbstractValue | undefined;
}

/** What a call gives in one of these languages; undefined where only what all languages share may tell. */
export function callByName(
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const request = libraryRequest(reader, callee, args, place);
  if (request) return request;
  const symbol = callee.qualifiedName ?? "";
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  const first = positionalArgument(args, 0);
  const named = args.length > 0 && !first ? abstractValue(objectOf(args)) : undefined;
  const call = { reader, callee, args, place, symbol, name, first, subject: first ?? named ?? callee.receiver };
  if (name === "new" && callee.receiver?.callable) return callee.receiver.callable.call(args, undefined);
  const meaning = whatItDoes(reader.language, symbol, name);
  return (meaning && GIVES[meaning](call)) ?? ofAnswer(call) ?? composite(call) ?? ofItself(call);
}

const GIVES: Readonly<Record<Meaning, (call: Call) => AbstractValue | undefined>> = {
  form: ({ subject }) => subject && stringResult(formOf(wholeOf(subject))),
  quote: ({ first }) => first && stringResult(formEncoded(asString(first.content))),
  json: ({ subject }) => subject && stringResult(toJson(wholeOf(subject))),
  parse: ({ subject }) => subject && abstractValue(parsed(subject.content)),
  base64: ({ first }) => first && stringResult(toBase64(asString(first.content))),
  environment: ({ reader, first, args }) => environment(reader, first, positionalArgument(args, 1)),
  print: ({ reader, args, symbol, place }) => {
    const shown = args.flatMap(({ value }) => asString(value.content));
    const isError = /err|log|warn/i.test(symbol);
    reader.host[isError ? "printError" : "print"](shown, symbol, reader.place(place));
    return stringResult([]);
  },
  read: ({ reader, first }) => {
    const path = first && asString(first.content);
    if (!path || /stdin/i.test(first.qualifiedName ?? "") || concrete(path) === "php://stdin")
      return stringResult(reader.host.stdin ?? [hole()]);
    if (first.content.kind !== "text" || path.some(({ taint }) => taint !== undefined)) return first;
    return stringResult(reader.host.readFile(path) ?? [hole({ unread: true })]);
  },
  write: ({ reader, first, args }) => {
    const text = positionalArgument(args, 1);
    if (first && text) reader.host.writeFile(asString(first.content), asString(text.content));
    return unknownResult();
  },
  start: ({ reader, args }) => {
    const words = args.filter(({ name }) => name === undefined).map(({ value }) => value.content);
    const list = words.flatMap((word) => (word.kind === "list" ? word.items : [word])).map(asString);
    const [program = [], ...rest] =
      list.length === 1 ? [[literal("sh")], [literal("-c")], ...list] : list.filter((word) => word.length > 0);
    return stringResult(reader.host.start(sketch(program).replace(/^.*\//, ""), rest, false));
  },
  format: ({ reader, args }) => {
    const [pattern, ...values] = args.map(({ value }) => value.content);
    if (!pattern) return undefined;
    const given: SymbolicValue = { kind: "list", items: values };
    return stringResult(formatPercent(asString(pattern), given, reader.host.taintOf));
  },
  join: ({ args }) => {
    const [separator, ...rest] = args.map(({ value }) => value.content);
    const items = rest.flatMap((one) => (one.kind === "list" ? one.items : [one]));
    return stringResult(
      items.flatMap((item, index) => [...(index > 0 && separator ? asString(separator) : []), ...asString(item)]),
    );
  },
  same: ({ subject, callee }) => subject && { ...subject, request: callee.request },
  receiver: ({ callee }) => callee.receiver,
  address: ({ first, args }) => {
    const joined = args.flatMap(({ value }) => asString(value.content));
    return first && { content: stringValue(joined), qualifiedName: "URI" };
  },
  host: ({ callee }) => {
    const url = callee.receiver ? concrete(asString(callee.receiver.content)) : undefined;
    const host = url === undefined ? undefined : /^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1];
    return host === undefined ? unknownResult() : abstractValue(constantValue(host));
  },
  values: ({ args }) =>
    prepared("form", "url.Values", new Map(args.map(({ name = "", value }) => [name, only(value.content)]))),
  put: ({ args, callee }) => {
    const [key, value] = [positionalArgument(args, 0), positionalArgument(args, 1)];
    const name = key && concrete(asString(key.content));
    if (!callee.receiver?.members || !kindOf(callee.receiver) || name === undefined || !value) return undefined;
    callee.receiver.members.set(name, { content: value.content });
    return callee.receiver;
  },
  status: ({ reader, first, symbol }) => {
    const request = sentWith(first);
    // Without this, curl takes an error status for a success.
    if (!request || (symbol !== "curl_getinfo" && settingIn(reader, "fails") === undefined)) return unknownResult();
    return stringResult([hole({ taint: "status", requests: [request] })]);
  },
  check: ({ callee }) => {
    if (callee.receiver) markFailureChecked(requestsIn(callee.receiver.content));
    return callee.receiver;
  },
};

const objectOf = (args: readonly Argument[]): SymbolicValue => ({
  kind: "object",
  entries: new Map(args.map(({ name = "", value }) => [name, wholeOf(value)])),
});

const only = (value: SymbolicValue): SymbolicValue =>
  value.kind === "list" && value.items.length === 1 ? (value.items[0] ?? value) : value;

/** A method of an answer, or of what was made of one: a member, by a name or by its own. */
function ofAnswer({ reader, callee, args, name, first }: Call): AbstractValue | undefined {
  const on = callee.receiver;
  if (!on || requestsIn(on.content).length === 0) return undefined;
  const key = first && concrete(asString(first.content));
  if (key !== undefined && /^(?:dig|fetch|get|header|json|value)$/.test(name))
    return { content: memberOf(on, key, reader.host.taintOf) };
  const isWhole =
    /^(?:body|json|to_s|to_h|content|decoded_content|get_?contents|get_?body|text|parsed_response|parsed|toArray|string|Body|as_string)$/i.test(
      name,
    );
  if (isWhole) return { content: on.content };
  return args.length === 0 || name.endsWith("?")
    ? { content: callee.content, qualifiedName: callee.qualifiedName }
    : undefined;
}

/** `T{Name: value}` of Go. */
function composite({ reader, args }: Call): AbstractValue | undefined {
  if (reader.language !== "go" || args.length === 0 || args.some(({ name }) => name === undefined)) return undefined;
  return abstractValue(objectOf(args));
}

/** Without arguments a method is a member. */
const ofItself = ({ callee, args }: Call): AbstractValue | undefined =>
  callee.receiver !== undefined && args.length === 0 ? { ...callee, callable: undefined } : undefined;
