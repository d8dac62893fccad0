import {
  SOME_INDEX,
  SPLAT,
  type Expression,
  type TemplatePart,
} from "../../checks/configuration/expressions/expression.js";
import { FUNCTIONS, member } from "./functions.js";
import { NotKnown, textOf, type Value } from "./value.js";

/** What the names of a stack stand for. */
export interface Names {
  /** @throws NotKnown */
  readonly variable: (name: string) => Value;
  /** @throws NotKnown */
  readonly local: (name: string) => Value;
  readonly workspace: string;
  /** Where Terraform runs: the stack's folder. */
  readonly workingDirectory: string;
}

/**
 * The value of an expression, as far as it is known without Terraform.
 *
 * @throws NotKnown that says what it lacks
 */
export function evaluate(expression: Expression, names: Names): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return template(expression.parts, names);
    case "reference":
      return reference(expression, names);
    case "call":
      return call(expression.name, expression.args, names);
    case "list":
      return expression.items.map((item) => evaluate(item, names));
    case "object":
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [textOf(evaluate(key, names)), evaluate(value, names)]),
      );
    case "conditional":
      return isTrue(evaluate(expression.condition, names))
        ? evaluate(expression.then, names)
        : evaluate(expression.otherwise, names);
    case "operation":
      return operation(expression.operator, expression.operands, names);
    case "access":
      return walk(evaluate(expression.object, names), expression.path, "the value");
    case "for":
      throw new NotKnown("only Terraform evaluates a for expression");
    case "unknown":
      throw new NotKnown("an expression cannot be read");
  }
}

function template(parts: readonly TemplatePart[], names: Names): Value {
  const [only] = parts;
  // A template of nothing but one interpolation is that value itself, whatever its type.
  if (parts.length === 1 && only?.kind === "interpolation") return evaluate(only.expression, names);
  return parts.map((part) => partOf(part, names)).join("");
}

function partOf(part: TemplatePart, names: Names): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "interpolation":
      return textOf(evaluate(part.expression, names));
    case "if":
      return (isTrue(evaluate(part.condition, names)) ? part.then : part.otherwise)
        .map((inner) => partOf(inner, names))
        .join("");
    case "each":
      throw new NotKnown("only Terraform evaluates a for directive");
  }
}

function reference({ path, dynamic }: Extract<Expression, { kind: "reference" }>, names: Names): Value {
  const [root = "", name = "", ...rest] = path;
  const shown = path.join(".").replaceAll(".[", "[");
  const open = path.filter((step) => step === SOME_INDEX).length;
  if (path.includes(SPLAT) || open !== dynamic.length) throw new NotKnown(`only Terraform evaluates ${shown}`);
  const indices = dynamic.map((index) => textOf(evaluate(index, names)));
  const steps = rest.map((step) => (step === SOME_INDEX ? (indices.shift() ?? "") : step));
  if (root === "var") return walk(names.variable(name), steps, `var.${name}`);
  if (root === "local") return walk(names.local(name), steps, `local.${name}`);
  if (root === "path" && (name === "module" || name === "root")) return ".";
  if (root === "path" && name === "cwd") return names.workingDirectory;
  if (root === "terraform" && name === "workspace") return names.workspace;
  throw new NotKnown(`only Terraform knows ${shown}`);
}

function walk(value: Value, steps: readonly string[], what: string): Value {
  return steps.reduce<Value>((object, step) => {
    const found = member(object, step);
    if (found === undefined) throw new NotKnown(`${what} has no member "${step}"`, true);
    return found;
  }, value);
}

function call(name: string, args: readonly Expression[], names: Names): Value {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) throw new NotKnown(`only Terraform evaluates ${name}()`);
  return known(
    args.map((arg) => evaluate(arg, names)),
    names.workingDirectory,
  );
}

function operation(operator: string, operands: readonly Expression[], names: Names): Value {
  const value = (at: number): Value => {
    const operand = operands[at];
    if (!operand) throw new NotKnown("an expression cannot be read");
    return evaluate(operand, names);
  };
  switch (operator) {
    case "!":
      return !isTrue(value(0));
    case "&&":
      return isTrue(value(0)) && isTrue(value(1));
    case "||":
      return isTrue(value(0)) || isTrue(value(1));
    case "==":
      return JSON.stringify(value(0)) === JSON.stringify(value(1));
    case "!=":
      return JSON.stringify(value(0)) !== JSON.stringify(value(1));
  }
  throw new NotKnown(`only Terraform evaluates the operator ${operator}`);
}

function isTrue(value: Value): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new NotKnown("a condition is neither true nor false", true);
}
