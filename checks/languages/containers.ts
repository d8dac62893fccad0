import { asString, constantValue, type SymbolicValue } from "../values/symbolic-value.js";
import { literal, type SymbolicString } from "../values/symbolic-string.js";
import { abstractValue, stringResult, type AbstractValue, type Argument } from "./abstract-value.js";
import { clientOf } from "./request-shape.js";

const list = (items: readonly SymbolicValue[]): AbstractValue => abstractValue({ kind: "list", items });

/** What calls give that take an object or a list apart, or put one together; undefined for other calls. */
export function callContainer(
  symbol: string,
  receiver: AbstractValue,
  args: readonly Argument[],
): AbstractValue | undefined {
  const name = symbol.slice(symbol.lastIndexOf(".") + 1);
  const values = args.filter((arg) => arg.name === undefined).map(({ value }) => value);
  const [first] = values;
  switch (symbol) {
    case "Object.entries":
      return first && entriesOf(first.content);
    case "Object.fromEntries":
      return first && fromEntries(first.content);
    case "Object.assign":
      return abstractValue({ kind: "object", entries: new Map(values.flatMap(({ content }) => membersOf(content))) });
    case "Promise.resolve":
    case "asyncio.run":
    case "asyncio.wait_for":
    case "Promise.all":
      return first;
    case "asyncio.gather":
      return list(values.map(({ content }) => content));
  }
  const { content } = receiver;
  switch (name) {
    case "items":
    case "entries":
      return entriesOf(content);
    case "join":
      if (first?.content.kind === "list") return stringResult(joinedBy(asString(content), first.content.items));
      return content.kind === "list"
        ? stringResult(joinedBy(first ? asString(first.content) : [literal(",")], content.items))
        : undefined;
    case "concat":
      return content.kind === "list"
        ? list([
            ...content.items,
            ...values.flatMap(({ content: more }) => (more.kind === "list" ? more.items : [more])),
          ])
        : undefined;
    case "HTTPBasicAuth":
    case "BasicAuth":
      return list(args.map(({ value }) => value.content));
    case "TCPConnector":
    case "HTTPTransport":
    case "AsyncHTTPTransport":
    case "Agent":
      return abstractValue(clientOf(args));
    default:
      return undefined;
  }
}

const membersOf = (content: SymbolicValue): (readonly [string, SymbolicValue])[] =>
  content.kind === "object" ? [...content.entries] : [];

const entriesOf = (content: SymbolicValue): AbstractValue | undefined =>
  content.kind === "object"
    ? list([...content.entries].map(([key, value]) => ({ kind: "list", items: [constantValue(key), value] })))
    : undefined;

function fromEntries(content: SymbolicValue): AbstractValue | undefined {
  if (content.kind !== "list") return undefined;
  const entries = content.items.flatMap((item): [string, SymbolicValue][] => {
    const [key, value] = item.kind === "list" ? item.items : [];
    const name = key && asString(key)[0]?.text;
    return name !== undefined && value ? [[name, value]] : [];
  });
  return abstractValue({ kind: "object", entries: new Map(entries) });
}

const joinedBy = (separator: SymbolicString, items: readonly SymbolicValue[]): SymbolicString =>
  items.flatMap((item, index): SymbolicString => [...(index > 0 ? separator : []), ...asString(item)]);
