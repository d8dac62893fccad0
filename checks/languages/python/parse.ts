import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import type {
  ArgumentSyntax,
  ClassSyntax,
  EntrySyntax,
  Expression,
  FunctionSyntax,
  ParameterSyntax,
  ProgramSyntax,
  Statement,
  StringPart,
} from "../script/syntax.js";
import { unescaped } from "../script/escapes.js";
import { betweenCommas, TreeReader, withoutBrackets } from "../script/tree.js";

export const parsePython = (source: string): ProgramSyntax =>
  new PythonTree(source).program(parser.parse(source), new Set(["Comment"]));

const OPENING = /^([rbfut]*)("""|'''|"|')/i;

class PythonTree extends TreeReader {
  protected statementsOf(node: SyntaxNode): Statement[] {
    const children = this.children(node);
    switch (node.name) {
      case "ExpressionStatement":
      case "RaiseStatement":
      case "YieldStatement":
        return this.expressions(children).map((expression) => ({ kind: "expression", expression }));
      case "AssignStatement":
      case "UpdateStatement":
        return this.assignment(children);
      case "FunctionDefinition":
        return [{ kind: "function", definition: this.definition(node, "function") }];
      case "ClassDefinition":
        return [{ kind: "class", definition: this.classOf(node) }];
      case "DecoratedStatement":
        return this.statements(children.filter(({ name }) => name !== "Decorator"));
      case "ReturnStatement":
        return [{ kind: "return", value: this.tuple(children.slice(1)) }];
      case "IfStatement":
      case "WhileStatement":
      case "MatchStatement":
      case "AssertStatement":
        return this.looks(children);
      case "ForStatement":
        return [this.loop(children)];
      case "WithStatement":
        return this.handles(children);
      case "ImportStatement":
        return this.imports(children);
      case "ScopeStatement":
        return [
          {
            kind: "global",
            names: children.filter(({ name }) => name === "VariableName").map((name) => this.text(name)),
          },
        ];
      case "TryStatement":
      case "Body":
      case "StatementGroup":
      case "MatchBody":
      case "MatchClause":
      case "⚠":
        return this.statements(children);
      default: {
        const expression = this.expression(node);
        return expression ? [{ kind: "expression", expression }] : [];
      }
    }
  }

  /** Conditions with the branches that follow each. */
  private looks(children: readonly SyntaxNode[]): Statement[] {
    return children.flatMap((child): Statement[] => {
      if (/^(?:Match)?Body$/.test(child.name)) return this.statements([child]);
      const condition = this.expression(child);
      return condition ? [{ kind: "look", condition, branches: [] }] : [];
    });
  }

  private assignment(children: readonly SyntaxNode[]): Statement[] {
    const sides: SyntaxNode[][] = [[]];
    let operator = "=";
    for (const child of children)
      if (child.name === "AssignOp" || child.name === "UpdateOp") {
        operator = this.text(child);
        sides.push([]);
      } else if (child.name !== "TypeDef") sides.at(-1)?.push(child);
    if (sides.length < 2) return [];
    const [value = [], ...targets] = sides.reverse();
    const last = targets[0] && this.tuple(targets[0]);
    if (!last) return [];
    const first: Expression = {
      kind: "assignment",
      target: last,
      operator,
      value: this.tuple(value) ?? this.expressionOrNothing(undefined),
      at: last.at,
    };
    const all = targets.slice(1).reduce((inner: Expression, nodes): Expression => {
      const target = this.tuple(nodes);
      return target ? { kind: "assignment", target, operator: "=", value: inner, at: target.at } : inner;
    }, first);
    return [{ kind: "expression", expression: all }];
  }

  /** One expression, or several with commas between. */
  private tuple(nodes: readonly SyntaxNode[]): Expression | undefined {
    const [first] = nodes;
    if (!nodes.some(({ name }) => name === ",")) {
      const all = this.expressions(nodes);
      return all.length > 1 ? { kind: "parts", parts: all, at: first?.from ?? 0 } : all[0];
    }
    return { kind: "list", items: this.args(nodes), at: first?.from ?? 0 };
  }

  private loop(children: readonly SyntaxNode[]): Statement {
    const at = children.findIndex(({ name }) => name === "in");
    const body = children.findIndex(({ name }) => name === "Body");
    const start = children.findIndex(({ name }) => name === "for") + 1;
    return {
      kind: "each",
      target: this.tuple(children.slice(start, at)) ?? this.expressionOrNothing(undefined),
      over: this.tuple(children.slice(at + 1, body)) ?? this.expressionOrNothing(undefined),
      body: this.statements(children.slice(body)),
    };
  }

  /** `with open(path) as file, other() as one:` */
  private handles(children: readonly SyntaxNode[]): Statement[] {
    const body = children.filter(({ name }) => name === "Body");
    const items = betweenCommas(children.filter(({ name }) => !/^(?:Body|with|async|\(|\))$/.test(name)));
    return [
      ...items.flatMap((item): Statement[] => {
        const value = this.expression(item[0]);
        const target = item[1]?.name === "as" ? this.expression(item[2]) : undefined;
        if (!value) return [];
        return [
          {
            kind: "expression",
            expression: target ? { kind: "assignment", target, operator: "=", value, at: value.at } : value,
          },
        ];
      }),
      ...this.statements(body),
    ];
  }

  private imports(children: readonly SyntaxNode[]): Statement[] {
    const names = (nodes: readonly SyntaxNode[]): { path: string; local: string | undefined }[] =>
      betweenCommas(withoutBrackets(nodes)).map((group) => {
        const as = group.findIndex(({ name }) => name === "as");
        const path = group.slice(0, as < 0 ? undefined : as).map((node) => this.text(node));
        const local = as < 0 ? undefined : group[as + 1];
        return { path: path.join(""), local: local && this.text(local) };
      });
    if (children[0]?.name !== "from")
      return names(children.slice(1)).map(({ path, local }) => ({
        kind: "import",
        path,
        name: undefined,
        local: local ?? path,
      }));
    const at = children.findIndex(({ name }) => name === "import");
    const module = children
      .slice(1, at)
      .map((node) => this.text(node))
      .join("");
    return names(children.slice(at + 1)).map(({ path, local }) => ({
      kind: "import",
      path: module,
      name: path,
      local: local ?? path,
    }));
  }

  private definition(node: SyntaxNode, kind: FunctionSyntax["kind"]): FunctionSyntax {
    const name = this.child(node, "VariableName");
    const body = this.child(node, "Body");
    return {
      name: name ? this.text(name) : "",
      parameters: this.parameters(this.child(node, "ParamList")),
      body: body ? this.statements([body]) : [],
      kind,
    };
  }

  private parameters(list: SyntaxNode | undefined): ParameterSyntax[] {
    if (!list) return [];
    return betweenCommas(withoutBrackets(this.children(list))).flatMap((group) => {
      const name = group.find((node) => node.name === "VariableName");
      const at = group.findIndex((node) => node.name === "AssignOp");
      if (!name) return [];
      return [
        {
          target: { kind: "name" as const, name: this.text(name), at: name.from },
          fallback: at < 0 ? undefined : this.expression(group[at + 1]),
          rest: group[0]?.name === "*" || group[0]?.name === "**",
        },
      ];
    });
  }

  private classOf(node: SyntaxNode): ClassSyntax {
    const name = this.child(node, "VariableName");
    const bases = this.child(node, "ArgList");
    const body = this.child(node, "Body");
    const members = body ? this.children(body) : [];
    return {
      name: name ? this.text(name) : "",
      bases: bases ? this.expressions(this.children(bases)) : [],
      methods: members.flatMap((member) => this.method(member) ?? []),
      fields: members.flatMap((member) => {
        const children = member.name === "AssignStatement" ? this.children(member) : [];
        const at = children.findIndex((child) => child.name === "AssignOp");
        const [target] = children;
        return target && at > 0 ? [{ name: this.text(target), value: this.expressionOrNothing(children[at + 1]) }] : [];
      }),
    };
  }

  private method(node: SyntaxNode): FunctionSyntax | undefined {
    if (node.name === "FunctionDefinition") return this.definition(node, "function");
    if (node.name !== "DecoratedStatement") return undefined;
    const inner = this.child(node, "FunctionDefinition");
    const decorators = this.children(node)
      .filter(({ name }) => name === "Decorator")
      .map((decorator) => this.text(decorator));
    const kind = decorators.some((text) => text.includes("staticmethod"))
      ? "static"
      : decorators.some((text) => /property/.test(text))
        ? "property"
        : "function";
    return inner && this.definition(inner, kind);
  }

  protected expressionOf(node: SyntaxNode): Expression | undefined {
    const at = node.from;
    const children = this.children(node);
    switch (node.name) {
      case "VariableName":
        return { kind: "name", name: this.text(node), at };
      case "Number":
      case "Boolean":
      case "None":
        return { kind: "constant", text: this.text(node), at };
      case "String":
      case "FormatString":
      case "ContinuedString":
        return { kind: "string", parts: this.string(node), at };
      case "MemberExpression":
        return this.member(children, at);
      case "CallExpression":
        return this.call(this.expressionOrNothing(children[0]), this.argsOf(children.at(-1)), at);
      case "BinaryExpression":
        return this.binary(children, at);
      case "ConditionalExpression":
        return {
          kind: "choice",
          then: this.expressionOrNothing(children[0]),
          condition: this.expressionOrNothing(children[2]),
          otherwise: this.expressionOrNothing(children[4]),
          at,
        };
      case "NamedExpression":
        return {
          kind: "assignment",
          target: this.expressionOrNothing(children[0]),
          operator: "=",
          value: this.expressionOrNothing(children[2]),
          at,
        };
      case "DictionaryExpression":
        return { kind: "object", entries: this.entries(withoutBrackets(children)), at };
      case "ArrayExpression":
      case "SetExpression":
      case "TupleExpression":
        return { kind: "list", items: this.args(withoutBrackets(children)), at };
      case "LambdaExpression":
        return this.lambda(node, children);
      case "ParenthesizedExpression":
      case "AwaitExpression":
      case "UnaryExpression":
      case "YieldExpression":
        return this.tuple(withoutBrackets(children));
      default:
        if (node.name.endsWith("ComprehensionExpression")) return this.comprehension(withoutBrackets(children), at);
        if (node.name !== "⚠") return undefined;
        return { kind: "parts", parts: this.expressions(children), at };
    }
  }

  private lambda(node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
    const body = this.expression(children.at(-1));
    const parameters = this.parameters(this.child(node, "ParamList"));
    return {
      kind: "function",
      definition: { name: "", parameters, body: [{ kind: "return", value: body }], kind: "arrow" },
      at: node.from,
    };
  }

  private member(children: readonly SyntaxNode[], at: number): Expression {
    const of = this.expressionOrNothing(children[0]);
    const name = children[2];
    if (children[1]?.name !== "[") return { kind: "member", of, name: name ? this.text(name) : "", at };
    const items = children.slice(2, -1);
    const slices = items.some((item) => item.name === ":");
    return { kind: "index", of, index: slices ? undefined : this.tuple(items), at };
  }

  private binary(children: readonly SyntaxNode[], at: number): Expression {
    const operator = children.slice(1, -1).map((child) => this.text(child));
    return {
      kind: "operation",
      operator: operator.join(" "),
      left: this.expressionOrNothing(children[0]),
      right: this.expressionOrNothing(children.at(-1)),
      at,
    };
  }

  private comprehension(children: readonly SyntaxNode[], at: number): Expression {
    const start = children.findIndex(({ name }) => name === "for" || name === "async");
    const from = children.findIndex(({ name }) => name === "in");
    const [first, , second] = children;
    const item =
      children[1]?.name === ":" && second
        ? { kind: "list" as const, items: this.args([...children.slice(0, 1), second]), at }
        : this.expressionOrNothing(first);
    return {
      kind: "each",
      target: this.tuple(children.slice(start + 1, from)) ?? this.expressionOrNothing(undefined),
      over: this.expressionOrNothing(children[from + 1]),
      item,
      at,
    };
  }

  private argsOf(list: SyntaxNode | undefined): ArgumentSyntax[] {
    return list?.name === "ArgList" ? this.args(withoutBrackets(this.children(list))) : [];
  }

  /** What is between brackets, with names and stars. */
  private args(nodes: readonly SyntaxNode[]): ArgumentSyntax[] {
    const start = nodes[0]?.from ?? 0;
    if (nodes.some(({ name }) => name === "for")) return [{ value: this.comprehension(nodes, start) }];
    return betweenCommas(nodes).flatMap((group): ArgumentSyntax[] => {
      const [first, second] = group;
      if (first && second?.name === "AssignOp")
        return [{ name: this.text(first), value: this.expressionOrNothing(group[2]) }];
      if (first?.name === "*" || first?.name === "**") return [{ name: "**", value: this.expressionOrNothing(second) }];
      return this.expressions(group).map((value) => ({ value }));
    });
  }

  private entries(nodes: readonly SyntaxNode[]): EntrySyntax[] {
    return betweenCommas(nodes).flatMap((group): EntrySyntax[] => {
      if (group[0]?.name === "**") return [{ key: undefined, value: this.expressionOrNothing(group[1]) }];
      const key = this.expression(group[0]);
      return key ? [{ key, value: this.expressionOrNothing(group[2]) }] : [];
    });
  }

  private string(node: SyntaxNode): StringPart[] {
    if (node.name === "ContinuedString") return this.children(node).flatMap((part) => this.string(part));
    const [opening = "", prefix = "", quote = ""] = OPENING.exec(this.text(node)) ?? [];
    const end = this.text(node).endsWith(quote) ? node.to - quote.length : node.to;
    const raw = /r/i.test(prefix);
    const parts: StringPart[] = [];
    let from = node.from + opening.length;
    const characters = (to: number): void => {
      const text = this.text({ from, to });
      const plain = node.name === "FormatString" ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
      if (text !== "") parts.push({ kind: "characters", text: raw ? plain : unescaped(plain), at: from });
    };
    for (const child of this.children(node).filter(({ name }) => name === "FormatReplacement")) {
      characters(child.from);
      const expression = this.expression(this.children(child).find(({ name }) => name !== "{"));
      if (expression) parts.push({ kind: "expression", expression });
      from = child.to;
    }
    characters(Math.max(from, end));
    return parts;
  }
}
