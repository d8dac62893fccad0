import { SOME_INDEX, SPLAT, type Entry, type Expression } from "./expression.js";
import { Cursor } from "./cursor.js";
import { heredoc, template, type TemplateReader } from "./template.js";

/**
 * Reads expressions of Terraform's language synchronously. The grammar of tree-sitter finds the blocks of `.tf` files, but it
 * loads asynchronously, and a validation at synthesis cannot wait for it; Terraform's JSON holds expressions too. So there is
 * one reader of expressions for both. It never fails: what it cannot read becomes `unknown`.
 */
export function parseExpression(source: string, start = 0, end = source.length): Expression {
  const reader = new Reader(source, start, end);
  return reader.expression();
}

const OPERATORS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

class Reader extends Cursor implements TemplateReader {
  public expression(): Expression {
    if (!this.deeper()) {
      this.position = this.end;
      this.shallower();
      return { kind: "unknown", at: this.end };
    }
    const condition = this.binary(0);
    let result = condition;
    if (this.accept("?")) {
      const then = this.expression();
      this.accept(":");
      result = { kind: "conditional", condition, then, otherwise: this.expression(), at: condition.at };
    }
    this.shallower();
    return result;
  }

  private binary(level: number): Expression {
    const operators = OPERATORS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.accept(candidate));
      if (operator === undefined) return left;
      left = { kind: "operation", operator, operands: [left, this.binary(level + 1)], at: left.at };
    }
  }

  private unary(): Expression {
    this.space();
    const at = this.position;
    const operator = ["!", "-"].find((candidate) => this.accept(candidate));
    if (operator === undefined) return this.postfix(this.primary());
    if (!this.deeper()) {
      this.position = this.end;
      this.shallower();
      return { kind: "unknown", at };
    }
    const operand = this.unary();
    this.shallower();
    return { kind: "operation", operator, operands: [operand], at };
  }

  private primary(): Expression {
    this.space();
    const at = this.position;
    if (this.accept("(")) {
      const inner = this.expression();
      this.accept(")");
      return inner;
    }
    if (this.source.startsWith("<<", at)) return heredoc(this);
    if (this.accept('"')) return template(this, at);
    if (this.accept("[")) return this.bracket(at);
    if (this.accept("{")) return this.brace(at);
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: "literal", value: Number(number), at };
    const name = this.match(NAME);
    if (name === undefined) {
      this.position = Math.min(this.position + 1, this.end);
      return { kind: "unknown", at };
    }
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true", at };
    if (name === "null") return { kind: "literal", value: null, at };
    if (this.peekSameLine("(")) return { kind: "call", name, args: this.args(), at };
    return { kind: "reference", path: [name], dynamic: [], at };
  }

  private args(): Expression[] {
    this.accept("(");
    const args = this.items(")", () => this.expression());
    return args;
  }

  private bracket(at: number): Expression {
    const loop = this.loop("list", at);
    if (loop) return loop;
    return { kind: "list", items: this.items("]", () => this.expression()), at };
  }

  private brace(at: number): Expression {
    const loop = this.loop("object", at);
    if (loop) return loop;
    const entries = this.items("}", (): Entry => {
      const key = this.expression();
      if (!this.accept("=")) this.accept(":");
      return { key: keyOf(key), value: this.expression() };
    });
    return { kind: "object", entries, at };
  }

  private loop(shape: "list" | "object", at: number): Expression | undefined {
    const before = this.position;
    this.space();
    if (this.match(NAME) !== "for") {
      this.position = before;
      return undefined;
    }
    this.space();
    let item = this.match(NAME);
    let key: string | undefined;
    if (this.accept(",")) {
      this.space();
      key = item;
      item = this.match(NAME);
    }
    this.space();
    if (item === undefined || this.match(NAME) !== "in") {
      this.position = before;
      return undefined;
    }
    const source = this.expression();
    this.accept(":");
    let result = this.expression();
    let keyResult: Expression | undefined;
    if (this.accept("=>")) {
      keyResult = result;
      result = this.expression();
      this.accept("...");
    }
    let condition: Expression | undefined;
    this.space();
    const mark = this.position;
    if (this.match(NAME) === "if") condition = this.expression();
    else this.position = mark;
    this.accept(shape === "list" ? "]" : "}");
    return { kind: "for", shape, key, item, source, keyResult, result, condition, at };
  }

  /** Items up to the closing mark, whatever separates them; always advances, so it always ends. */
  private items<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    for (;;) {
      this.space();
      if (this.accept(close) || this.position >= this.end) return items;
      const before = this.position;
      items.push(item());
      this.accept("...");
      this.accept(",");
      if (this.position === before) this.position++;
    }
  }

  private postfix(object: Expression): Expression {
    const path: string[] = [];
    const dynamic: Expression[] = [];
    let ofAttributes = false;
    for (;;) {
      if (this.peekSameLine("[")) {
        // `list.*.name[0]` is of the list of names, `list[*].name[0]` of each name.
        if (ofAttributes)
          return this.postfix({
            kind: "access",
            object: along(object, path, dynamic),
            path: [],
            dynamic: [],
            at: object.at,
          });
        this.accept("[");
        if (this.accept("*")) path.push(SPLAT);
        else {
          const index = this.expression();
          const known = constantKey(index);
          path.push(known ?? SOME_INDEX);
          if (known === undefined) dynamic.push(index);
        }
        if (!this.accept("]")) break;
        continue;
      }
      const before = this.position;
      // A chain of attributes may go on at the next line.
      if (!this.accept(".") || this.source.startsWith("..", this.position)) {
        this.position = before;
        break;
      }
      const splat = this.accept("*");
      ofAttributes ||= splat;
      const step = splat ? SPLAT : (this.match(NAME) ?? this.match(/\d+/y));
      if (step === undefined) {
        this.position = before;
        break;
      }
      path.push(step);
    }
    return along(object, path, dynamic);
  }

  /** A reader of a part of the same text, so that offsets stay those of the file. */
  public within(start: number, end: number): Reader {
    return new Reader(this.source, start, end, this.depth);
  }

  private peekSameLine(mark: string): boolean {
    let at = this.position;
    while (this.source[at] === " " || this.source[at] === "\t") at++;
    return at < this.end && this.source.startsWith(mark, at);
  }
}

function along(object: Expression, path: readonly string[], dynamic: readonly Expression[]): Expression {
  if (path.length === 0) return object;
  if (object.kind === "reference") return { ...object, path: [...object.path, ...path], dynamic };
  return { kind: "access", object, path, dynamic, at: object.at };
}

function constantKey(index: Expression): string | undefined {
  if (index.kind === "literal") return String(index.value);
  const only = index.kind === "template" && index.parts.length === 1 ? index.parts[0] : undefined;
  return only?.kind === "text" ? only.text : undefined;
}

/** `{ name = ... }` and `{ (name) = ... }`: a bare name is the key itself. */
function keyOf(key: Expression): Expression {
  if (key.kind !== "reference" || key.path.length !== 1 || key.dynamic.length > 0) return key;
  return { kind: "literal", value: key.path[0] ?? "", at: key.at };
}

/** A whole text as Terraform's JSON and `templatefile` have it: a template without quotes around it. */
export function parseTemplate(source: string): Expression {
  return template(new Reader(source, 0, source.length), 0, "none");
}
