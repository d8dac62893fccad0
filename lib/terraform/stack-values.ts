import {
  DefaultTokenResolver,
  StringConcat,
  TerraformLocal,
  TerraformStack,
  TerraformVariable,
  Tokenization,
  type IResolvable,
  type IResolveContext,
  type IPostProcessor,
} from "cdktf";
import type { IConstruct } from "constructs";
import { parseTemplate, type Expression } from "./expression";
import { isExpression, textParts } from "./references";

/**
 * What the variables and locals of a stack hold, as they are at one moment: its constructs may change until the next
 * synthesis, so that nothing of it is kept for one.
 *
 * @internal
 */
export class StackValues {
  private readonly variables = new Map<string, TerraformVariable>();
  private readonly locals = new Map<string, TerraformLocal>();
  private readonly nodes: ReadonlySet<IConstruct>;
  private readonly readLocals = new Map<string, unknown>();

  constructor(
    public readonly stack: TerraformStack,
    private readonly others: TerraformStack[] = [],
    private readonly known = new Map<TerraformStack, StackValues>(),
  ) {
    known.set(stack, this);
    const nodes = stack.node.findAll();
    this.nodes = new Set(nodes);
    for (const node of nodes)
      if (node instanceof TerraformVariable) this.variables.set(node.friendlyUniqueId, node);
      else if (node instanceof TerraformLocal) this.locals.set(node.friendlyUniqueId, node);
  }

  /** Whether a construct is still a part of the stack. */
  public has(construct: IConstruct): boolean {
    return this.nodes.has(construct);
  }

  public variable(name: string): TerraformVariable | undefined {
    return this.variables.get(name);
  }

  /** What a local holds, or that part of it which the rest of a reference leads to. */
  public local(name: string, rest: readonly string[]): unknown {
    const local = this.locals.get(name);
    if (local === undefined) return undefined;
    if (!this.readLocals.has(name))
      this.readLocals.set(
        name,
        this.resolved((local.toTerraform() as { locals: Record<string, unknown> }).locals[name]),
      );
    return rest.reduce(
      (value, step) => (isObject(value) && step in value ? value[step] : value),
      this.readLocals.get(name),
    );
  }

  /** The stack that a reference of the judged text leads to, by its number. */
  public other(index: number): StackValues | undefined {
    const stack = this.others[index];
    return stack && (this.known.get(stack) ?? new StackValues(stack, this.others, this.known));
  }

  /** A value as it is judged: as CDKTF synthesizes it, but that a reference to another stack still says what it refers to. */
  public parsed(value: string): Expression {
    return parseTemplate(String(this.resolved(value)));
  }

  private resolved(value: unknown): unknown {
    const resolver = new JudgedResolver(this.stack, this.others);
    return Tokenization.resolve(value, { scope: this.stack, resolver, preparing: false });
  }
}

/** How the path of a reference to another stack begins, before that stack's number. */
export const OTHER_STACK = "other_stack";

class JudgedResolver extends DefaultTokenResolver {
  constructor(
    private readonly stack: TerraformStack,
    private readonly others: TerraformStack[],
  ) {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const { originStack, identifier } = token as Partial<{ originStack: TerraformStack; identifier: string }>;
    if (originStack !== undefined && originStack !== this.stack && identifier !== undefined) {
      const path = `${OTHER_STACK}.${this.numberOf(originStack)}.${identifier}`;
      const within = context.suppressBraces;
      context.suppressBraces = true;
      return within ? path : `\${${path}}`;
    }
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    // CDKTF writes what a Lazy gives into an expression as code. As it is meant, it is quoted text.
    if (context.suppressBraces && typeof resolved === "string" && !isExpression(token) && isLiteral(token, context))
      return JSON.stringify(resolved);
    return resolved;
  }

  private numberOf(stack: TerraformStack): number {
    const at = this.others.indexOf(stack);
    return at >= 0 ? at : this.others.push(stack) - 1;
  }
}

function isLiteral(token: IResolvable, context: IResolveContext): boolean {
  const produced: unknown = token.resolve(context);
  return typeof produced === "string" && textParts(produced).every((part) => !part.reference);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
