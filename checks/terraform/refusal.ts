import type { Expression } from "../configuration/expressions/expression.js";

/** A body of a server that refused: some JSON without a token. */
const REFUSAL = '{"error":"invalid_client"}';

/** What a token endpoint answers to wrong credentials (RFC 6749, section 5.2). */
export const REFUSED: readonly number[] = [400, 401];

/** What a reference is to the request in question. */
export type Part = "status" | "body" | undefined;

/** The expressions that names stand for, and what they are to the request. */
export interface Names {
  readonly partOf: (path: readonly string[]) => Part;
  readonly local: (name: string) => Expression | undefined;
}

type Value = string | number | boolean | null | readonly Value[] | undefined;

const MAX_DEPTH = 30;

/** Whether a condition holds all the same when the request was refused: then it checks nothing. Undefined values tell nothing. */
export const admitsRefusal = (condition: Expression, names: Names): boolean =>
  REFUSED.some((status) => valueOf(condition, { ...names, status }, 0) === true);

interface Scope extends Names {
  readonly status: number;
}

function valueOf(expression: Expression, scope: Scope, depth: number): Value {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (one: Expression | undefined): Value => one && valueOf(one, scope, depth + 1);
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template": {
      const [only, ...rest] = expression.parts;
      if (only === undefined) return "";
      if (rest.length > 0) return undefined;
      return only.kind === "text" ? only.text : only.kind === "interpolation" ? inner(only.expression) : undefined;
    }
    case "reference": {
      const { path } = expression;
      if (path[0] === "local" && path.length === 2) return inner(scope.local(path[1] ?? ""));
      const part = scope.partOf(path);
      return part === "status" ? scope.status : part === "body" ? REFUSAL : undefined;
    }
    case "list":
      return expression.items.map(inner);
    case "conditional": {
      const condition = inner(expression.condition);
      return condition === undefined ? undefined : inner(condition === true ? expression.then : expression.otherwise);
    }
    case "operation":
      return operate(expression.operator, expression.operands.map(inner));
    case "call":
      return call(expression.name, expression.args.map(inner));
    default:
      return undefined;
  }
}

function operate(operator: string, [left, right]: readonly Value[]): Value {
  if (operator === "&&")
    return left === false || right === false ? false : left === true && right === true ? true : undefined;
  if (operator === "||")
    return left === true || right === true ? true : left === false && right === false ? false : undefined;
  if (left === undefined) return undefined;
  if (operator === "!") return typeof left === "boolean" ? !left : undefined;
  if (right === undefined) return undefined;
  if (operator === "==") return same(left, right);
  if (operator === "!=") return !same(left, right);
  return compare(operator, Number(left), Number(right));
}

function compare(operator: string, left: number, right: number): Value {
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "/":
      return left / right;
    default:
      return undefined;
  }
}

/** `200` and `"200"` are compared as Terraform does it only where both are of one type; a provider's type is not known. */
const same = (left: Value, right: Value): boolean => String(left) === String(right);

function call(name: string, args: readonly Value[]): Value {
  const [first, second] = args;
  switch (name) {
    case "contains":
      return Array.isArray(first) && second !== undefined ? first.some((item: Value) => same(item, second)) : undefined;
    case "length":
      return typeof first === "string" || Array.isArray(first) ? first.length : undefined;
    case "can":
      return first === undefined ? undefined : true;
    case "anytrue":
      return Array.isArray(first)
        ? first.reduce<Value>((all, item: Value) => operate("||", [all, item]), false)
        : undefined;
    case "alltrue":
      return Array.isArray(first)
        ? first.reduce<Value>((all, item: Value) => operate("&&", [all, item]), true)
        : undefined;
    case "startswith":
      return first === undefined || second === undefined ? undefined : String(first).startsWith(String(second));
    case "floor":
      return typeof first === "number" ? Math.floor(first) : undefined;
    case "jsondecode":
    case "tostring":
    case "tonumber":
    case "trimspace":
    case "nonsensitive":
    case "try":
      return first;
    default:
      return undefined;
  }
}
