import { formEncoded } from "../../values/form-encoding.js";
import { concrete, literal } from "../../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../../values/symbolic-value.js";
import { positionalArgument, type AbstractValue, type Argument } from "../abstract-value.js";

/** What `update`, `append`, `set` and `push` make of the thing that they are called on; undefined where they are something else. */
export function changedBy(method: string, on: AbstractValue, args: readonly Argument[]): AbstractValue | undefined {
  const [first, second] = [positionalArgument(args, 0)?.content, positionalArgument(args, 1)?.content];
  switch (method) {
    case "update": {
      const given = first?.kind === "object" ? [...first.entries] : [];
      const named = args.flatMap(({ name, value }): [string, SymbolicValue][] =>
        name === undefined || name === "**" ? [] : [[name, value.content]],
      );
      return given.length + named.length > 0 ? withEntries(on, [...given, ...named]) : undefined;
    }
    case "append":
    case "set": {
      if (method === "append" && !second && first && on.content.kind === "list")
        return { ...on, content: { kind: "list", items: [...on.content.items, first] } };
      const key = first && concrete(asString(first));
      return key !== undefined && second ? withField(on, key, second) : undefined;
    }
    case "push":
      return first && on.content.kind === "list"
        ? { ...on, content: { kind: "list", items: [...on.content.items, first] } }
        : undefined;
    default:
      return undefined;
  }
}

/** A form is a text, to which fields are added; a header list or a map has them as members. */
function withField(on: AbstractValue, key: string, value: SymbolicValue): AbstractValue | undefined {
  const { content } = on;
  if (content.kind !== "text") return content.kind === "object" ? withEntries(on, [[key, value]]) : undefined;
  if (!content.fragments.every((fragment) => fragment.encoded === true)) return undefined;
  const field = [literal(`${content.fragments.length > 0 ? "&" : ""}${key}=`), ...formEncoded(asString(value))];
  return {
    ...on,
    content: { kind: "text", fragments: [...content.fragments, ...field.map((part) => ({ ...part, encoded: true }))] },
  };
}

export function withEntries(
  on: AbstractValue,
  entries: readonly (readonly [string, SymbolicValue])[],
): AbstractValue | undefined {
  const { content } = on;
  if (content.kind === "list" || (content.kind === "text" && !isUnknown(content))) return undefined;
  const before = content.kind === "object" ? [...content.entries] : [];
  return { ...on, content: { kind: "object", entries: new Map([...before, ...entries]) } };
}

/** Nothing is known of it, so that nothing is lost when it is taken for an object. */
const isUnknown = (content: Extract<SymbolicValue, { kind: "text" }>): boolean =>
  content.fragments.every(
    ({ text, taint, requests, provenance }) =>
      text === undefined && taint === undefined && requests === undefined && provenance.length === 0,
  );
