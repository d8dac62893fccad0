import { children, type Expression, type ForExpression } from "../configuration/expressions/expression.js";
import { below, call, itemsOf, Lead, operate, type Value } from "./condition-values.js";

/** A body of a server that refused: some JSON without a token. */
const REFUSAL = '{"error":"invalid_client"}';

/** What a token endpoint answers to wrong credentials (RFC 6749, section 5.2). */
export const REFUSED: readonly number[] = [400, 401];

/** What a reference is to the request in question. */
export type Part = "status" | "body" | undefined;

/** What names mean where a condition stands. */
export interface Names {
  readonly partOf: (path: readonly string[]) => Part;
  /** The expression that the beginning of a path stands for, the steps after it, and what names mean there. */
  readonly meaning: (path: readonly string[]) => Meaning | undefined;
}

export interface Meaning {
  readonly expression: Expression;
  readonly rest: readonly string[];
  readonly names: Names;
}

/** Deeper, or with more parts, no condition is that anybody reads. */
const MAX_DEPTH = 30;
const MAX_STEPS = 10_000;

/** Whether a condition looks at the request, and does not hold all the same when that was refused: then it would check nothing. */
export function noticesRefusal(condition: Expression, names: Names): boolean {
  const views = REFUSED.map((status) => new View(status));
  const values = views.map((view) => view.valueOf(condition, { names, bindings: new Map() }, 0));
  return views.some(({ looks }) => looks) && !values.includes(true);
}

interface Scope {
  readonly names: Names;
  /** Names of `for` expressions. */
  readonly bindings: ReadonlyMap<string, Value>;
}

/** A condition as it is after the server has answered with a status. */
class View {
  public looks = false;
  private steps = 0;

  public constructor(private readonly status: number) {}

  public valueOf(expression: Expression, scope: Scope, depth: number): Value {
    if (depth > MAX_DEPTH || ++this.steps > MAX_STEPS) return undefined;
    const inner = (one: Expression): Value => this.valueOf(one, scope, depth + 1);
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "template": {
        const [only, ...rest] = expression.parts;
        const values = children(expression).map(inner);
        if (only === undefined) return "";
        if (rest.length > 0) return undefined;
        return only.kind === "text" ? only.text : only.kind === "interpolation" ? values[0] : undefined;
      }
      case "reference":
        expression.dynamic.forEach(inner);
        return this.referred(expression.path, scope, depth);
      case "list":
        return expression.items.map(inner);
      case "object":
        return new Map(expression.entries.map(({ key, value }) => [keyOf(key) ?? nameFrom(inner(key)), inner(value)]));
      case "for":
        return this.loop(expression, scope, depth);
      case "conditional": {
        const [condition, then, otherwise] = children(expression).map(inner);
        return condition === undefined ? undefined : condition === true ? then : otherwise;
      }
      case "operation":
        return operate(expression.operator, expression.operands.map(inner));
      case "call":
        return call(expression.name, expression.args.map(inner));
      case "access":
        return below(inner(expression.object), expression.path);
      case "unknown":
        return undefined;
    }
  }

  private referred(path: readonly string[], scope: Scope, depth: number): Value {
    const [first = ""] = path;
    if (scope.bindings.has(first)) return below(scope.bindings.get(first), path.slice(1));
    const part = scope.names.partOf(path);
    if (part !== undefined) this.looks = true;
    if (part !== undefined) return part === "status" ? this.status : REFUSAL;
    const meaning = scope.names.meaning(path);
    if (!meaning) return new Lead((steps) => this.referred([...path, ...steps], scope, depth + 1));
    const value = this.valueOf(meaning.expression, { names: meaning.names, bindings: new Map() }, depth + 1);
    return below(value, meaning.rest);
  }

  private loop(
    { item, key, source, condition, keyResult, result, shape }: ForExpression,
    scope: Scope,
    depth: number,
  ): Value {
    const rounds = itemsOf(this.valueOf(source, scope, depth + 1)).map(([name, value]) => {
      const bindings = new Map(scope.bindings).set(item, value);
      if (key !== undefined) bindings.set(key, name);
      const inner = (one: Expression | undefined): Value => one && this.valueOf(one, { ...scope, bindings }, depth + 1);
      return { taken: condition ? inner(condition) : true, key: inner(keyResult), value: inner(result) };
    });
    if (rounds.some(({ taken }) => typeof taken !== "boolean")) return undefined;
    const taken = rounds.filter((round) => round.taken === true);
    return shape === "list"
      ? taken.map(({ value }) => value)
      : new Map(taken.map((round, index) => [typeof round.key === "string" ? round.key : `${index}`, round.value]));
  }
}

const nameFrom = (value: Value): string => (typeof value === "string" || typeof value === "number" ? `${value}` : "");

/** `{ name = value }`, where the name is no reference. */
const keyOf = (key: Expression): string | undefined =>
  key.kind === "reference" && key.path.length === 1 ? key.path[0] : undefined;
