import type { TerraformVariable } from "cdktf";
import { parseTemplate, type Expression } from "./expression";
import { CHOOSING_ARGUMENTS } from "./functions";
import { OTHER_STACK, type StackValues } from "./stack-values";

/** One thing that a value is made of. */
export type Component =
  /** Literal text that becomes a part of the value. */
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable"; readonly variable: TerraformVariable; readonly otherStack: boolean }
  /** Any other reference, such as an attribute. */
  | { readonly kind: "reference"; readonly path: readonly string[]; readonly otherStack: boolean }
  /** A call of Terraform's `sensitive`. */
  | { readonly kind: "sensitive" };

/** What is left out of a walk. */
export interface Walk {
  /** Calls whose arguments say nothing. */
  readonly without?: ReadonlySet<string>;
  /** Whether what a value is only chosen by counts too. */
  readonly choices: boolean;
}

/**
 * What a value is made of, followed through the locals of its stack and of other stacks.
 *
 * @internal
 */
export function componentsOf(values: StackValues, value: string, walk: Walk): Component[] {
  return [...componentsOfExpression(values, values.parsed(value), walk, { otherStack: false, locals: new Set() })];
}

interface Trail {
  readonly otherStack: boolean;
  /** The locals that led here. Terraform refuses a circle of them, but only when it runs. */
  readonly locals: ReadonlySet<string>;
}

function* componentsOfExpression(
  values: StackValues,
  expression: Expression,
  walk: Walk,
  trail: Trail,
): Iterable<Component> {
  const follow = (parts: readonly Expression[]) =>
    parts.flatMap((part) => [...componentsOfExpression(values, part, walk, trail)]);
  switch (expression.kind) {
    case "text":
      yield { kind: "literal", text: expression.text };
      return;
    case "made":
      yield* follow(expression.of);
      // Literals that choose are no part of the value.
      if (walk.choices) yield* follow(expression.by);
      return;
    case "call": {
      if (walk.without?.has(expression.name)) return;
      if (expression.name === "sensitive") yield { kind: "sensitive" };
      const choosing = CHOOSING_ARGUMENTS[expression.name] ?? [];
      yield* follow(expression.args.filter((_, index) => walk.choices || !choosing.includes(index)));
      return;
    }
    case "reference":
      yield* componentsOfReference(values, expression.path, walk, trail);
  }
}

function* componentsOfReference(
  values: StackValues,
  path: readonly string[],
  walk: Walk,
  trail: Trail,
): Iterable<Component> {
  const [root = "", name = "", ...rest] = path;
  if (root === OTHER_STACK) {
    const other = values.other(Number(name));
    if (other) yield* componentsOfReference(other, rest, walk, { ...trail, otherStack: true });
    return;
  }
  const variable = root === "var" ? values.variable(name) : undefined;
  if (variable) {
    yield { kind: "variable", variable, otherStack: trail.otherStack };
    return;
  }
  const local = root === "local" ? values.local(name, rest) : undefined;
  if (local === undefined) {
    if (path.length > 1) yield { kind: "reference", path, otherStack: trail.otherStack };
    return;
  }
  const key = `${values.stack.node.path} ${path.join(".")}`;
  if (trail.locals.has(key)) return;
  const further = { ...trail, locals: new Set([...trail.locals, key]) };
  for (const text of textsOf(local)) yield* componentsOfExpression(values, parseTemplate(text), walk, further);
}

/** All texts of a value of Terraform's JSON; its keys are no part of what its members hold. */
function textsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
