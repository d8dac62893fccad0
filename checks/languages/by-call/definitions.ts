import type { ClassSyntax, Expression, FunctionSyntax, ParameterSyntax, Statement } from "../script/syntax.js";

/** A function that gives its last value, where its language has it so. */
export function definition(
  name: string,
  parameters: readonly ParameterSyntax[],
  body: readonly Statement[],
  givesLast: boolean,
  kind: FunctionSyntax["kind"] = "function",
): FunctionSyntax {
  const taken = parameters.length > 0 ? { parameters, body } : takenApart(body);
  return { name, parameters: taken.parameters, body: givesLast ? givingLast(taken.body) : taken.body, kind };
}

export const parameter = (name: string, at: number, fallback?: Expression, rest = false): ParameterSyntax => ({
  target: { kind: "name", name, at },
  fallback,
  rest,
});

export const classOf = (name: string, methods: readonly FunctionSyntax[]): ClassSyntax => ({
  name,
  bases: [],
  methods,
  fields: [],
});

/** `my ($id, $secret) = @_;` and `my $id = shift;` name what a function of Perl is called with. */
function takenApart(body: readonly Statement[]): Pick<FunctionSyntax, "parameters" | "body"> {
  const parameters: ParameterSyntax[] = [];
  let from = 0;
  for (const statement of body) {
    const expression = statement.kind === "expression" ? statement.expression : undefined;
    if (expression?.kind !== "assignment") break;
    const { target, value } = expression;
    const given = value.kind === "call" ? value.callee : value;
    if (given.kind !== "name" || (given.name !== "_" && given.name !== "shift")) break;
    const targets = target.kind === "list" ? target.items.map((item) => item.value) : [target];
    for (const one of targets) parameters.push({ target: one, fallback: undefined, rest: false });
    from++;
  }
  // What a method is called on comes first.
  const [first] = parameters;
  const own = first?.target.kind === "name" && /^(?:this|class|self)$/.test(first.target.name) ? 1 : 0;
  return { parameters: parameters.slice(own), body: body.slice(from) };
}

export function givingLast(body: readonly Statement[]): readonly Statement[] {
  const last = body.at(-1);
  if (!last) return body;
  const before = body.slice(0, -1);
  switch (last.kind) {
    case "expression":
      return [...before, { kind: "return", value: last.expression }];
    case "look":
      return [...before, { ...last, branches: givingLast(last.branches) }];
    case "block":
      return [...before, { ...last, body: givingLast(last.body) }];
    default:
      return body;
  }
}

/** Statements whose last value is taken: `x = if … end`. */
export const valueOf = (body: readonly Statement[], at: number): Expression => ({
  kind: "call",
  callee: { kind: "function", definition: { name: "", parameters: [], body: givingLast(body), kind: "arrow" }, at },
  args: [],
  at,
});

export const assigned = (target: Expression, value: Expression): Statement => ({
  kind: "expression",
  expression: { kind: "assignment", target, operator: "=", value, at: target.at },
});
