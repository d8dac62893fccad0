import { propagate, hole, selectMember, uniqueOrigins, type SymbolicString } from "../values/symbolic-string.js";
import { fragmentsOf, mapFragments, stringValue, valueAt, type SymbolicValue } from "../values/symbolic-value.js";
import { holdsWhole } from "../vocabulary/answers.js";
import { isIndex } from "../configuration/expressions/expression.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** A part of a value by its path, as far as both are known. */
export function selectPath(value: SymbolicValue, path: readonly string[], vocabulary: Vocabulary): SymbolicValue {
  if (path.length === 0) return value;
  const found = valueAt(value, path);
  if (found) return mapFragments(found, (fragment) => selectMember(fragment, path));
  return unknownMember(fragmentsOf(value), path, vocabulary);
}

/** A member of something of which only the origin is known: of an answer, what its name says; else a hole of that name. */
export function unknownMember(of: SymbolicString, path: readonly string[], vocabulary: Vocabulary): SymbolicValue {
  const name = path.filter((step) => !isIndex(step)).at(-1);
  if (name === undefined) return stringValue(propagate(of));
  const answer = of.some(
    (fragment) => fragment.taint === "response" || fragment.taint === "token" || fragment.taint === "field",
  );
  const taint = vocabulary.taintOf(name).taint;
  if (answer && holdsWhole(name)) return stringValue(propagate(of));
  if (answer) return stringValue(propagate(of, { taint: taint === undefined ? "field" : "token" }));
  const gap = hole({
    provenance: uniqueOrigins(of.flatMap((fragment) => fragment.provenance)),
    ...(taint && { taint }),
  });
  return stringValue([selectMember(gap, path, true)]);
}
