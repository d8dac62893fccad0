import type { Expression, Statement } from "../script/syntax.js";
import { append } from "../../values/symbolic-string.js";
import { Cursor } from "./cursor.js";
import type { Dialect } from "./dialect.js";
import { BlockParser } from "./blocks.js";
import { assigned, classOf } from "./definitions.js";
import { Lexer } from "./lexer.js";
import type { Token } from "./tokens.js";

const LOOKS = ["if", "unless", "while", "until", "switch", "case", "elsif", "elseif"];
const LOOPS = ["for", "foreach"];
const SKIPPED_LINES = [
  "use",
  "import",
  "package",
  "namespace",
  "require",
  "require_once",
  "include",
  "include_once",
  "no",
];
const MODIFIERS = "public private protected static final abstract readonly var const our".split(" ");
const CLASSES = ["class", "module", "interface", "trait", "enum"];
const PRINTS = ["echo", "print"];
/** Deeper than anybody writes texts in the code of texts. */
const MAX_TEXTS = 8;

/** Reads statements: every branch, every loop, and what functions and classes there are. */
export class StatementParser extends BlockParser {
  /** Names of the program's functions: of Ruby a bare word may be a call of one. */
  private readonly defined: ReadonlySet<string>;

  public constructor(
    dialect: Dialect,
    cursor: Cursor,
    tokens: readonly Token[],
    private readonly texts = 0,
    defined?: ReadonlySet<string>,
  ) {
    super(dialect, cursor);
    this.defined =
      defined ??
      new Set(
        tokens.flatMap((token, index) => {
          if (token.kind !== "name" || token.text !== "def") return [];
          const isOwn = tokens[index + 2]?.text === ".";
          return tokens[index + (isOwn ? 3 : 1)]?.text ?? [];
        }),
      );
  }

  public program(): { readonly body: readonly Statement[]; readonly called: ReadonlySet<string> } {
    const body: Statement[] = [];
    while (!this.cursor.isAtEnd) {
      append(body, this.statements([]));
      // What closes nothing is passed over.
      this.cursor.next();
    }
    return { body, called: this.called };
  }

  protected code(text: string, at: number): Expression {
    if (this.texts >= MAX_TEXTS) return { kind: "parts", parts: [], at };
    const { tokens } = new Lexer(this.dialect, text, at);
    const inner = new StatementParser(this.dialect, new Cursor(tokens), tokens, this.texts + 1, this.defined);
    inner.classes = this.classes;
    const value = inner.expression();
    for (const name of inner.called) this.called.add(name);
    return value;
  }

  protected override named(name: string, at: number): Expression {
    const plain: Expression = { kind: "name", name, at };
    if (this.dialect.name !== "ruby" || !this.defined.has(name) || this.cursor.is("=")) return plain;
    if (this.classes > 0) return { kind: "member", of: { kind: "name", name: "this", at }, name, at };
    return this.cursor.is("(") || this.cursor.peek().kind === "text" ? plain : this.call(plain, [], at);
  }

  protected statement(): Statement[] {
    const { cursor, dialect } = this;
    const { kind, text } = cursor.peek();
    if (cursor.is("{") && !dialect.wordBlocks) return [{ kind: "block", body: this.braces() }];
    if (kind !== "name" || /^(?:=>|:)$/.test(cursor.peek(1).text)) return this.simple();
    if (LOOKS.includes(text)) return this.look();
    if (LOOPS.includes(text)) return this.loop();
    if (SKIPPED_LINES.includes(text)) return this.skipped();
    if (CLASSES.includes(text)) return this.classAt();
    if (dialect.functionWords.includes(text)) return this.functionStatement();
    if (MODIFIERS.includes(text) && dialect.name === "php") return this.property();
    if (text === "type" && dialect.name === "go") return this.typeDeclaration();
    if (text === "return") return this.returned();
    if (PRINTS.includes(text) && dialect.name === "php") return this.printed();
    if (text === "catch" && cursor.peek(1).text === "(") cursor.next();
    else if (/^(?:begin|try|else|finally|ensure|BEGIN|END|catch|do|defer|var|const|go)$/.test(text) && !this.isCall()) {
      cursor.next();
      return dialect.wordBlocks && text === "begin" ? this.worded() : [];
    } else return this.simple();
    cursor.skipBrackets();
    return [];
  }

  private isCall(): boolean {
    return this.cursor.peek(1).text === "(" || this.dialect.members.includes(this.cursor.peek(1).text);
  }

  private skipped(): Statement[] {
    const { cursor, dialect } = this;
    if (dialect.name === "ruby" || dialect.name === "go") {
      if (cursor.peek(1).text === "(") {
        cursor.next();
        cursor.skipBrackets();
      } else this.passLine();
      return [];
    }
    const isConstant = cursor.peek(1).text === "constant";
    cursor.next();
    if (isConstant) {
      cursor.next();
      const { entries } = cursor.is("{") ? (cursor.next(), this.entries("}")) : this.entries(";");
      return entries.flatMap(({ key, value }): Statement[] =>
        key?.kind === "string" ? [assigned({ kind: "name", name: textOf(key), at: key.at }, value)] : [],
      );
    }
    while (!cursor.isAtEnd && !cursor.is(";", "{", "}")) cursor.next();
    return [];
  }

  private classAt(): Statement[] {
    const { cursor, dialect } = this;
    if (this.isCall() || cursor.peek(1).kind !== "name") {
      // `class << self`
      if (cursor.peek(1).text !== "<<") return this.simple();
    }
    cursor.next();
    const name = cursor.next().text;
    while (!cursor.isAtEnd && cursor.peek().kind !== "line" && !cursor.is("{", ";")) cursor.next();
    this.classes++;
    const body = dialect.wordBlocks ? this.worded() : this.braces();
    this.classes--;
    const methods = body.flatMap((statement) => (statement.kind === "function" ? [statement.definition] : []));
    const others = body.filter(({ kind }) => kind !== "function");
    return [...others, { kind: "class", definition: classOf(name.replace(/^.*::/, ""), methods) }];
  }

  private functionStatement(): Statement[] {
    const token = this.cursor.peek();
    const after = this.cursor.peek(1);
    const isNamed = after.kind === "name" || (after.text === "(" && this.dialect.name === "go" && this.classes === 0);
    if (!isNamed) return this.simple();
    this.cursor.next();
    return [{ kind: "function", definition: this.functionAt(token) }];
  }

  private property(): Statement[] {
    const { cursor, dialect } = this;
    while (cursor.takeWord(...MODIFIERS));
    if (cursor.isWord(...dialect.functionWords)) return this.functionStatement();
    if (cursor.isWord(...CLASSES)) return this.classAt();
    while (cursor.peek().kind === "name" && cursor.peek(1).text !== "=") cursor.next();
    cursor.take("?", "|");
    return this.simple();
  }

  private typeDeclaration(): Statement[] {
    this.cursor.next();
    this.cursor.next();
    this.cursor.take("=");
    this.type();
    return [];
  }

  private returned(): Statement[] {
    const { cursor } = this;
    cursor.next();
    const ends = cursor.peek().kind === "line" || cursor.is(";", "}") || cursor.isWord("if", "unless", "end");
    const value = ends ? undefined : this.expression();
    while (cursor.take(",")) this.expression();
    return this.modified([{ kind: "return", value }]);
  }

  private printed(): Statement[] {
    const { cursor } = this;
    const { text, at } = cursor.next();
    const args = [{ value: this.expression() }];
    while (cursor.take(",")) args.push({ value: this.expression() });
    return [{ kind: "expression", expression: this.call({ kind: "name", name: text, at }, args, at) }];
  }
}

const textOf = (key: Extract<Expression, { kind: "string" }>): string =>
  key.parts.map((part) => (part.kind === "characters" ? part.text : "")).join("");
