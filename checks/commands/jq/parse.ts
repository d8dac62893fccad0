import { HOLE } from "../../values/symbolic-string.js";

/** A filter of jq, as far as it is followed. */
export type Filter =
  | { readonly kind: "identity" }
  | { readonly kind: "empty" }
  /** Offsets of the filter's text between them, which may hold what Terraform or the shell wrote there. */
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "hole"; readonly at: number }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "string"; readonly parts: readonly Filter[]; readonly format: string | undefined }
  | { readonly kind: "format"; readonly name: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "list"; readonly items: Filter }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Filter, Filter])[] }
  | { readonly kind: "member"; readonly of: Filter; readonly key: Filter }
  | { readonly kind: "each"; readonly of: Filter }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Filter[] }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "if"; readonly condition: Filter; readonly then: Filter; readonly otherwise: Filter }
  | { readonly kind: "as"; readonly value: Filter; readonly name: string; readonly body: Filter }
  | {
      readonly kind: "def";
      readonly name: string;
      readonly params: readonly string[];
      readonly body: Filter;
      readonly rest: Filter;
    };

/** What is not followed: the filter is then judged by its words. */
export class NotFollowed extends Error {}

const MAX_LENGTH = 20_000;
const MAX_DEPTH = 60;
const IDENTITY: Filter = { kind: "identity" };

/** Operators from the loosest to the tightest; `|` and `,` are apart. */
const LEVELS: readonly (readonly string[])[] = [
  ["//"],
  ["|=", "+=", "//=", "="],
  ["or"],
  ["and"],
  ["==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];

export function parseFilter(source: string): Filter {
  if (source.length > MAX_LENGTH) throw new NotFollowed();
  return new Parser(source).whole();
}

class Parser {
  private at = 0;
  private depth = 0;

  public constructor(private readonly source: string) {}

  public whole(): Filter {
    const filter = this.pipe();
    if (this.peek() !== "") throw new NotFollowed();
    return filter;
  }

  private pipe(): Filter {
    if (++this.depth > MAX_DEPTH) throw new NotFollowed();
    const filter = this.word("def") ? this.definition() : this.piped();
    this.depth--;
    return filter;
  }

  private piped(): Filter {
    const left = this.comma();
    if (this.word("as")) {
      this.expect("$");
      const name = this.name();
      this.expect("|");
      return { kind: "as", value: left, name, body: this.pipe() };
    }
    return this.operator(["|"]) ? { kind: "binary", operator: "|", left, right: this.pipe() } : left;
  }

  /** `def f(g; $x): ...;` */
  private definition(): Filter {
    const name = this.name();
    const params: string[] = [];
    if (this.take("(")) {
      do params.push((this.take("$") ? "$" : "") + this.name());
      while (this.take(";"));
      this.expect(")");
    }
    this.expect(":");
    const body = this.pipe();
    this.expect(";");
    return { kind: "def", name, params, body, rest: this.pipe() };
  }

  private comma(): Filter {
    const left = this.level(0);
    return this.take(",") ? { kind: "binary", operator: ",", left, right: this.comma() } : left;
  }

  private level(index: number): Filter {
    const operators = LEVELS[index];
    if (operators === undefined) return this.postfix();
    let left = this.level(index + 1);
    for (let operator = this.operator(operators); operator !== undefined; operator = this.operator(operators))
      left = { kind: "binary", operator, left, right: this.level(index + 1) };
    return left;
  }

  private postfix(): Filter {
    let term = this.term();
    for (;;) {
      if (this.source[this.at] === "?") this.at++;
      else if (this.source[this.at] === "[") term = this.brackets(term);
      else if (/^\.(?=[A-Za-z_"])/.test(this.source.slice(this.at, this.at + 2))) {
        this.at++;
        term = { kind: "member", of: term, key: this.key() };
      } else return term;
    }
  }

  private brackets(of: Filter): Filter {
    this.expect("[");
    if (this.take("]")) return { kind: "each", of };
    const key = this.pipe();
    if (this.peek() === ":") throw new NotFollowed();
    this.expect("]");
    return { kind: "member", of, key };
  }

  private key(): Filter {
    return this.source[this.at] === '"' ? this.string(undefined) : this.nameAsText();
  }

  private nameAsText(): Filter {
    this.space();
    const start = this.at;
    this.name();
    return { kind: "text", start, end: this.at };
  }

  private term(): Filter {
    if (++this.depth > MAX_DEPTH) throw new NotFollowed();
    const filter = this.simple();
    this.depth--;
    return filter;
  }

  private simple(): Filter {
    const next = this.peek();
    if (next === HOLE) return { kind: "hole", at: this.at++ };
    if (next === '"') return this.string(undefined);
    if (next === ".") return this.dot();
    if (this.take("(")) {
      const inner = this.pipe();
      this.expect(")");
      return inner;
    }
    if (this.take("[")) {
      if (this.take("]")) return { kind: "list", items: { kind: "empty" } };
      const items = this.pipe();
      this.expect("]");
      return { kind: "list", items };
    }
    if (this.take("{")) return this.object();
    if (this.take("$")) return { kind: "variable", name: this.name() };
    if (this.take("@")) {
      const name = this.name();
      return this.peek() === '"' ? this.string(name) : { kind: "format", name };
    }
    const number = /^\d+(?:\.\d+)?/.exec(this.source.slice(this.at, this.at + 40))?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { kind: "number", text: number };
    }
    if (this.word("if")) return this.condition();
    return this.call();
  }

  private dot(): Filter {
    this.expect(".");
    const after = this.source[this.at] ?? "";
    if (after === "." || after === "[") {
      if (after === ".") throw new NotFollowed();
      return this.brackets(IDENTITY);
    }
    return /[A-Za-z_"]/.test(after) ? { kind: "member", of: IDENTITY, key: this.key() } : IDENTITY;
  }

  private call(): Filter {
    const name = this.name();
    if (/^(?:reduce|foreach|label|import|include|then|else|elif|end)$/.test(name)) throw new NotFollowed();
    if (name === "try") {
      const tried = this.postfix();
      if (this.word("catch")) this.postfix();
      return tried;
    }
    const args: Filter[] = [];
    if (this.source[this.at] === "(") {
      this.at++;
      do args.push(this.pipe());
      while (this.take(";"));
      this.expect(")");
    }
    return { kind: "call", name, args };
  }

  private condition(): Filter {
    const condition = this.pipe();
    if (!this.word("then")) throw new NotFollowed();
    const then = this.pipe();
    if (this.word("elif")) return { kind: "if", condition, then, otherwise: this.condition() };
    const otherwise = this.word("else") ? this.pipe() : IDENTITY;
    if (!this.word("end")) throw new NotFollowed();
    return { kind: "if", condition, then, otherwise };
  }

  /** `{name: value, $name, name, "text": value, (key): value}` */
  private object(): Filter {
    const entries: (readonly [Filter, Filter])[] = [];
    while (!this.take("}")) {
      entries.push(this.entry());
      if (!this.take(",") && this.peek() !== "}") throw new NotFollowed();
    }
    return { kind: "object", entries };
  }

  private entry(): readonly [Filter, Filter] {
    const next = this.peek();
    if (next === "$") {
      this.at++;
      const key = this.nameAsText();
      return [key, { kind: "variable", name: this.source.slice(this.at - length(key), this.at) }];
    }
    if (next === "(") {
      const key = this.term();
      this.expect(":");
      return [key, this.value()];
    }
    const key = next === '"' ? this.string(undefined) : this.nameAsText();
    return [key, this.take(":") ? this.value() : { kind: "member", of: IDENTITY, key }];
  }

  /** A value of an object: `|` may be in it, `,` may not. */
  private value(): Filter {
    const left = this.level(0);
    return this.operator(["|"]) ? { kind: "binary", operator: "|", left, right: this.value() } : left;
  }

  private string(format: string | undefined): Filter {
    this.expect('"');
    const parts: Filter[] = [];
    let start = this.at;
    const close = (): void => {
      if (this.at > start) parts.push({ kind: "text", start, end: this.at });
    };
    for (;;) {
      const character = this.source[this.at];
      if (character === undefined) throw new NotFollowed();
      if (character === '"') break;
      if (character === "\\" && this.source[this.at + 1] === "(") {
        close();
        this.at += 2;
        parts.push(this.pipe());
        this.expect(")");
        start = this.at;
      } else this.at += character === "\\" ? 2 : 1;
    }
    close();
    this.at++;
    return { kind: "string", parts, format };
  }

  private space(): void {
    for (;;) {
      while (/\s/.test(this.source[this.at] ?? "")) this.at++;
      if (this.source[this.at] !== "#") return;
      while (this.at < this.source.length && this.source[this.at] !== "\n") this.at++;
    }
  }

  private peek(): string {
    this.space();
    return this.source[this.at] ?? "";
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new NotFollowed();
  }

  private operator(candidates: readonly string[]): string | undefined {
    this.space();
    const found = /^(?:\/\/=|\/\/|\|=|\+=|==|!=|<=|>=|or\b|and\b|[|=<>+*/%-])/.exec(
      this.source.slice(this.at, this.at + 4),
    )?.[0];
    if (found === undefined || !candidates.includes(found)) return undefined;
    this.at += found.length;
    return found;
  }

  private word(word: string): boolean {
    this.space();
    if (!this.source.startsWith(word, this.at) || /\w/.test(this.source[this.at + word.length] ?? "")) return false;
    this.at += word.length;
    return true;
  }

  private name(): string {
    this.space();
    const start = this.at;
    while (/\w/.test(this.source[this.at] ?? "")) this.at++;
    if (this.at === start) throw new NotFollowed();
    return this.source.slice(start, this.at);
  }
}

const length = (key: Filter): number => (key.kind === "text" ? key.end - key.start : 0);
