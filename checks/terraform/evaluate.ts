import { addressOf, type Attribute } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";
import {
  isIndex,
  SOME_INDEX,
  type Expression,
  type ForExpression,
  type TemplatePart,
} from "../configuration/expressions/expression.js";
import { dynamicSource } from "./dynamic.js";
import { callBuiltin } from "./functions.js";
import { resolve as resolvePath } from "node:path";
import { selectPath } from "./members.js";
import type { ModuleScope, Scope } from "./scope.js";
import { append, concrete, propagate, literal, sketch, hole, type Fragment } from "../values/symbolic-string.js";
import {
  fragmentsOf,
  asString,
  constantValue,
  isNull,
  mapFragments,
  UNKNOWN,
  sizeOf,
  valueAt,
  stringValue,
  withoutPlaces,
  type SymbolicValue,
} from "../values/symbolic-value.js";

/** Longer texts are no command that anybody wrote. */
const MAX_TEXT = 1_000_000;

/** Of fragments and members, and of a hundred characters each. */
const SIZE_OF_A_STEP = 20;

/** The value of an expression as far as the configuration tells; what it does not tell stays a hole that knows its origin. */
export function evaluate(expression: Expression, scope: Scope): SymbolicValue {
  const { budget } = scope.module.workspace;
  if (!budget.spend(1)) return UNKNOWN;
  const value = valueOf(expression, scope);
  // What a value holds is paid for, too: a few steps may double it as many times.
  return budget.spend(sizeOf(value) / SIZE_OF_A_STEP) ? value : UNKNOWN;
}

function valueOf(expression: Expression, scope: Scope): SymbolicValue {
  switch (expression.kind) {
    case "literal":
      return literalValue(expression.value, placeOf(expression, scope));
    case "template":
      return template(expression.parts, scope);
    case "reference":
      return reference(withIndexes(expression.path, expression.dynamic, scope), scope);
    case "call":
      return callBuiltin(expression.name, () => expression.args.map((arg) => evaluate(arg, scope)), scope);
    case "list":
      return { kind: "list", items: expression.items.map((item) => evaluate(item, scope)) };
    case "object": {
      const entries = new Map<string, SymbolicValue>();
      for (const { key, value } of expression.entries)
        entries.set(sketch(asString(evaluate(key, scope))), evaluate(value, scope));
      return { kind: "object", entries };
    }
    case "for":
      return loop(expression, scope);
    case "conditional":
      return choose(evaluate(expression.then, scope), evaluate(expression.otherwise, scope), scope);
    case "operation": {
      const held = expression.operands.flatMap((operand) => fragmentsOf(evaluate(operand, scope)));
      const answered = held.filter(({ requests }) => requests !== undefined);
      return answered.length > 0 ? stringValue(propagate(answered, { taint: "field" })) : UNKNOWN;
    }
    case "access": {
      const path = withIndexes(expression.path, expression.dynamic, scope);
      return selectPath(evaluate(expression.object, scope), path, scope.module.workspace.vocabulary);
    }
    case "unknown":
      return UNKNOWN;
  }
}

const placeOf = (expression: { at: number }, scope: Scope): Place =>
  typeof scope.place.at === "number" ? { file: scope.place.file, at: expression.at } : scope.place;

function literalValue(value: string | number | boolean | null, place: Place): SymbolicValue {
  return { kind: "text", fragments: [literal(String(value), place)], ...(typeof value !== "string" && { bare: true }) };
}

/** Of two values that may hold, the one that says more: an empty text or null is the case that nobody means. */
function choose(then: SymbolicValue, otherwise: SymbolicValue, scope: Scope): SymbolicValue {
  if (saysNothing(then)) return otherwise;
  return saysNothing(otherwise) ? then : chooseOne(then, otherwise, scope);
}

const saysNothing = (value: SymbolicValue): boolean =>
  isNull(value) ||
  (value.kind === "text" && value.fragments.every((fragment) => fragment.text === "")) ||
  (value.kind === "list" && value.items.length === 0) ||
  (value.kind === "object" && value.entries.size === 0);

/** Of two things that may both be, one at a time. */
function chooseOne<T>(first: T, second: T, scope: Scope): T {
  const { choice } = scope.module.workspace;
  choice.forked = true;
  return choice.other ? second : first;
}

function template(parts: readonly TemplatePart[], scope: Scope): SymbolicValue {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.kind === "interpolation") return interpolated(evaluate(only.expression, scope));
  const fragments: Fragment[] = [];
  render(parts, scope, fragments);
  if (parts.length === 0) fragments.push(literal("", scope.place));
  return stringValue(fragments);
}

const interpolated = (value: SymbolicValue): SymbolicValue =>
  value.kind === "text" ? { ...value, fragments: value.fragments.map(markInterpolated) } : value;
const markInterpolated = (fragment: Fragment): Fragment =>
  fragment.interpolated ? fragment : { ...fragment, interpolated: true };

function render(parts: readonly TemplatePart[], scope: Scope, fragments: Fragment[]): void {
  for (const selectPath of parts) {
    if (fragments.length > MAX_TEXT / 100) return;
    if (selectPath.kind === "text") fragments.push(literal(selectPath.text, placeOf(selectPath, scope)));
    else if (selectPath.kind === "interpolation")
      append(fragments, asString(evaluate(selectPath.expression, scope)).map(markInterpolated));
    else if (selectPath.kind === "if") {
      const both = selectPath.then.length > 0 && selectPath.otherwise.length > 0;
      render(
        both
          ? chooseOne(selectPath.then, selectPath.otherwise, scope)
          : selectPath.then.length > 0
            ? selectPath.then
            : selectPath.otherwise,
        scope,
        fragments,
      );
    } else
      for (const bindings of rounds(evaluate(selectPath.source, scope), selectPath.key, selectPath.item, scope))
        render(selectPath.body, { ...scope, bindings }, fragments);
  }
}

/** The bindings of each round of a loop; one round with unknown values where the source is not known. */
function rounds(
  source: SymbolicValue,
  key: string | undefined,
  item: string,
  scope: Scope,
): ReadonlyMap<string, SymbolicValue>[] {
  const bind = (name: SymbolicValue, value: SymbolicValue): ReadonlyMap<string, SymbolicValue> => {
    const bindings = new Map(scope.bindings);
    if (key !== undefined) bindings.set(key, name);
    bindings.set(item, value);
    return bindings;
  };
  if (source.kind === "list")
    return source.items.slice(0, 100).map((value, index) => bind(constantValue(String(index)), value));
  if (source.kind === "object")
    return [...source.entries].slice(0, 100).map(([name, value]) => bind(constantValue(name), value));
  return [bind(UNKNOWN, stringValue(propagate(source.fragments)))];
}

function loop(expression: ForExpression, scope: Scope): SymbolicValue {
  const all = rounds(evaluate(expression.source, scope), expression.key, expression.item, scope).map((bindings) => {
    const inner = { ...scope, bindings };
    const key = expression.keyResult && sketch(asString(evaluate(expression.keyResult, inner)));
    return { key, value: evaluate(expression.result, inner) };
  });
  if (expression.shape === "list") return { kind: "list", items: all.map((round) => round.value) };
  return { kind: "object", entries: new Map(all.map((round) => [round.key ?? "", round.value])) };
}

/** A path with the indexes that the configuration tells: `settings[each.key]`. Of resources, none tells instances apart. */
function withIndexes(path: readonly string[], dynamic: readonly Expression[], scope: Scope): readonly string[] {
  if (dynamic.length === 0) return path;
  const [first = ""] = path;
  if (first !== SOME_INDEX && first !== "var" && first !== "local" && !scope.bindings.has(first)) return path;
  let next = 0;
  return path.map((step) => {
    const index = step === SOME_INDEX ? dynamic[next++] : undefined;
    return (index && concrete(asString(evaluate(index, scope)))) ?? step;
  });
}

function reference(path: readonly string[], scope: Scope): SymbolicValue {
  const { module } = scope;
  const { vocabulary } = module.workspace;
  const [first = "", second = "", ...rest] = path;
  const bound = scope.bindings.get(first);
  // What `each` has is no part of anything.
  const isItem = first === "each" || (bound !== undefined && scope.block && dynamicSource(scope.block, first));
  const instance = bound && isItem ? valueAt(bound, [second]) : undefined;
  if (instance) return selectPath(instance, rest, vocabulary);
  if (bound) return selectPath(bound, path.slice(1), vocabulary);
  switch (first) {
    case "var":
      return selectPath(module.variable(second), rest, vocabulary);
    case "local":
      return selectPath(
        module.local(second) ?? stringValue([hole({ provenance: [module.origin(`local.${second}`)] })]),
        rest,
        vocabulary,
      );
    case "module":
      return moduleOutput(module, second, rest);
    case "path":
      return pathValue(module, second);
    case "self":
      return scope.block ? module.resource(addressOf(scope.block), path.slice(1), scope) : UNKNOWN;
    case "each":
      return each(path.slice(1), scope);
    case "data":
    case "ephemeral":
      return module.resource(path.slice(0, 3).join("."), path.slice(3), scope);
    case "count":
    case "terraform":
      return stringValue([hole()]);
    default: {
      if (path.length < 2) return stringValue([hole(vocabulary.taintOf(first))]);
      const items = scope.block && dynamicSource(scope.block, first);
      return items
        ? oneOf(itemsOf(items, first, scope), path.slice(1), scope)
        : module.resource(`${first}.${second}`, rest, scope);
    }
  }
}

function moduleOutput(module: ModuleScope, name: string, rest: readonly string[]): SymbolicValue {
  const { vocabulary } = module.workspace;
  const steps = rest.filter((step, index) => !(index === 0 && rest.length > 1 && isIndex(step)));
  const [output = "", ...inner] = steps;
  const value = module.child(name)?.output(output);
  const named = steps.filter((step) => !isIndex(step)).join(".");
  const origin = { ...module.origin(`module.${name}`), ...(named !== "" && { member: named }) };
  if (value === undefined)
    return stringValue([hole({ provenance: [origin], ...vocabulary.taintOf(steps.at(-1) ?? "") })]);
  return mapFragments(selectPath(value, inner, vocabulary), (fragment) => ({
    ...fragment,
    provenance: [...fragment.provenance, origin],
  }));
}

const each = (path: readonly string[], scope: Scope): SymbolicValue =>
  oneOf(scope.module.attribute(scope.block?.attributes.get("for_each")), path, scope);

/** What a `dynamic` block goes through, where its own items are not known yet. */
const itemsOf = (source: Attribute, name: string, scope: Scope): SymbolicValue =>
  evaluate(source.value(), { ...scope, place: source.place, bindings: new Map([...scope.bindings, [name, UNKNOWN]]) });

/** The key or the value, or a part of it, of one of the items that `for_each` goes through. */
function oneOf(source: SymbolicValue | undefined, path: readonly string[], scope: Scope): SymbolicValue {
  const { vocabulary } = scope.module.workspace;
  const name = path.at(-1) ?? "";
  if (path[0] === "key" && source?.kind === "object") {
    const keys = [...source.entries.keys()];
    const last = keys.at(-1);
    if (last !== undefined) return constantValue(keys.length > 1 ? chooseOne(keys[0] ?? last, last, scope) : last);
  }
  if ((path[0] !== "value" && source?.kind !== "list") || source === undefined)
    return stringValue([hole(path.length > 1 ? vocabulary.taintOf(name) : {})]);
  const items =
    source.kind === "object" ? [...source.entries.values()] : source.kind === "list" ? source.items : [source];
  const last = items.at(-1);
  const first = items.length > 1 && last ? chooseOne(items[0] ?? last, last, scope) : last;
  if (first === undefined) return stringValue([hole(vocabulary.taintOf(name))]);
  return selectPath(source.kind === "list" ? withoutPlaces(first) : first, path.slice(1), vocabulary);
}

/** `path.module` and the like; texts that begin with them are found on disk. */
function pathValue(module: ModuleScope, which: string): SymbolicValue {
  return constantValue(resolvePath(which === "module" ? module.directory.path : module.root.directory.path));
}
