import { formEncoded } from "../values/form-encoding.js";
import { literal, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { asString, valueAt, type SymbolicValue } from "../values/symbolic-value.js";

/** `name=value&...` of a dict, encoded by the library; a text stays as it was. */
export function formOf(value: SymbolicValue): SymbolicString {
  if (value.kind === "text") return value.fragments;
  const pairs: (readonly [string, SymbolicValue])[] =
    value.kind === "object"
      ? [...value.entries]
      : value.items.map((item) => [sketch(asString(valueAt(item, ["0"]) ?? item)), valueAt(item, ["1"]) ?? item]);
  return pairs.flatMap(([name, item], index): SymbolicString => [
    literal(`${index > 0 ? "&" : ""}${name}=`),
    ...formEncoded(asString(item)),
  ]);
}
