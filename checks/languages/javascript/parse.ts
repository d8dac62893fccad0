import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { unescaped } from "../script/escapes.js";
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
import { betweenCommas, separated, TreeReader, withoutBrackets } from "../script/tree.js";

const typescript = parser.configure({ dialect: "ts" });

/** JavaScript, and TypeScript without its types. */
export const parseJavaScript = (source: string): ProgramSyntax =>
  new JavaScriptTree(source).program(typescript.parse(source), new Set(["LineComment", "BlockComment"]));

const TYPES =
  /^(?:TypeAnnotation|TypeParamList|TypeArgList|TypeName|ParameterizedType|Optional|Privacy|Readonly|Decorator|LineComment|BlockComment)$/;
const NOTHING: Expression = { kind: "constant", text: "undefined", at: 0 };
const NAMES = /^(?:VariableName|VariableDefinition)$/;
const PROPERTY_NAMES = /^(?:Private)?Property(?:Name|Definition)$/;

class JavaScriptTree extends TreeReader {
  protected override children(node: SyntaxNode): SyntaxNode[] {
    return super.children(node).filter(({ name }) => !TYPES.test(name));
  }

  protected statementsOf(node: SyntaxNode): Statement[] {
    const children = this.children(node);
    switch (node.name) {
      case "VariableDeclaration":
        return betweenCommas(children.slice(1)).flatMap((group): Statement[] => {
          const at = group.findIndex(({ name }) => name === "Equals");
          const target = this.expressionOrNothing(group[0]);
          const value = at < 0 ? NOTHING : this.expressionOrNothing(group[at + 1]);
          return [{ kind: "declaration", target, value }];
        });
      case "FunctionDeclaration":
        return [{ kind: "function", definition: this.definition(node, "function") }];
      case "ClassDeclaration":
        return [{ kind: "class", definition: this.classOf(node) }];
      case "ReturnStatement":
        return [{ kind: "return", value: this.expression(children[1]) }];
      case "IfStatement":
      case "WhileStatement":
      case "DoStatement":
      case "SwitchStatement":
        return this.looks(children);
      case "ForStatement":
        return this.loop(children);
      case "ImportDeclaration":
        return this.imports(children);
      case "ExportDeclaration":
        return this.exports(children);
      case "ExpressionStatement":
      case "ThrowStatement":
      case "Block":
      case "TryStatement":
      case "CatchClause":
      case "FinallyClause":
      case "SwitchBody":
      case "CaseLabel":
      case "LabeledStatement":
      case "⚠":
        return this.statements(children);
      default: {
        const expression = this.expression(node);
        return expression ? [{ kind: "expression", expression }] : [];
      }
    }
  }

  private looks(children: readonly SyntaxNode[]): Statement[] {
    const condition = children.find(({ name }) => name === "ParenthesizedExpression");
    const branches = children.filter((child) => child !== condition && child.name !== "Label");
    return [
      { kind: "look", condition: this.expressionOrNothing(condition), branches: this.statements(branches.slice(1)) },
    ];
  }

  private loop(children: readonly SyntaxNode[]): Statement[] {
    const spec = children.find(({ name }) => /^For\w*Spec$/.test(name));
    const body = this.statements(children.filter((child) => child !== spec && child.name !== "for"));
    const parts = spec ? withoutBrackets(this.children(spec)) : [];
    const at = parts.findIndex(({ name }) => name === "of" || name === "in");
    if (at < 0) return [...this.statements(parts), ...body];
    const target = this.expressionOrNothing(parts[at - 1]);
    return [{ kind: "each", target, over: this.expressionOrNothing(parts[at + 1]), body }];
  }

  private imports(children: readonly SyntaxNode[]): Statement[] {
    const from = children.find(({ name }) => name === "String");
    if (!from) return [];
    const path = this.text(from).slice(1, -1);
    const whole = children.filter(({ name }) => name === "VariableDefinition");
    const group = children.find(({ name }) => name === "ImportGroup");
    const named = group ? betweenCommas(withoutBrackets(this.children(group))) : [];
    const all: Statement[] = [
      ...whole.map((local): Statement => ({ kind: "import", path, name: undefined, local: this.text(local) })),
      ...named.flatMap((names): Statement[] => {
        const [first, last] = [names[0], names.at(-1)];
        return first && last ? [{ kind: "import", path, name: this.text(first), local: this.text(last) }] : [];
      }),
    ];
    return all.length > 0 ? all : [{ kind: "import", path, name: undefined, local: "" }];
  }

  private exports(children: readonly SyntaxNode[]): Statement[] {
    const given = this.givenOn(children);
    if (given) return given;
    const isDefault = children.some(({ name }) => name === "default");
    const inner = children.filter(({ name }) => !/^(?:export|default|ExportGroup|from|String|Star|as|;)$/.test(name));
    const statements = this.statements(inner);
    const [only] = statements;
    if (!isDefault || only?.kind !== "expression") return statements;
    const at = only.expression.at;
    return [{ kind: "declaration", target: { kind: "name", name: "default", at }, value: only.expression }];
  }

  /** `export * from "./a.js"`, `export { a as b } from "./a.js"`, `export { a as b }`. */
  private givenOn(children: readonly SyntaxNode[]): Statement[] | undefined {
    const from = children.find(({ name }) => name === "String");
    const path = from && this.text(from).slice(1, -1);
    if (path !== undefined && children.some(({ name }) => name === "Star"))
      return [{ kind: "import", path, name: "*", local: "" }];
    const group = children.find(({ name }) => name === "ExportGroup");
    if (!group) return undefined;
    return betweenCommas(withoutBrackets(this.children(group))).flatMap(([first, ...rest]): Statement[] => {
      const last = rest.at(-1) ?? first;
      if (!first || !last) return [];
      const [name, local] = [this.text(first), this.text(last)];
      if (path !== undefined) return [{ kind: "import", path, name, local }];
      return name === local ? [] : [{ kind: "declaration", target: this.named(last), value: this.named(first) }];
    });
  }

  private definition(node: SyntaxNode, kind: FunctionSyntax["kind"], named?: string): FunctionSyntax {
    const children = this.children(node);
    const name = children.find((child) => NAMES.test(child.name) || PROPERTY_NAMES.test(child.name));
    const block = this.child(node, "Block");
    const last = children.at(-1);
    const body: Statement[] = block
      ? this.statements([block])
      : [{ kind: "return", value: node.name === "ArrowFunction" ? this.expression(last) : undefined }];
    return {
      name: named ?? (name && node.name !== "ArrowFunction" ? this.text(name) : ""),
      parameters: this.parameters(this.child(node, "ParamList")),
      body,
      kind,
    };
  }

  private parameters(list: SyntaxNode | undefined): ParameterSyntax[] {
    if (!list) return [];
    return betweenCommas(this.children(list).filter(({ name }) => name !== "(" && name !== ")")).flatMap((group) => {
      const rest = group[0]?.name === "Spread";
      const target = this.expression(group[rest ? 1 : 0]);
      const at = group.findIndex(({ name }) => name === "Equals");
      return target ? [{ target, fallback: at < 0 ? undefined : this.expression(group[at + 1]), rest }] : [];
    });
  }

  private classOf(node: SyntaxNode): ClassSyntax {
    const children = this.children(node);
    const name = this.child(node, "VariableDefinition");
    const at = children.findIndex((child) => child.name === "extends");
    const body = this.child(node, "ClassBody");
    const members = body ? this.children(body) : [];
    return {
      name: name ? this.text(name) : "",
      bases: at < 0 ? [] : this.expressions(children.slice(at + 1, at + 2)),
      methods: members
        .filter((member) => member.name === "MethodDeclaration")
        .map((member) =>
          this.definition(
            member,
            this.child(member, "static") ? "static" : this.child(member, "get") ? "property" : "function",
          ),
        ),
      fields: members.flatMap((member) => {
        const parts = member.name === "PropertyDeclaration" ? this.children(member) : [];
        const field = parts.find((part) => PROPERTY_NAMES.test(part.name));
        const equals = parts.findIndex((part) => part.name === "Equals");
        return field && equals > 0
          ? [{ name: this.text(field), value: this.expressionOrNothing(parts[equals + 1]) }]
          : [];
      }),
    };
  }

  protected expressionOf(node: SyntaxNode): Expression | undefined {
    const children = this.children(node);
    return this.atom(node) ?? this.operationOf(node, children) ?? this.collection(node, children);
  }

  /** Names, constants, strings and definitions. */
  private atom(node: SyntaxNode): Expression | undefined {
    const at = node.from;
    switch (node.name) {
      case "VariableName":
      case "VariableDefinition":
        if (this.text(node) === "undefined") return { kind: "constant", text: "undefined", at };
        return { kind: "name", name: this.text(node), at };
      case "this":
      case "super":
        return { kind: "name", name: node.name, at };
      case "Number":
      case "BooleanLiteral":
      case "null":
        return { kind: "constant", text: this.text(node), at };
      case "String":
      case "TemplateString":
        return { kind: "string", parts: this.string(node), at };
      case "ArrowFunction":
        return { kind: "function", definition: this.definition(node, "arrow"), at };
      case "FunctionExpression":
        return { kind: "function", definition: this.definition(node, "function"), at };
      case "ClassExpression":
        return { kind: "class", definition: this.classOf(node), at };
      default:
        return undefined;
    }
  }

  /** What is done with other expressions. */
  private operationOf({ name, from: at }: SyntaxNode, children: readonly SyntaxNode[]): Expression | undefined {
    switch (name) {
      case "MemberExpression":
        return this.member(children, at);
      case "CallExpression":
        return this.callOf(children, at);
      case "NewExpression":
        return this.callOf(children.slice(1), at);
      case "DynamicImport":
        return {
          kind: "module",
          path: this.text(children.find((child) => child.name === "String") ?? { from: 0, to: 0 }).slice(1, -1),
          at,
        };
      case "BinaryExpression":
        return this.binary(children, at);
      case "ConditionalExpression":
        return {
          kind: "choice",
          condition: this.expressionOrNothing(children[0]),
          then: this.expressionOrNothing(children[2]),
          otherwise: this.expressionOrNothing(children[4]),
          at,
        };
      case "AssignmentExpression":
        return {
          kind: "assignment",
          target: this.expressionOrNothing(children[0]),
          operator: this.text(children[1] ?? { from: 0, to: 0 }),
          value: this.expressionOrNothing(children.at(-1)),
          at,
        };
      case "TaggedTemplateExpression":
        return this.call(this.expressionOrNothing(children[0]), [{ value: this.expressionOrNothing(children[1]) }], at);
      default:
        return undefined;
    }
  }

  /** What holds other expressions. */
  private collection({ name, from: at }: SyntaxNode, children: readonly SyntaxNode[]): Expression | undefined {
    switch (name) {
      case "ObjectExpression":
        return {
          kind: "object",
          entries: betweenCommas(this.unbraced(children)).flatMap((group) => this.entry(group[0])),
          at,
        };
      case "ObjectPattern":
        return {
          kind: "object",
          entries: betweenCommas(this.unbraced(children)).flatMap((group) => this.patternEntry(group[0])),
          at,
        };
      case "ArrayExpression":
      case "ArrayPattern":
        return { kind: "list", items: this.items(withoutBrackets(children)), at };
      case "ParenthesizedExpression":
      case "AwaitExpression":
      case "UnaryExpression":
      case "YieldExpression":
      case "PostfixExpression":
      case "PrefixCast":
        return this.expressions(children).at(-1);
      case "SequenceExpression":
      case "⚠":
        return { kind: "parts", parts: this.expressions(children), at };
      default:
        return undefined;
    }
  }

  private unbraced(children: readonly SyntaxNode[]): SyntaxNode[] {
    return children.filter(({ name }) => name !== "{" && name !== "}");
  }

  private member(children: readonly SyntaxNode[], at: number): Expression {
    const of = this.expressionOrNothing(children[0]);
    const name = children.find((child) => PROPERTY_NAMES.test(child.name));
    if (name) return { kind: "member", of, name: this.text(name), at };
    const index = children[children.findIndex((child) => child.name === "[") + 1];
    return { kind: "index", of, index: this.expression(index), at };
  }

  private callOf(children: readonly SyntaxNode[], at: number): Expression {
    const list = children.find(({ name }) => name === "ArgList");
    const args = list ? this.args(this.children(list)) : [];
    const [callee] = children;
    const path = args[0]?.value;
    if (callee && this.text(callee) === "require" && path?.kind === "string" && path.parts[0]?.kind === "characters")
      return { kind: "module", path: path.parts[0].text, at };
    return this.call(this.expressionOrNothing(callee), args, at);
  }

  private binary(children: readonly SyntaxNode[], at: number): Expression | undefined {
    const [left, operator, right] = children;
    if (operator?.name === "as" || operator?.name === "satisfies") return this.expression(left);
    return {
      kind: "operation",
      operator: operator ? this.text(operator) : "",
      left: this.expressionOrNothing(left),
      right: this.expressionOrNothing(right),
      at,
    };
  }

  private args(nodes: readonly SyntaxNode[]): ArgumentSyntax[] {
    return betweenCommas(withoutBrackets(nodes)).flatMap((group) => {
      const value = this.expression(group.find(({ name }) => name !== "Spread"));
      return value ? [group[0]?.name === "Spread" ? { name: "**", value } : { value }] : [];
    });
  }

  /** As they are in an array, where `[, x]` leaves one out. */
  private items(nodes: readonly SyntaxNode[]): ArgumentSyntax[] {
    return separated(nodes).flatMap((group, index, all) =>
      group.length > 0 || index === all.length - 1
        ? this.args(group)
        : [{ value: this.expressionOrNothing(undefined) }],
    );
  }

  private entry(property: SyntaxNode | undefined): EntrySyntax[] {
    if (property?.name !== "Property") return [];
    const children = this.children(property);
    const [first] = children;
    if (first?.name === "Spread") return [{ key: undefined, value: this.expressionOrNothing(children[1]) }];
    const name = children.find((child) => PROPERTY_NAMES.test(child.name));
    if (this.child(property, "ParamList"))
      return [
        {
          key: this.key(name ?? first),
          value: {
            kind: "function",
            definition: this.definition(property, this.child(property, "get") ? "property" : "function"),
            at: property.from,
          },
        },
      ];
    const colon = children.findIndex((child) => child.name === ":");
    if (colon < 0) return name ? [{ key: this.key(name), value: this.named(name) }] : [];
    const key = first?.name === "[" ? this.expressionOrNothing(children[1]) : this.key(first);
    return [{ key, value: this.expressionOrNothing(children[colon + 1]) }];
  }

  /** `{ a, b: c, ...rest }` on the left side. */
  private patternEntry(property: SyntaxNode | undefined): EntrySyntax[] {
    const children = property ? this.children(property) : [];
    const [first] = children;
    if (!first) return [];
    if (first.name === "Spread") return [{ key: undefined, value: this.expressionOrNothing(children[1]) }];
    const colon = children.findIndex((child) => child.name === ":");
    const value = colon < 0 ? this.named(first) : this.expressionOrNothing(children[colon + 1]);
    return [{ key: this.key(first), value }];
  }

  private named(node: SyntaxNode): Expression {
    return { kind: "name", name: this.text(node), at: node.from };
  }

  private key(node: SyntaxNode | undefined): Expression {
    const at = node?.from ?? 0;
    if (node?.name === "String") return this.expressionOrNothing(node);
    return { kind: "string", parts: [{ kind: "characters", text: node ? this.text(node) : "", at }], at };
  }

  private string(node: SyntaxNode): StringPart[] {
    const quote = this.text(node)[0] ?? "";
    const closed = node.to - node.from > 1 && this.text(node).endsWith(quote);
    const end = closed ? node.to - 1 : node.to;
    const parts: StringPart[] = [];
    let from = node.from + 1;
    const characters = (to: number): void => {
      const text = this.text({ from, to });
      if (text !== "") parts.push({ kind: "characters", text: unescaped(text), at: from });
    };
    for (const child of this.children(node).filter(({ name }) => name === "Interpolation")) {
      characters(child.from);
      const [expression] = this.expressions(this.children(child));
      if (expression) parts.push({ kind: "expression", expression });
      from = child.to;
    }
    characters(Math.max(from, end));
    return parts;
  }
}
