import { SOME_INDEX, SPLAT } from "../configuration/expressions/expression.js";
import { literal, sketch, hole, type Fragment, type Origin, type SymbolicString } from "./symbolic-string.js";

/** A value of Terraform's language as far as it can be known without running it. */
export type SymbolicValue =
  | { readonly kind: "text"; readonly fragments: SymbolicString; /** number, bool, null */ readonly bare?: boolean }
  | { readonly kind: "list"; readonly items: readonly SymbolicValue[] }
  | { readonly kind: "object"; readonly entries: ReadonlyMap<string, SymbolicValue> };

export const stringValue = (fragments: SymbolicString): SymbolicValue => ({ kind: "text", fragments });
export const constantValue = (value: string): SymbolicValue => stringValue([literal(value)]);
export const UNKNOWN: SymbolicValue = { kind: "text", fragments: [hole()] };
export const isNull = (value: SymbolicValue): boolean =>
  value.kind === "text" && value.bare === true && sketch(value.fragments) === "null";

/** The same change for every fragment in a value, however deep. */
export function mapFragments(value: SymbolicValue, change: (fragment: Fragment) => Fragment): SymbolicValue {
  switch (value.kind) {
    case "text":
      return { ...value, fragments: value.fragments.map(change) };
    case "list":
      return { kind: "list", items: value.items.map((item) => mapFragments(item, change)) };
    case "object":
      return {
        kind: "object",
        entries: new Map([...value.entries].map(([key, item]) => [key, mapFragments(item, change)])),
      };
  }
}

/** A value that is used elsewhere than where it stands: a key of `for_each`. */
export const withoutPlaces = (value: SymbolicValue): SymbolicValue =>
  mapFragments(value, (fragment) => {
    const elsewhere: { -readonly [Key in keyof Fragment]: Fragment[Key] } = { ...fragment };
    delete elsewhere.place;
    return elsewhere;
  });

/**
 * Every value came through `origin`, those of an object each by its own name: what is a secret of it tells nothing about the others. What
 * stood there as a literal may be another value when it runs if `assumed`.
 */
export function withOrigin(value: SymbolicValue, origin: Origin, assumed: boolean): SymbolicValue {
  if (value.kind === "object") {
    const { entry } = origin;
    const entries = [...value.entries].map(([key, item]): [string, SymbolicValue] => [
      key,
      withOrigin(item, { ...origin, entry: entry === undefined ? key : `${entry}.${key}` }, assumed),
    ]);
    return { kind: "object", entries: new Map(entries) };
  }
  if (value.kind === "list")
    return { kind: "list", items: value.items.map((item) => withOrigin(item, origin, assumed)) };
  return mapFragments(value, (fragment) => ({
    ...fragment,
    provenance: [...fragment.provenance, origin],
    ...(assumed && { assumed: true }),
  }));
}

/** All text in a value, for questions such as "is a secret in it". */
export function fragmentsOf(value: SymbolicValue): Fragment[] {
  switch (value.kind) {
    case "text":
      return [...value.fragments];
    case "list":
      return value.items.flatMap(fragmentsOf);
    case "object":
      return [...value.entries.values()].flatMap(fragmentsOf);
  }
}

/** Every text in a value with the name it goes by. */
export function namedStrings(
  value: SymbolicValue,
  name = "",
): { readonly name: string; readonly fragments: SymbolicString }[] {
  switch (value.kind) {
    case "text":
      return [{ name, fragments: value.fragments }];
    case "list":
      return value.items.flatMap((item) => namedStrings(item, name));
    case "object":
      return [...value.entries].flatMap(([key, item]) => namedStrings(item, key));
  }
}

export const asString = (value: SymbolicValue): SymbolicString =>
  value.kind === "text" ? value.fragments : toJson(value);

/** The JSON text of a value, as `jsonencode` gives it. */
export function toJson(value: SymbolicValue): SymbolicString {
  switch (value.kind) {
    case "text":
      if (value.bare) return value.fragments;
      return [
        literal('"'),
        ...value.fragments.map((fragment) =>
          fragment.text === undefined ? fragment : { ...fragment, text: JSON.stringify(fragment.text).slice(1, -1) },
        ),
        literal('"'),
      ];
    case "list":
      return [
        literal("["),
        ...value.items.flatMap((item, index) => [...(index ? [literal(",")] : []), ...toJson(item)]),
        literal("]"),
      ];
    case "object":
      return [
        literal("{"),
        ...[...value.entries].flatMap(([key, item], index) => [
          literal(`${index ? "," : ""}${JSON.stringify(key)}:`),
          ...toJson(item),
        ]),
        literal("}"),
      ];
  }
}

/** The value at a path; what is not known there is called by the last name of the path. */
export function valueAt(value: SymbolicValue, path: readonly string[]): SymbolicValue | undefined {
  let current: SymbolicValue | undefined = value;
  for (const [index, step] of path.entries()) {
    if (current === undefined) return undefined;
    if (step === SPLAT) return ofEach(current, path.slice(index + 1));
    if (current.kind === "text") return undefined;
    if (current.kind === "list") current = current.items[step === SOME_INDEX ? 0 : Number(step)];
    else current = current.entries.get(step) ?? (step === SOME_INDEX ? [...current.entries.values()][0] : undefined);
  }
  return current;
}

/** What a path gives of each item of a list; what is no list is the only item. */
function ofEach(value: SymbolicValue, path: readonly string[]): SymbolicValue | undefined {
  if (isNull(value)) return { kind: "list", items: [] };
  const items = (value.kind === "list" ? value.items : [value]).map((item) => valueAt(item, path));
  return items.some((item) => item === undefined)
    ? undefined
    : { kind: "list", items: items.flatMap((item) => item ?? []) };
}

const sizes = new WeakMap<SymbolicValue, number>();

/** How much a value holds: its fragments and members, and for each hundred characters one more. */
export function sizeOf(value: SymbolicValue): number {
  // To remember the size of a short text costs more than to count it again.
  if (value.kind === "text" && value.fragments.length <= 4) return sizeOfText(value.fragments);
  const before = sizes.get(value);
  if (before !== undefined) return before;
  let size = 1;
  if (value.kind === "text") size = sizeOfText(value.fragments);
  else for (const item of value.kind === "list" ? value.items : value.entries.values()) size += sizeOf(item);
  sizes.set(value, size);
  return size;
}

function sizeOfText(fragments: SymbolicString): number {
  let size = 1;
  for (const { text = "" } of fragments) size += 1 + text.length / 100;
  return size;
}
