/** An expression of Terraform's language; `at` is the offset in the text that it was parsed from. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: "template"; readonly parts: readonly TemplatePart[]; readonly at: number }
  | {
      readonly kind: "reference";
      readonly path: readonly string[];
      readonly dynamic: readonly Expression[];
      readonly at: number;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]; readonly at: number }
  | { readonly kind: "list"; readonly items: readonly Expression[]; readonly at: number }
  | { readonly kind: "object"; readonly entries: readonly Entry[]; readonly at: number }
  | ForExpression
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly at: number;
    }
  | {
      readonly kind: "operation";
      readonly operator: string;
      readonly operands: readonly Expression[];
      readonly at: number;
    }
  | {
      readonly kind: "access";
      readonly object: Expression;
      readonly path: readonly string[];
      readonly dynamic: readonly Expression[];
      readonly at: number;
    }
  | { readonly kind: "unknown"; readonly at: number };

export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression {
  readonly kind: "for";
  readonly shape: "list" | "object";
  readonly key: string | undefined;
  readonly item: string;
  readonly source: Expression;
  readonly keyResult: Expression | undefined;
  readonly result: Expression;
  readonly condition: Expression | undefined;
  readonly at: number;
}

export type TemplatePart =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "interpolation"; readonly expression: Expression }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: readonly TemplatePart[];
      readonly otherwise: readonly TemplatePart[];
    }
  | {
      readonly kind: "each";
      readonly key: string | undefined;
      readonly item: string;
      readonly source: Expression;
      readonly body: readonly TemplatePart[];
    };

/** Steps of a path that no name can be: of each item (`[*]`, `.*`), and of an index that is not known. */
export const SPLAT = "[*]";
export const SOME_INDEX = "[?]";

/** Whether a step of a path picks items, and names no attribute. */
export const isIndex = (step: string): boolean => step === SPLAT || step === SOME_INDEX || /^\d+$/.test(step);

/** Every expression directly inside the given one, for walks that look for references. */
export function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "literal":
    case "unknown":
      return [];
    case "template":
      return expression.parts.flatMap(partChildren);
    case "reference":
      return [...expression.dynamic];
    case "call":
      return [...expression.args];
    case "list":
      return [...expression.items];
    case "object":
      return expression.entries.flatMap((entry) => [entry.key, entry.value]);
    case "for":
      return [expression.source, expression.keyResult, expression.result, expression.condition].filter(
        (e) => e !== undefined,
      );
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
    case "operation":
      return [...expression.operands];
    case "access":
      return [expression.object, ...expression.dynamic];
  }
}

function partChildren(part: TemplatePart): Expression[] {
  switch (part.kind) {
    case "text":
      return [];
    case "interpolation":
      return [part.expression];
    case "if":
      return [part.condition, ...part.then.flatMap(partChildren), ...part.otherwise.flatMap(partChildren)];
    case "each":
      return [part.source, ...part.body.flatMap(partChildren)];
  }
}

/** Whether an expression says its value itself: it refers to nothing, calls nothing, and is understood. */
export function isConstant(expression: Expression): boolean {
  const rest: Expression[] = [expression];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.kind === "reference" || next.kind === "call" || next.kind === "unknown") return false;
    for (const child of children(next)) rest.push(child);
  }
  return true;
}

/** All references in an expression, such as `["var", "client_secret"]`. */
export function referencesIn(expression: Expression): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const rest: Expression[] = [expression];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.kind === "reference") found.push(next.path);
    for (const child of children(next)) rest.push(child);
  }
  return found;
}
