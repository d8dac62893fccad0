/**
 * What an expression of Terraform's language is made of: as much of its syntax as it takes to follow a value, and no more.
 *
 * @internal
 */
export type Expression =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reference"; readonly path: readonly string[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "made";
      /** What becomes a part of the value. */
      readonly of: readonly Expression[];
      /** What the value is only chosen by: a condition, an index, the operands of a comparison. */
      readonly by: readonly Expression[];
    };

/**
 * Reads a text of Terraform's JSON, which is a template. It never fails: of what it cannot read, names are taken for
 * references, and quoted text for text.
 *
 * @internal
 */
export function parseTemplate(template: string): Expression {
  return made(new Reader(template).template(false));
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const SPACE = /\s+/y;
const COMPARISON = /==|!=|<=|>=|<|>/y;
const OPERATOR = /&&|\|\||[-+*/%!]/y;
/** What follows the key of an object: `=`, but neither `=>` nor `==`. */
const KEY = /\s*=(?![>=])/y;
/** `{ a = 1, "b" : 2 }`, `[for k, v in x : k => v if c]`, and the marks of a template that strip whitespace. */
const SEPARATOR = /=>|\.\.\.|[,=:~]/y;

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Up to the closing quote, or to the end of the source. */
  public template(quoted: boolean): Expression[] {
    const parts: Expression[] = [];
    let text = "";
    while (this.at < this.source.length) {
      if (quoted && this.take('"')) break;
      if (this.take("$${")) text += "${";
      else if (this.take("%%{")) text += "%{";
      else if (this.take("${") || this.take("%{")) {
        parts.push({ kind: "text", text }, this.sequence("}"));
        text = "";
      } else {
        // An escaped quote does not end quoted text; what an escape stands for does not matter here.
        if (quoted && this.source[this.at] === "\\") this.at++;
        text += this.source.charAt(this.at++);
      }
    }
    parts.push({ kind: "text", text });
    return parts.filter((part) => part.kind !== "text" || part.text !== "");
  }

  /** Expressions up to a closing mark, whatever separates them. */
  private sequence(closing: string): Expression {
    return made(this.list(closing));
  }

  private object(): Expression {
    const of: Expression[] = [];
    const by: Expression[] = [];
    while (this.at < this.source.length) {
      if (this.match(SPACE) !== undefined || this.match(SEPARATOR) !== undefined) continue;
      if (this.take("}")) break;
      const part = this.expression();
      (this.match(KEY) === undefined ? of : by).push(part);
    }
    return { kind: "made", of, by };
  }

  /** Where it ends depends on its lines: the rest is taken for its text, and for code after it. */
  private heredoc(): Expression {
    const rest = this.source.slice(this.at);
    this.at = this.source.length;
    return made([made(new Reader(rest).template(false)), new Reader(rest).sequence("\0")]);
  }

  private list(closing: string): Expression[] {
    const items: Expression[] = [];
    while (this.at < this.source.length) {
      if (this.match(SPACE) !== undefined || this.match(SEPARATOR) !== undefined) continue;
      if (this.take(closing)) break;
      items.push(this.expression());
    }
    return items;
  }

  private expression(): Expression {
    const operands = [this.operand()];
    let compared = false;
    for (;;) {
      this.match(SPACE);
      if (this.take("?")) {
        const then = this.expression();
        this.match(SPACE);
        this.take(":");
        return { kind: "made", of: [then, this.expression()], by: operands };
      }
      if (this.match(COMPARISON) !== undefined) compared = true;
      else if (this.match(OPERATOR) === undefined) break;
      operands.push(this.operand());
    }
    if (compared) return { kind: "made", of: [], by: operands };
    return made(operands);
  }

  private operand(): Expression {
    while (this.match(SPACE) !== undefined || this.match(OPERATOR) !== undefined);
    return this.postfix(this.primary());
  }

  private primary(): Expression {
    if (this.take('"')) return made(this.template(true));
    if (this.take("(")) return this.sequence(")");
    if (this.take("[")) return this.sequence("]");
    if (this.take("{")) return this.object();
    if (this.take("<<")) return this.heredoc();
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: "text", text: number };
    const name = this.match(NAME);
    if (name === undefined) {
      this.at++;
      return made([]);
    }
    if (this.take("(")) return { kind: "call", name, args: this.list(")") };
    if (CONSTANTS.has(name)) return made([]);
    return { kind: "reference", path: [name] };
  }

  private postfix(object: Expression): Expression {
    const path: string[] = [];
    const by: Expression[] = [];
    for (;;) {
      if (this.take("[")) {
        const index = this.sequence("]");
        path.push(index.kind === "text" ? index.text : "*");
        by.push(index);
      } else if (this.source[this.at] === "." && this.source[this.at + 1] !== ".") {
        this.at++;
        path.push(this.match(NAME) ?? this.match(NUMBER) ?? (this.take("*") ? "*" : ""));
      } else break;
    }
    if (path.length === 0) return object;
    const whole: Expression =
      object.kind === "reference" ? { kind: "reference", path: [...object.path, ...path] } : object;
    return by.length === 0 ? whole : { kind: "made", of: [whole], by };
  }

  private take(mark: string): boolean {
    if (!this.source.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

const CONSTANTS = new Set(["true", "false", "null", "for", "in", "if", "else", "endif", "endfor"]);

function made(of: readonly Expression[]): Expression {
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind: "made", of, by: [] };
}
