import { append } from "../../values/symbolic-string.js";
import type { Expression, Statement } from "../script/syntax.js";
import { assigned } from "./definitions.js";
import { FunctionParser } from "./functions.js";

/** Reads blocks with their branches and loops, and what a statement has besides its expression. */
export abstract class BlockParser extends FunctionParser {
  /** Up to one of the words, or a closing brace. */
  protected statements(words: readonly string[]): Statement[] {
    const { cursor } = this;
    const all: Statement[] = [];
    for (;;) {
      while (cursor.peek().kind === "line" || cursor.is(";", ",")) cursor.next();
      if (cursor.isAtEnd || cursor.is("}", ")", "]") || cursor.isWord(...words)) return all;
      const before = cursor.peek();
      append(
        all,
        cursor.nested(() => this.statement(), []),
      );
      if (cursor.peek() === before) cursor.next();
    }
  }

  /** A block between braces. */
  protected braces(): Statement[] {
    const { cursor } = this;
    if (!cursor.take("{")) return [];
    return cursor.within(() => {
      const body = this.statements([]);
      cursor.take("}");
      return body;
    }, true);
  }

  /** A block of Ruby up to its `end`, with all its branches. */
  protected worded(): Statement[] {
    const { cursor } = this;
    return cursor.within(() => {
      const body: Statement[] = [];
      while (!cursor.isAtEnd) {
        append(body, this.statements(["end", "else", "elsif", "when", "in", "rescue", "ensure", "then"]));
        if (cursor.takeWord("end")) break;
        if (cursor.takeWord("rescue")) this.passLine();
        else if (cursor.takeWord("when", "in", "elsif")) body.push(this.looked(this.head(), []));
        else cursor.next();
      }
      return body;
    }, true);
  }

  protected passLine(): void {
    while (!this.cursor.isAtEnd && this.cursor.peek().kind !== "line" && !this.cursor.isWord("then", "end"))
      this.cursor.next();
  }

  /** What stands between the word of a branch or a loop and its block. */
  protected head(): Expression {
    const before = this.inHead;
    this.inHead = true;
    const parts: Expression[] = [];
    do for (const statement of this.simple()) if (statement.kind === "expression") parts.push(statement.expression);
    while (this.cursor.take(";", ","));
    this.inHead = before;
    return { kind: "parts", parts, at: parts[0]?.at ?? 0 };
  }

  protected readonly looked = (condition: Expression, branches: readonly Statement[]): Statement => ({
    kind: "look",
    condition,
    branches,
  });

  protected look(): Statement[] {
    const { cursor, dialect } = this;
    cursor.next();
    const condition = cursor.is("{") || cursor.peek().kind === "line" ? undefined : this.head();
    cursor.takeWord("then", "do");
    const body = dialect.wordBlocks ? this.worded() : cursor.is("{") ? this.braces() : [];
    return condition ? [...early(condition), this.looked(last(condition), body)] : body;
  }

  protected loop(): Statement[] {
    const { cursor, dialect } = this;
    cursor.next();
    cursor.takeWord("my", "our");
    const inBrackets = dialect.name === "php" && cursor.take("(");
    const before = this.inHead;
    this.inHead = true;
    let target: Expression | undefined = cursor.is("{", "(") ? undefined : this.expression(4);
    let over = target;
    while (cursor.take(",", ":=", "=")) target = cursor.isWord("range") ? target : this.expression(4);
    if (cursor.takeWord("range", "in", "as") || dialect.name === "perl") {
      const next = this.expression(4);
      if (inBrackets) target = next;
      else over = next;
    }
    if (cursor.take("=>")) target = this.expression(4);
    this.inHead = before;
    while (!cursor.isAtEnd && cursor.peek().kind !== "line" && !cursor.is("{") && !cursor.isWord("do")) cursor.next();
    cursor.takeWord("do");
    const body = dialect.wordBlocks ? this.worded() : this.braces();
    return target && over ? [{ kind: "each", target, over, body }] : body;
  }

  protected simple(): Statement[] {
    const { cursor, dialect } = this;
    const first = this.expression();
    if (cursor.is(",") && first.kind === "name") return this.several(first);
    // `var form url.Values = …`
    if (dialect.name === "go" && first.kind === "name" && cursor.peek().kind === "name") {
      this.type();
      return cursor.take("=") ? [assigned(first, this.expression())] : [];
    }
    return this.modified([{ kind: "expression", expression: first }]);
  }

  /** `token, err := request()`: of what a function of Go gives, the last is an error. */
  private several(first: Expression): Statement[] {
    const { cursor, dialect } = this;
    const targets = [first];
    while (cursor.take(",")) targets.push(this.expression(4));
    if (!cursor.take("=", ":=")) return targets.map((expression) => ({ kind: "expression", expression }));
    cursor.skipLines();
    const values = [this.expression()];
    while (cursor.take(",")) values.push(this.expression());
    if (values.length > 1)
      return targets.flatMap((target, index) => {
        const value = values[index];
        return value ? [assigned(target, value)] : [];
      });
    const [value] = values;
    if (!value) return [];
    if (dialect.name === "go")
      return [assigned(targets.find((one) => one.kind !== "name" || one.name !== "_") ?? first, value)];
    const items = targets.map((target) => ({ value: target }));
    return [assigned({ kind: "list", items, at: first.at }, value)];
  }

  /** `raise "…" unless response.ok?` */
  protected modified(statements: readonly Statement[]): Statement[] {
    const { cursor, dialect } = this;
    let all = [...statements];
    while (dialect.barewordCalls && cursor.isWord("if", "unless", "while", "until", "for", "foreach", "rescue")) {
      cursor.next();
      all = [this.looked(this.expression(), all)];
    }
    return all;
  }
}

/** Of `if err := f(); err != nil` the condition comes last, and what comes before is done as well. */
const last = (head: Expression): Expression => (head.kind === "parts" ? (head.parts.at(-1) ?? head) : head);
const early = (head: Expression): Statement[] =>
  head.kind === "parts" ? head.parts.slice(0, -1).map((expression) => ({ kind: "expression", expression })) : [];
