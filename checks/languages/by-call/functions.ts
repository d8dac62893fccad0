import { append } from "../../values/symbolic-string.js";
import type { Expression, FunctionSyntax, ParameterSyntax, Statement } from "../script/syntax.js";
import { definition, parameter, valueOf } from "./definitions.js";
import { ExpressionParser } from "./expressions.js";
import { ASSIGNMENT } from "./operators.js";
import type { Token } from "./tokens.js";

/** Reads functions, and blocks that a call is given. */
export abstract class FunctionParser extends ExpressionParser {
  /** In the head of a loop, `do` and a brace begin its block. */
  protected inHead = false;
  /** How many classes it is in. */
  protected classes = 0;

  protected abstract statement(): Statement[];
  /** Up to one of the words, or a closing brace. */
  protected abstract statements(words: readonly string[]): Statement[];
  /** A block between braces. */
  protected abstract braces(): Statement[];
  /** A block of Ruby up to its `end`, with all its branches. */
  protected abstract worded(): Statement[];

  protected functionAt(token: Token): FunctionSyntax {
    const { cursor, dialect } = this;
    // What a method of Go is one of.
    const isMethod =
      dialect.name === "go" && cursor.is("(") && cursor.peek(1).kind === "name" && this.namedAfterBrackets();
    if (isMethod) cursor.skipBrackets();
    if (cursor.peek(1).text === "." && dialect.name === "ruby") {
      cursor.next();
      cursor.next();
    }
    cursor.take("&");
    const name = cursor.peek().kind === "name" ? cursor.next().text : "";
    const parameters = cursor.is("(")
      ? this.parameters()
      : dialect.wordBlocks && token.text === "def"
        ? this.bareParameters()
        : [];
    if (dialect.name === "ruby") return this.rubyFunction(name, parameters, token);
    if (cursor.is("=>")) {
      cursor.next();
      return definition(name, parameters, [{ kind: "return", value: this.expression(ASSIGNMENT) }], false, "arrow");
    }
    while (!cursor.isAtEnd && !cursor.is("{", ";", "}") && cursor.peek().kind !== "line")
      if (cursor.is("(", "[")) cursor.skipBrackets();
      else if (cursor.takeWord("interface", "struct") && cursor.is("{")) cursor.skipBrackets();
      else cursor.next();
    const body = cursor.within(() => this.braces(), true);
    return definition(name, parameters, body, dialect.givesLast, name === "" ? "arrow" : "function");
  }

  private namedAfterBrackets(): boolean {
    let distance = 1;
    while (distance < 12 && this.cursor.peek(distance).text !== ")") distance++;
    return this.cursor.peek(distance + 1).kind === "name" && this.cursor.peek(distance + 2).text === "(";
  }

  private rubyFunction(name: string, parameters: readonly ParameterSyntax[], token: Token): FunctionSyntax {
    const { cursor } = this;
    const isLambda = token.text === "->";
    if (cursor.take("="))
      return definition(name, parameters, [{ kind: "return", value: this.expression() }], false, this.kind(parameters));
    const body = isLambda && cursor.is("{") ? this.braces() : (cursor.takeWord("do"), this.worded());
    return definition(name, parameters, body, true, isLambda ? "arrow" : this.kind(parameters));
  }

  /** A method without parameters is called by naming it. */
  private kind(parameters: readonly ParameterSyntax[]): FunctionSyntax["kind"] {
    return this.classes > 0 && parameters.length === 0 ? "property" : "function";
  }

  private parameters(): ParameterSyntax[] {
    const { cursor } = this;
    cursor.next();
    return cursor.within(() => {
      const all: ParameterSyntax[] = [];
      while (!cursor.is(")") && !cursor.isAtEnd) append(all, this.parameter([")", ","]));
      cursor.take(")");
      return all;
    });
  }

  private bareParameters(): ParameterSyntax[] {
    const all: ParameterSyntax[] = [];
    while (this.cursor.peek().kind !== "line" && !this.cursor.isAtEnd && !this.cursor.is(";", "="))
      append(all, this.parameter([","]));
    return all;
  }

  /** The name of a parameter, with its default; types are passed over. */
  private parameter(ends: readonly string[]): ParameterSyntax[] {
    const { cursor, dialect } = this;
    let found: ParameterSyntax | undefined;
    let rest = false;
    while (!cursor.isAtEnd && !cursor.is(...ends) && cursor.peek().kind !== "line") {
      const token = cursor.peek();
      const isName = token.kind === "variable" || (token.kind === "name" && dialect.sigils === "" && !found);
      if (isName) found = parameter(token.text, token.at, undefined, rest);
      if (cursor.is("...", "*", "**") && dialect.name !== "go") rest = true;
      if (cursor.is("=") || (cursor.is(":") && dialect.name === "ruby" && !/^[,)]$/.test(cursor.peek(1).text))) {
        cursor.next();
        const fallback = this.expression(1);
        if (found) found = { ...found, fallback };
      } else if (cursor.is("(", "[", "{")) cursor.skipBrackets();
      else cursor.next();
    }
    if (!cursor.is(")")) cursor.take(",");
    return found ? [found] : [];
  }

  protected override isType(value: Expression): boolean {
    return !this.inHead && super.isType(value);
  }

  protected startsBlock(): boolean {
    return this.cursor.is("{") || (!this.inHead && this.cursor.isWord("do"));
  }

  protected blockArgument(): Expression | undefined {
    const { cursor, dialect } = this;
    if (dialect.name !== "ruby") return undefined;
    const { at } = cursor.peek();
    const isBrace = cursor.is("{");
    if (!this.startsBlock()) return undefined;
    const read = (): Expression => {
      cursor.next();
      const parameters: ParameterSyntax[] = [];
      if (cursor.take("|")) {
        while (!cursor.is("|") && !cursor.isAtEnd) append(parameters, this.parameter([",", "|"]));
        cursor.take("|");
      }
      const body = isBrace ? this.statements([]) : this.worded();
      if (isBrace) cursor.take("}");
      const block = definition("", parameters, body, true, "arrow");
      return { kind: "function", definition: block, at };
    };
    return cursor.within(read, true);
  }

  protected statementValue(): Expression | undefined {
    const { cursor, dialect } = this;
    const { at, text } = cursor.peek();
    if (dialect.wordBlocks && /^(?:if|unless|case|begin|while)$/.test(text)) return valueOf(this.statement(), at);
    const isBlock = dialect.name === "perl" && /^(?:eval|do)$/.test(text) && cursor.peek(1).text === "{";
    if (!isBlock) return undefined;
    cursor.next();
    return valueOf(this.braces(), at);
  }
}
