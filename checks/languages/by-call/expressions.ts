import type { ArgumentSyntax, EntrySyntax, Expression, FunctionSyntax, StringPart } from "../script/syntax.js";
import type { Cursor } from "./cursor.js";
import type { Dialect } from "./dialect.js";
import { ASSIGNMENT, ASSIGNMENTS, bindingOf, operatorOf, TERNARY } from "./operators.js";
import type { Token } from "./tokens.js";

const CONSTANTS: Readonly<Record<string, string>> = { nil: "null", null: "null", NULL: "null", undef: "null" };
const TRUTH = /^(?:true|false)$/i;
/** Words that end an expression, or begin what belongs to its statement. */
const ENDS = new Set(
  "if unless while until do then end rescue ensure else elsif elseif when in for foreach and or not eq ne lt gt le ge cmp xor as instanceof".split(
    " ",
  ),
);
const PREFIXES = ["!", "-", "+", "~", "&", "*", "**", "\\", "@", "<-", "++", "--", "%"];

/** Reads expressions: calls, what they are called with, and what texts are made of. */
export abstract class ExpressionParser {
  protected readonly called = new Set<string>();

  protected constructor(
    protected readonly dialect: Dialect,
    protected readonly cursor: Cursor,
  ) {}

  protected abstract code(text: string, at: number): Expression;
  protected abstract functionAt(token: Token): FunctionSyntax;
  /** The block that a call is given: `do |x| … end`, `{ |x| … }`. */
  protected abstract blockArgument(): Expression | undefined;
  /** A statement in the place of a value: `x = if … end`. */
  protected abstract statementValue(): Expression | undefined;

  protected expression(binding = 0): Expression {
    return this.cursor.nested(() => this.binary(binding), this.nothing());
  }

  private nothing(): Expression {
    return { kind: "parts", parts: [], at: this.cursor.peek().at };
  }

  private binary(least: number): Expression {
    const { cursor, dialect } = this;
    let left = this.unary();
    for (;;) {
      const token = cursor.peek();
      const binding = bindingOf(token, dialect);
      if (binding !== undefined && binding >= least) {
        cursor.next();
        cursor.skipLines();
        const right = this.expression(binding + 1);
        left = { kind: "operation", operator: operatorOf(token.text, dialect), left, right, at: token.at };
      } else if (token.kind === "mark" && ASSIGNMENTS.includes(token.text) && least <= ASSIGNMENT) {
        cursor.next();
        cursor.skipLines();
        const operator = token.text === ":=" || token.text === "<<=" ? "=" : token.text === ".=" ? "+=" : token.text;
        left = { kind: "assignment", target: left, operator, value: this.expression(ASSIGNMENT), at: token.at };
      } else if (cursor.is("?") && least <= TERNARY) left = this.choice(left);
      else return left;
    }
  }

  private choice(condition: Expression): Expression {
    const { at } = this.cursor.next();
    this.cursor.skipLines();
    const then = this.cursor.is(":") ? condition : this.expression(TERNARY);
    this.cursor.skipLines();
    const otherwise = this.cursor.take(":") ? this.expression(TERNARY) : this.nothing();
    return { kind: "choice", condition, then, otherwise, at };
  }

  private unary(): Expression {
    const token = this.cursor.peek();
    const isWord = token.kind === "name" && /^(?:not|new|clone|await|defer|go|my|our|local|throw)$/.test(token.text);
    if (isWord && this.dialect.name !== "ruby" && !this.isPairKey()) {
      this.cursor.next();
      return this.expression(token.text === "new" ? 12 : 6);
    }
    // What a conversion makes of a value is that value: `(string) $x`.
    if (this.dialect.name === "php" && this.cursor.is("(") && this.cursor.peek(2).text === ")") {
      if (/^(?:string|int|array|bool|object|float)$/.test(this.cursor.peek(1).text)) this.cursor.skipBrackets();
    }
    if (token.kind === "mark" && PREFIXES.includes(token.text)) {
      this.cursor.next();
      return this.expression(12);
    }
    return this.postfix(this.primary());
  }

  private isPairKey(): boolean {
    const after = this.cursor.peek(1);
    return after.kind === "mark" && (after.text === "=>" || after.text === "}" || after.text === ":");
  }

  private primary(): Expression {
    const token = this.cursor.peek();
    const { at } = token;
    switch (token.kind) {
      case "text":
        return this.text(this.cursor.next());
      case "number":
        return { kind: "constant", text: this.cursor.next().text, at };
      case "variable":
        this.cursor.next();
        return this.variable(token.text, at);
      case "name":
        return this.word(token);
      case "mark":
        return this.bracketed(token);
      default:
        return this.nothing();
    }
  }

  /** `@name` of Ruby is kept by the object whose method it is in. */
  private variable(text: string, at: number): Expression {
    const own: Expression = { kind: "name", name: "this", at };
    if (text.startsWith("@")) return { kind: "member", of: own, name: text, at };
    return /^(?:this|self)$/.test(text) ? own : { kind: "name", name: text, at };
  }

  private word(token: Token): Expression {
    const { cursor, dialect } = this;
    const { text, at } = token;
    if (dialect.functionWords.includes(text) && dialect.name !== "ruby") {
      cursor.next();
      return { kind: "function", definition: this.functionAt(token), at };
    }
    const value = this.statementValue();
    if (value) return value;
    cursor.next();
    if (TRUTH.test(text)) return { kind: "constant", text: text.toLowerCase(), at };
    const constant = CONSTANTS[text];
    if (constant !== undefined) return { kind: "constant", text: constant, at };
    if (dialect.name === "php" && /^CURL\w+$/.test(text)) return word(text, at);
    if (dialect.name === "php" && text === "array" && cursor.is("(")) return this.list(")", at);
    if (dialect.name === "go" && /^(?:map|struct|interface|chan)$/.test(text)) this.type();
    return this.named(text === "self" ? "this" : text, at);
  }

  /** What a bare word means, where the program itself says it. */
  protected named(name: string, at: number): Expression {
    return { kind: "name", name, at };
  }

  /** A type of Go, before what is made of it. */
  protected type(): void {
    const { cursor } = this;
    while (cursor.is("[", "*"))
      if (cursor.is("[")) cursor.skipBrackets();
      else cursor.next();
    if (cursor.peek().kind !== "name") return;
    const { text } = cursor.next();
    if (text === "map") this.type();
    else if (/^(?:struct|interface)$/.test(text) && cursor.is("{")) cursor.skipBrackets();
    else if (text === "func" && cursor.is("(")) cursor.skipBrackets();
    while (cursor.take(".")) cursor.next();
  }

  private bracketed(token: Token): Expression {
    const { cursor, dialect } = this;
    const { text, at } = token;
    if (text === "(") return this.list(")", at, true);
    if (text === "[" && dialect.name === "go") {
      this.type();
      return cursor.is("{", "(") ? { kind: "name", name: "[]", at } : this.nothing();
    }
    if (text === "[") return this.list("]", at);
    if (text === "{") return this.list("}", at, dialect.name === "perl");
    if (text === "->" && dialect.name === "ruby") {
      cursor.next();
      return { kind: "function", definition: this.functionAt(token), at };
    }
    // What is no expression is passed over, but for what ends one around it.
    if (!/^[)\]},;]$/.test(text)) cursor.next();
    return this.nothing();
  }

  /** What stands in brackets: an object where it has names, otherwise a list; with `isGroup` one value is itself. */
  private list(closing: string, at: number, isGroup = false): Expression {
    this.cursor.next();
    const { entries, items } = this.entries(closing);
    if (entries.length > 0 || (closing === "}" && items.length === 0)) return { kind: "object", entries, at };
    const [only] = items;
    return isGroup && items.length === 1 && only ? only.value : { kind: "list", items, at };
  }

  /** Up to a closing bracket: values, and values by name. */
  protected entries(closing: string): { readonly entries: EntrySyntax[]; readonly items: ArgumentSyntax[] } {
    const { cursor } = this;
    const entries: EntrySyntax[] = [];
    const items: ArgumentSyntax[] = [];
    cursor.within(() => {
      while (!cursor.is(closing) && !cursor.isAtEnd) {
        const before = cursor.peek();
        this.entry(entries, items);
        if (!cursor.is(closing) && !cursor.take(",", ";") && cursor.peek() === before) cursor.next();
      }
      cursor.take(closing);
    });
    return { entries, items };
  }

  private entry(entries: EntrySyntax[], items: ArgumentSyntax[]): void {
    const { cursor } = this;
    if (cursor.take("...", "**")) {
      entries.push({ key: undefined, value: this.expression(1) });
      return;
    }
    const token = cursor.peek();
    const isName = token.kind === "name";
    const label = (isName || token.kind === "text") && cursor.peek(1).text === ":" && !cursor.peek(1).spaced;
    const bare = isName && (label || cursor.peek(1).text === "=>");
    const key = bare ? word(cursor.next().text, token.at) : this.expression(1);
    if (!cursor.take("=>", ...(label || this.dialect.name === "go" ? [":"] : []))) items.push({ value: key });
    else {
      // `{ token: }` takes the variable of that name.
      const value = cursor.is(",", ")", "}") ? this.named(token.text, token.at) : this.expression(1);
      entries.push({ key, value });
    }
  }

  private text(token: Token): Expression {
    const { at, pieces = [], isCommand } = token;
    const parts = pieces.map((piece): StringPart =>
      piece.kind === "code" ? { kind: "expression", expression: this.code(piece.text, piece.at) } : piece,
    );
    const value: Expression = { kind: "string", parts, at };
    return isCommand ? this.call({ kind: "name", name: "`", at }, [{ value }], at) : value;
  }

  protected call(callee: Expression, args: readonly ArgumentSyntax[], at: number): Expression {
    if (callee.kind === "name" || callee.kind === "member") this.called.add(callee.name);
    return { kind: "call", callee, args, at };
  }

  protected applied(callee: Expression, args: readonly ArgumentSyntax[], at: number): Expression {
    const [first, second] = args;
    // What is read goes where a function of Go is told to put it.
    if (this.dialect.name === "go" && callee.kind === "member") {
      if (callee.name === "Unmarshal" && first && second) return this.put(first.value, second.value, at);
      const from = callee.of.kind === "call" ? callee.of.args[0] : undefined;
      if (callee.name === "Decode" && first && from) return this.put(from.value, first.value, at);
    }
    return this.call(callee, args, at);
  }

  private put(value: Expression, target: Expression, at: number): Expression {
    const assignment: Expression = { kind: "assignment", target, operator: "=", value, at };
    return { kind: "parts", parts: [assignment, { kind: "name", name: "error", at }], at };
  }

  /** Members, indexes and calls of what stands before them. */
  private postfix(start: Expression): Expression {
    let value = start;
    for (;;) {
      const next = this.step(value);
      if (!next) return value;
      value = next;
    }
  }

  private step(value: Expression): Expression | undefined {
    const { cursor, dialect } = this;
    const token = cursor.peek();
    const chained = token.kind === "line" && dialect.members.includes(cursor.afterLines().text);
    if (chained) cursor.skipLines();
    if (cursor.is(...dialect.members)) return this.member(value);
    const isName = value.kind === "name" || value.kind === "member";
    if (cursor.is("(") && (isName || !token.spaced)) return this.applied(value, this.args(), token.at);
    if (cursor.is("[") && !(token.spaced && dialect.barewordCalls)) return this.index(value, "]");
    if (cursor.is("{") && dialect.name === "perl" && !token.spaced && value.kind !== "string")
      return this.index(value, "}");
    if (cursor.is("{") && dialect.name === "go" && this.isType(value)) return this.composite(value);
    if (isName && dialect.barewordCalls && this.startsArgument(token)) return this.bareCall(value, token.at);
    const block = isName || value.kind === "call" ? this.blockArgument() : undefined;
    if (!block) return undefined;
    if (value.kind === "call") return { ...value, args: [...value.args, { value: block }] };
    return this.call(value, [{ value: block }], token.at);
  }

  /** Whether braces after a name hold what a value of that type is made of. */
  protected isType(value: Expression): boolean {
    return (
      (value.kind === "name" && /^(?:[A-Z]|\[\]$|map$|struct$)/.test(value.name)) ||
      (value.kind === "member" && /^[A-Z]/.test(value.name))
    );
  }

  private composite(type: Expression): Expression {
    const { at } = this.cursor.next();
    const { entries, items } = this.entries("}");
    if (type.kind === "name" && /^(?:\[\]|map)$/.test(type.name))
      return items.length > 0 ? { kind: "list", items, at } : { kind: "object", entries, at };
    const named = entries.map(({ key, value }): ArgumentSyntax => ({ name: nameOf(key), value }));
    return this.call(type, [...items, ...named], at);
  }

  private member(of: Expression): Expression {
    const { cursor, dialect } = this;
    const { at } = cursor.next();
    const token = cursor.peek();
    if (dialect.name === "go" && cursor.is("(")) {
      cursor.skipBrackets();
      return of;
    }
    if (cursor.is("(")) return this.call(of, this.args(), at);
    if (cursor.is("[", "{")) return this.index(of, token.text === "[" ? "]" : "}");
    if (token.kind !== "name" && token.kind !== "variable") return of;
    cursor.next();
    // A constant of a class is known by its own name.
    if (dialect.name === "php" && /^[A-Z][A-Z\d_]+$/.test(token.text))
      return { kind: "name", name: token.text, at: token.at };
    const member: Expression = { kind: "member", of, name: token.text, at: token.at };
    const isCall = dialect.name === "ruby" && !cursor.is("(", ...ASSIGNMENTS) && !/^[A-Z]/.test(token.text);
    return isCall && !this.startsArgument(cursor.peek()) && !this.startsBlock()
      ? this.call(member, [], token.at)
      : member;
  }

  protected abstract startsBlock(): boolean;

  private index(of: Expression, closing: string): Expression {
    const { at } = this.cursor.next();
    const [first, second] = [this.cursor.peek(), this.cursor.peek(1)];
    if (
      first.kind === "name" &&
      second.text === closing &&
      this.dialect.name !== "go" &&
      this.dialect.name !== "ruby"
    ) {
      this.cursor.next();
      this.cursor.next();
      return { kind: "index", of, index: word(first.text, first.at), at };
    }
    const { items } = this.entries(closing);
    return { kind: "index", of, index: items[0]?.value, at };
  }

  private args(): ArgumentSyntax[] {
    this.cursor.next();
    const { entries, items } = this.entries(")");
    return [...items, ...entries.map(({ key, value }) => ({ name: key ? nameOf(key) : "**", value }))];
  }

  private startsArgument(token: Token): boolean {
    if (!token.spaced || token.kind === "line" || token.kind === "end") return false;
    if (token.kind === "name") return !ENDS.has(token.text);
    if (token.kind !== "mark") return true;
    const after = this.cursor.peek(1);
    return /^(?:\[|->|::|\\)$/.test(token.text) || (/^[-*&:!]$|^\*\*$/.test(token.text) && !after.spaced);
  }

  /** `puts a, b`: up to the end of the statement. */
  private bareCall(callee: Expression, at: number): Expression {
    const { cursor } = this;
    const entries: EntrySyntax[] = [];
    const items: ArgumentSyntax[] = [];
    do {
      cursor.skipLines();
      this.entry(entries, items);
    } while (cursor.take(","));
    const named = entries.map(({ key, value }) => ({ name: key ? nameOf(key) : "**", value }));
    return this.call(callee, [...items, ...named], at);
  }
}

const word = (text: string, at: number): Expression => ({
  kind: "string",
  parts: [{ kind: "characters", text, at }],
  at,
});

/** The name that a key is, where it is one. */
const nameOf = (key: Expression | undefined): string => {
  if (key?.kind === "string")
    return key.parts.map((part) => (part.kind === "characters" ? part.text : "\u{FFFC}")).join("");
  return key?.kind === "name" || key?.kind === "member" ? key.name : "";
};
