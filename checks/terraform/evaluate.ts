import { addressOf, type Block } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";
import type { Expression, ForExpression, TemplatePart } from "../configuration/expressions/expression.js";
import { callFunction } from "./functions.js";
import { pathValue, type ModuleInstance } from "./module.js";
import { classifyName } from "../vocabulary/names.js";
import {
  append,
  blend,
  literal,
  sketch,
  taken,
  uniqueReferences,
  unknown,
  type Piece,
  type Text,
} from "../values/text.js";
import { allPieces, asText, at, constant, isNull, mapPieces, nothing, text, type Value } from "../values/value.js";

export interface Scope {
  readonly module: ModuleInstance;
  /** Where the expression stands; offsets in it are offsets in the same file. */
  readonly origin: Place;
  readonly block: Block | undefined;
  /** Names of `for` expressions and of `templatefile`'s variables. */
  readonly bindings: ReadonlyMap<string, Value>;
}

/** Longer texts are no command that anybody wrote. */
const MAX_TEXT = 1_000_000;

/** The value of an expression as far as the configuration tells; what it does not tell stays a hole that knows its origin. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (!scope.module.workspace.spend(1)) return nothing;
  switch (expression.kind) {
    case "literal":
      return literalValue(expression.value, placeOf(expression, scope));
    case "template":
      return template(expression.parts, scope);
    case "reference":
      return reference(expression.path, scope);
    case "call":
      return callFunction(expression.name, expression.args, scope);
    case "list":
      return { kind: "list", items: expression.items.map((item) => evaluate(item, scope)) };
    case "object": {
      const entries = new Map<string, Value>();
      for (const { key, value } of expression.entries)
        entries.set(sketch(asText(evaluate(key, scope))), evaluate(value, scope));
      return { kind: "object", entries };
    }
    case "for":
      return loop(expression, scope);
    case "conditional":
      return choose(evaluate(expression.then, scope), evaluate(expression.otherwise, scope), scope);
    case "operation":
      return text(
        blend(
          expression.operands.flatMap((operand) =>
            allPieces(evaluate(operand, scope)).filter((p) => p.from !== undefined),
          ),
          { nature: "field" },
        ),
      );
    case "access": {
      return part(evaluate(expression.object, scope), expression.path);
    }
    case "unknown":
      return nothing;
  }
}

const placeOf = (expression: { at: number }, scope: Scope): Place =>
  typeof scope.origin.at === "number" ? { file: scope.origin.file, at: expression.at } : scope.origin;

function literalValue(value: string | number | boolean | null, place: Place): Value {
  return { kind: "text", pieces: [literal(String(value), place)], ...(typeof value !== "string" && { bare: true }) };
}

/** Of two values that may hold, the one that says more: an empty text or null is the case that nobody means. */
function choose(then: Value, otherwise: Value, scope: Scope): Value {
  if (isEmpty(then)) return otherwise;
  return isEmpty(otherwise) ? then : fork(then, otherwise, scope);
}

const isEmpty = (value: Value): boolean =>
  isNull(value) ||
  (value.kind === "text" && value.pieces.every((piece) => piece.text === "")) ||
  (value.kind === "list" && value.items.length === 0) ||
  (value.kind === "object" && value.entries.size === 0);

/** Of two things that may both be, one at a time. */
function fork<T>(first: T, second: T, scope: Scope): T {
  const { choice } = scope.module.workspace;
  choice.forked = true;
  return choice.other ? second : first;
}

function template(parts: readonly TemplatePart[], scope: Scope): Value {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.kind === "interpolation") return interpolated(evaluate(only.expression, scope));
  const pieces: Piece[] = [];
  render(parts, scope, pieces);
  if (parts.length === 0) pieces.push(literal("", scope.origin));
  return text(pieces);
}

const interpolated = (value: Value): Value =>
  value.kind === "text" ? { ...value, pieces: value.pieces.map(markInterpolated) } : value;
const markInterpolated = (piece: Piece): Piece => (piece.interpolated ? piece : { ...piece, interpolated: true });

function render(parts: readonly TemplatePart[], scope: Scope, pieces: Piece[]): void {
  for (const part of parts) {
    if (pieces.length > MAX_TEXT / 100) return;
    if (part.kind === "text") pieces.push(literal(part.text, placeOf(part, scope)));
    else if (part.kind === "interpolation")
      append(pieces, asText(evaluate(part.expression, scope)).map(markInterpolated));
    else if (part.kind === "if") {
      const both = part.then.length > 0 && part.otherwise.length > 0;
      render(
        both ? fork(part.then, part.otherwise, scope) : part.then.length > 0 ? part.then : part.otherwise,
        scope,
        pieces,
      );
    } else
      for (const bindings of rounds(evaluate(part.source, scope), part.key, part.item, scope))
        render(part.body, { ...scope, bindings }, pieces);
  }
}

/** The bindings of each round of a loop; one round with unknown values where the source is not known. */
function rounds(source: Value, key: string | undefined, item: string, scope: Scope): ReadonlyMap<string, Value>[] {
  const bind = (name: Value, value: Value): ReadonlyMap<string, Value> => {
    const bindings = new Map(scope.bindings);
    if (key !== undefined) bindings.set(key, name);
    bindings.set(item, value);
    return bindings;
  };
  if (source.kind === "list")
    return source.items.slice(0, 100).map((value, index) => bind(constant(String(index)), value));
  if (source.kind === "object")
    return [...source.entries].slice(0, 100).map(([name, value]) => bind(constant(name), value));
  return [bind(nothing, text(blend(source.pieces)))];
}

function loop(expression: ForExpression, scope: Scope): Value {
  const all = rounds(evaluate(expression.source, scope), expression.key, expression.item, scope).map((bindings) => {
    const inner = { ...scope, bindings };
    const key = expression.keyResult && sketch(asText(evaluate(expression.keyResult, inner)));
    return { key, value: evaluate(expression.result, inner) };
  });
  if (expression.shape === "list") return { kind: "list", items: all.map((round) => round.value) };
  return { kind: "object", entries: new Map(all.map((round) => [round.key ?? "", round.value])) };
}

function reference(path: readonly string[], scope: Scope): Value {
  const { module } = scope;
  const [first = "", second = "", ...rest] = path;
  const bound = scope.bindings.get(first);
  if (bound) return part(bound, path.slice(1));
  switch (first) {
    case "var":
      return part(module.variable(second), rest);
    case "local":
      return part(module.local(second) ?? text([unknown({ refs: [module.ref(`local.${second}`)] })]), rest);
    case "module":
      return moduleOutput(module, second, rest);
    case "path":
      return pathValue(module, second);
    case "self":
      return scope.block ? module.resource(addressOf(scope.block), path.slice(1), scope) : nothing;
    case "each":
      return each(path.slice(1), scope);
    case "data":
    case "ephemeral":
      return module.resource(path.slice(0, 3).join("."), path.slice(3), scope);
    case "count":
    case "terraform":
      return text([unknown()]);
    default:
      return path.length < 2
        ? text([unknown({ ...natureOfName(first) })])
        : module.resource(`${first}.${second}`, rest, scope);
  }
}

/** A part of a value by its path, as far as both are known. */
export function part(value: Value, path: readonly string[]): Value {
  if (path.length === 0) return value;
  const found = at(value, path);
  if (found) return mapPieces(found, (piece) => taken(piece, path));
  return member(allPieces(value), path);
}

function moduleOutput(module: ModuleInstance, name: string, rest: readonly string[]): Value {
  const steps = rest.filter((step, index) => !(index === 0 && rest.length > 1 && isIndex(step)));
  const [output = "", ...inner] = steps;
  const value = module.child(name)?.output(output);
  const ref = { ...module.ref(`module.${name}`), member: output };
  if (value === undefined) return text([unknown({ refs: [ref], ...natureOfName(steps.at(-1) ?? "") })]);
  return mapPieces(part(value, inner), (piece) => ({ ...piece, refs: [...piece.refs, ref] }));
}

const isIndex = (step: string): boolean => /^(?:\d+|\*)$/.test(step);

function each(path: readonly string[], scope: Scope): Value {
  const source = scope.module.attribute(scope.block?.attributes.get("for_each"));
  const name = path.at(-1) ?? "";
  if (path[0] !== "value" || source === undefined) return text([unknown(path.length > 1 ? natureOfName(name) : {})]);
  const items =
    source.kind === "object" ? [...source.entries.values()] : source.kind === "list" ? source.items : [source];
  const last = items.at(-1);
  const first = items.length > 1 && last ? fork(items[0] ?? last, last, scope) : last;
  if (first === undefined) return text([unknown(natureOfName(name))]);
  return part(first, path.slice(1));
}

function natureOfName(name: string): { nature?: "secret" | "token" } {
  const type = classifyName(name);
  return type === undefined ? {} : { nature: type === "token" ? "token" : "secret" };
}

/** Members of an answer's holder that are the answer itself. */
const WHOLE = /^(?:sensitive_output|response_body|response|result|output|stdout|body|api_response|api_data|json)$/;

/** A member of something of which only the origin is known: of an answer, what its name says; else a hole of that name. */
export function member(of: Text, path: readonly string[]): Value {
  const name = path.filter((step) => !isIndex(step)).at(-1);
  if (name === undefined) return text(blend(of));
  const answer = of.some(
    (piece) => piece.nature === "response" || piece.nature === "token" || piece.nature === "field",
  );
  const nature = natureOfName(name).nature;
  if (answer && WHOLE.test(name)) return text(blend(of));
  if (answer) return text(blend(of, { nature: nature === undefined ? "field" : "token" }));
  const hole = unknown({ refs: uniqueReferences(of.flatMap((piece) => piece.refs)), ...(nature && { nature }) });
  return text([taken(hole, path, true)]);
}
