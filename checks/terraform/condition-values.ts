import { SOME_INDEX, SPLAT } from "../configuration/expressions/expression.js";

/** Something that a reference leads to and that is no value itself: the block of a request, or what lies below a name. */
export class Lead {
  public constructor(public readonly follow: (steps: readonly string[]) => Value) {}
}

/** The value of a part of a condition, with a server's refusal in it; undefined where that is not known. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | ReadonlyMap<string, Value> | Lead;

export const isList = <T>(value: T): value is T & readonly T[] => Array.isArray(value);
export const isMembers = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;

/** What lies at a path below a value. */
export function below(value: Value, steps: readonly string[]): Value {
  const [first, ...rest] = steps;
  if (first === undefined) return value;
  if (value instanceof Lead) return value.follow(steps);
  const items = isMembers(value) ? [...value.values()] : isList(value) ? value : undefined;
  if (first === SPLAT && items) return items.map((item) => below(item, rest));
  if (first === SOME_INDEX && items) return below(items[0], rest);
  return below(isMembers(value) ? value.get(first) : isList(value) ? value[Number(first)] : undefined, rest);
}

/** What a `for` goes through; of something unknown one item, whatever that is. */
export function itemsOf(value: Value): readonly (readonly [Value, Value])[] {
  if (isList(value)) return value.map((item, index) => [index, item]);
  if (isMembers(value)) return [...value];
  return [[undefined, value instanceof Lead ? new Lead((steps) => value.follow([SOME_INDEX, ...steps])) : value]];
}

export function operate(operator: string, [left, right]: readonly Value[]): Value {
  if (operator === "&&")
    return left === false || right === false ? false : left === true && right === true ? true : undefined;
  if (operator === "||")
    return left === true || right === true ? true : left === false && right === false ? false : undefined;
  if (!isKnown(left)) return undefined;
  if (operator === "!") return typeof left === "boolean" ? !left : undefined;
  if (!isKnown(right)) return undefined;
  if (operator === "==") return same(left, right);
  if (operator === "!=") return !same(left, right);
  return compare(operator, Number(left), Number(right));
}

type Known = string | number | boolean | null | readonly Known[];

const isKnown = (value: Value): value is Known =>
  isList(value) ? value.every(isKnown) : value !== undefined && !isMembers(value) && !(value instanceof Lead);

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
const same = (left: Known, right: Known): boolean => written(left) === written(right);
const written = (value: Known): string => (isList(value) ? value.map(written).join() : String(value));

/** No list of status codes is longer. */
const MAX_RANGE = 1_000;

export function call(name: string, args: readonly Value[]): Value {
  const [first, second] = args;
  switch (name) {
    case "contains":
      return isList(first) && first.every(isKnown) && isKnown(second)
        ? first.some((item) => same(item, second))
        : undefined;
    case "length":
      if (isMembers(first)) return first.size;
      return typeof first === "string" || isList(first) ? first.length : undefined;
    case "can":
      return first === undefined ? undefined : true;
    case "anytrue":
      return isList(first) ? first.reduce<Value>((all, item) => operate("||", [all, item]), false) : undefined;
    case "alltrue":
      return isList(first) ? first.reduce<Value>((all, item) => operate("&&", [all, item]), true) : undefined;
    case "startswith":
      return isKnown(first) && isKnown(second) ? written(first).startsWith(written(second)) : undefined;
    case "floor":
      return typeof first === "number" ? Math.floor(first) : undefined;
    case "range":
      return typeof first === "number" && typeof second === "number" && second - first <= MAX_RANGE
        ? Array.from({ length: Math.max(0, second - first) }, (_, index) => first + index)
        : undefined;
    case "concat":
      return args.every(isList) ? args.flat() : undefined;
    case "merge":
      return args.every(isMembers) ? new Map(args.flatMap((members) => [...members])) : undefined;
    case "values":
      return isMembers(first) ? [...first.values()] : first;
    case "one":
      return isList(first) ? first[0] : first;
    case "lookup":
      return isKnown(second) ? below(first, [written(second)]) : undefined;
    default:
      return SAME.includes(name) ? first : undefined;
  }
}

/** Functions that give what they were given, as far as a comparison with a status goes. */
const SAME: readonly string[] =
  "jsondecode tostring tonumber trimspace nonsensitive sensitive try toset tolist tomap distinct flatten compact sort reverse".split(
    " ",
  );
