import { parseJsonText } from "../../values/json.js";
import { hole, literal } from "../../values/symbolic-string.js";
import { fragmentsOf, stringValue, toJson, type SymbolicValue } from "../../values/symbolic-value.js";
import { bare, items, NULL, sum, toEntries, told } from "./values.js";

const nothing = (): SymbolicValue[] => [];
const same = (input: SymbolicValue): SymbolicValue[] => [input];
const answer = (input: SymbolicValue): SymbolicValue[] => [told(fragmentsOf(input))];

/** The builtins whose outputs come of the input alone, by name and number of arguments. */
export const PLAIN: ReadonlyMap<string, (input: SymbolicValue) => SymbolicValue[]> = new Map([
  ...["empty/0", "error/0", "error/1", "halt_error/0", "halt_error/1"].map((key) => [key, nothing] as const),
  ...["null", "true", "false"].map((name) => [`${name}/0`, () => [bare([literal(name)])]] as const),
  // In what order, and whether it is chosen at all, says nothing of what it is.
  ...["select/1", "reverse/0", "sort/0", "unique/0"].map((key) => [key, same] as const),
  ...["tonumber/0", "ascii_downcase/0", "ascii_upcase/0"].map((key) => [key, same] as const),
  ...["length/0", "type/0", "not/0"].map((key) => [key, answer] as const),
  ...["has/1", "test/1", "startswith/1", "endswith/1", "contains/1"].map((key) => [key, answer] as const),
  ["to_entries/0", (input) => [toEntries(input)]],
  ["add/0", (input) => [items(input).reduce((all, item) => sum(all, item), NULL)]],
  ["first/0", (input) => [items(input).at(0) ?? NULL]],
  ["last/0", (input) => [items(input).at(-1) ?? NULL]],
  ["tostring/0", (input) => [input.kind === "text" ? input : stringValue(toJson(input))]],
  ["tojson/0", (input) => [stringValue(toJson(input))]],
  ["fromjson/0", (input) => [input.kind === "text" ? (parseJsonText(input.fragments) ?? input) : input]],
  ["now/0", () => [bare([hole({ encoded: true })])]],
]);
