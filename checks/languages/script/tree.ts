import type { SyntaxNode, Tree } from "@lezer/common";
import type { Expression, ProgramSyntax, Statement } from "./syntax.js";

/** Deeper than anybody nests by hand. */
const MAX_DEPTH = 300;

/** A parser's tree on its way to what matters of it. */
export abstract class TreeReader {
  private readonly called = new Set<string>();
  private depth = 0;
  private wasTooDeep = false;

  public constructor(private readonly source: string) {}

  public program(tree: Tree, comments: ReadonlySet<string>): ProgramSyntax {
    const body = this.statements(this.children(tree.topNode));
    return { body, called: this.called, code: this.withoutComments(tree, comments), wasTooDeep: this.wasTooDeep };
  }

  protected abstract statementsOf(node: SyntaxNode): readonly Statement[];
  protected abstract expressionOf(node: SyntaxNode): Expression | undefined;

  protected text(node: SyntaxNode | { readonly from: number; readonly to: number }): string {
    return this.source.slice(node.from, node.to);
  }

  protected children(node: SyntaxNode): SyntaxNode[] {
    const all: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
    return all;
  }

  protected child(node: SyntaxNode, ...names: string[]): SyntaxNode | undefined {
    return this.children(node).find((child) => names.includes(child.name));
  }

  protected statements(nodes: readonly SyntaxNode[]): Statement[] {
    return nodes.flatMap((node) => this.nested(() => this.statementsOf(node)) ?? []);
  }

  /** The expression that a node is; undefined for a keyword or a mark. */
  protected expression(node: SyntaxNode | undefined): Expression | undefined {
    return node && this.nested(() => this.expressionOf(node));
  }

  protected expressionOrNothing(node: SyntaxNode | undefined): Expression {
    return this.expression(node) ?? { kind: "parts", parts: [], at: node?.from ?? 0 };
  }

  protected expressions(nodes: readonly SyntaxNode[]): Expression[] {
    return nodes.flatMap((node) => this.expression(node) ?? []);
  }

  protected call(callee: Expression, args: Extract<Expression, { kind: "call" }>["args"], at: number): Expression {
    if (callee.kind === "name" || callee.kind === "member") this.called.add(callee.name);
    return { kind: "call", callee, args, at };
  }

  private nested<T>(read: () => T): T | undefined {
    if (this.depth >= MAX_DEPTH) {
      this.wasTooDeep = true;
      return undefined;
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  private withoutComments(tree: Tree, comments: ReadonlySet<string>): string {
    const parts: string[] = [];
    let from = 0;
    tree.iterate({
      enter: (node) => {
        if (!comments.has(node.name)) return;
        parts.push(this.source.slice(from, node.from), " ".repeat(node.to - node.from));
        from = node.to;
      },
    });
    return [...parts, this.source.slice(from)].join("");
  }
}

/** What is between commas, even nothing. */
export function separated(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes)
    if (node.name === ",") groups.push([]);
    else groups.at(-1)?.push(node);
  return groups;
}

export const betweenCommas = (nodes: readonly SyntaxNode[]): SyntaxNode[][] =>
  separated(nodes).filter((group) => group.length > 0);

const BRACKETS = new Set(["(", ")", "[", "]", "{", "}"]);
export const withoutBrackets = (nodes: readonly SyntaxNode[]): SyntaxNode[] =>
  nodes.filter(({ name }) => !BRACKETS.has(name));
