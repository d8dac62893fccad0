import { literal, sketch, unknown, type Piece, type Reference, type Text } from "./text.js";

/** A value of Terraform's language as far as it can be known without running it. */
export type Value =
  | { readonly kind: "text"; readonly pieces: Text; /** number, bool, null */ readonly bare?: boolean }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "object"; readonly entries: ReadonlyMap<string, Value> };

export const text = (pieces: Text): Value => ({ kind: "text", pieces });
export const constant = (value: string): Value => text([literal(value)]);
export const nothing: Value = { kind: "text", pieces: [unknown()] };
export const isNull = (value: Value): boolean =>
  value.kind === "text" && value.bare === true && sketch(value.pieces) === "null";

/** The same change for every piece in a value, however deep. */
export function mapPieces(value: Value, change: (piece: Piece) => Piece): Value {
  switch (value.kind) {
    case "text":
      return { ...value, pieces: value.pieces.map(change) };
    case "list":
      return { kind: "list", items: value.items.map((item) => mapPieces(item, change)) };
    case "object":
      return {
        kind: "object",
        entries: new Map([...value.entries].map(([key, item]) => [key, mapPieces(item, change)])),
      };
  }
}

/** Every value came through `ref`; what stood there as a literal may be another value when it runs if `assumed`. */
export const through = (value: Value, ref: Reference, assumed: boolean): Value =>
  mapPieces(value, (piece) => ({ ...piece, refs: [...piece.refs, ref], ...(assumed && { assumed: true }) }));

/** All text in a value, for questions such as "is a secret in it". */
export function allPieces(value: Value): Piece[] {
  switch (value.kind) {
    case "text":
      return [...value.pieces];
    case "list":
      return value.items.flatMap(allPieces);
    case "object":
      return [...value.entries.values()].flatMap(allPieces);
  }
}

/** Every text in a value with the name it goes by. */
export function named(value: Value, name = ""): { readonly name: string; readonly pieces: Text }[] {
  switch (value.kind) {
    case "text":
      return [{ name, pieces: value.pieces }];
    case "list":
      return value.items.flatMap((item) => named(item, name));
    case "object":
      return [...value.entries].flatMap(([key, item]) => named(item, key));
  }
}

export const asText = (value: Value): Text => (value.kind === "text" ? value.pieces : toJson(value));

/** The JSON text of a value, as `jsonencode` gives it. */
export function toJson(value: Value): Text {
  switch (value.kind) {
    case "text":
      if (value.bare) return value.pieces;
      return [
        literal('"'),
        ...value.pieces.map((piece) =>
          piece.text === undefined ? piece : { ...piece, text: JSON.stringify(piece.text).slice(1, -1) },
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
export function at(value: Value, path: readonly string[]): Value | undefined {
  let current: Value | undefined = value;
  for (const step of path) {
    if (current.kind === "object")
      current = current.entries.get(step) ?? (step === "*" ? [...current.entries.values()][0] : undefined);
    else if (current.kind === "list")
      current = step === "*" ? current.items[0] : (current.items[Number(step)] ?? undefined);
    else return undefined;
    if (current === undefined) return undefined;
  }
  return current;
}
