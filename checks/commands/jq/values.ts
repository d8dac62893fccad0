import { fromBase64, toBase64 } from "../../values/base64.js";
import { formEncoded } from "../../values/form-encoding.js";
import { hole, literal, propagate, type Fragment, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, fragmentsOf, isNull, stringValue, toJson, type SymbolicValue } from "../../values/symbolic-value.js";
import { NotFollowed } from "./parse.js";

export const NULL: SymbolicValue = { kind: "text", fragments: [literal("null")], bare: true };

export const bare = (fragments: SymbolicString): SymbolicValue => ({ kind: "text", fragments, bare: true });

/** What only tells something of a value, such as its length: no longer that value. */
export const told = (of: readonly Fragment[]): SymbolicValue =>
  bare(propagate([hole(), ...of], { taint: "field", encoded: true }));

export function items(value: SymbolicValue): readonly SymbolicValue[] {
  if (value.kind === "list") return value.items;
  if (value.kind === "object") return [...value.entries.values()];
  throw new NotFollowed();
}

export function mapped(value: SymbolicValue, change: (value: SymbolicValue) => SymbolicValue): SymbolicValue {
  if (value.kind === "list") return { kind: "list", items: value.items.map(change) };
  if (value.kind !== "object") throw new NotFollowed();
  return { kind: "object", entries: new Map([...value.entries].map(([key, item]) => [key, change(item)])) };
}

export function toEntries(value: SymbolicValue): SymbolicValue {
  if (value.kind !== "object") throw new NotFollowed();
  const entry = ([key, item]: [string, SymbolicValue]): SymbolicValue => ({
    kind: "object",
    entries: new Map([
      ["key", stringValue([literal(key)])],
      ["value", item],
    ]),
  });
  return { kind: "list", items: [...value.entries].map(entry) };
}

export function sum(left: SymbolicValue, right: SymbolicValue): SymbolicValue {
  if (isNull(left)) return right;
  if (isNull(right)) return left;
  if (left.kind === "object" && right.kind === "object")
    return { kind: "object", entries: new Map([...left.entries, ...right.entries]) };
  if (left.kind === "list" && right.kind === "list") return { kind: "list", items: [...left.items, ...right.items] };
  if (left.kind !== "text" || right.kind !== "text")
    return stringValue(propagate([...fragmentsOf(left), ...fragmentsOf(right)]));
  const both = [...left.fragments, ...right.fragments];
  return left.bare && right.bare ? told(both) : stringValue(both);
}

export function joined(values: readonly SymbolicValue[], separator: SymbolicString): SymbolicValue {
  return stringValue(
    values.flatMap((value, index) => [...(index > 0 ? separator : []), ...(isNull(value) ? [] : asString(value))]),
  );
}

export function formatted(name: string, value: SymbolicValue): SymbolicValue {
  const text = asString(value);
  switch (name) {
    case "uri":
      return stringValue(formEncoded(text));
    case "text":
      return stringValue(text);
    case "base64":
      return stringValue(toBase64(text));
    case "base64d":
      return stringValue(fromBase64(text));
    case "json":
      return stringValue(toJson(value));
    default:
      throw new NotFollowed();
  }
}
