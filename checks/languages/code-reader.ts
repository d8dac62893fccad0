import type { HttpRequest } from "../requests/request.js";
import { Composition } from "../program/composition.js";
import type { Place } from "../configuration/place.js";
import { known, literal, sketch, unknown, type Piece, type Text } from "../values/text.js";
import { asText, text, type Value } from "../values/value.js";
import { percent } from "./formatting.js";
import { tokens, type Token } from "./lexer.js";
import type { Language, ProgramHost } from "./run.js";
import { hole, memberOf, requestsIn, textThing, thing, type Argument, type Thing } from "./thing.js";

const MAX_DEPTH = 60;
const END: Token = { kind: "end", text: "", at: 0, onNewLine: true };

/** What all three languages have in common: tokens, strings with code in them, names, members, calls and brackets. */
export abstract class CodeReader {
  public readonly variables = new Map<string, Thing>();
  protected tokens: readonly Token[];
  protected position = 0;
  protected depth = 0;
  public readonly composition: Composition;
  /** Requests whose failure ends the program, because what it looks for in the answer is not there. */
  public readonly ending = new Set<HttpRequest>();

  public constructor(
    public readonly language: Language,
    source: Text,
    public readonly host: ProgramHost,
  ) {
    this.composition = new Composition(source);
    this.tokens = tokens(this.composition.source, language);
  }

  /** Everything from the first token to the last. */
  public abstract run(): void;
  protected abstract primary(): Thing;
  /** The arguments of a call, up to its closing parenthesis. */
  protected abstract argsOf(callee: Thing): Argument[];
  protected abstract call(callee: Thing, args: readonly Argument[], at: number, receiver: Thing | undefined): Thing;

  protected get token(): Token {
    return this.tokens[this.position] ?? END;
  }

  protected peek(offset = 1): Token {
    return this.tokens[this.position + offset] ?? END;
  }

  protected is(...texts: string[]): boolean {
    return this.token.kind !== "string" && texts.includes(this.token.text);
  }

  protected accept(...texts: string[]): boolean {
    if (!this.is(...texts)) return false;
    this.position++;
    return true;
  }

  public place(at: number): Place | undefined {
    return this.composition.place(at) ?? this.host.place;
  }

  public expression(): Thing {
    if (++this.depth > MAX_DEPTH) {
      this.position++;
      this.depth--;
      return hole();
    }
    let left = this.postfix(this.primary());
    for (;;) {
      const operator = this.binaryOperator();
      if (operator === undefined) break;
      const right = this.postfix(this.primary());
      left = this.operate(operator, left, right);
    }
    this.depth--;
    return left;
  }

  /** The operator at the position, taken; nothing where the expression ends. */
  protected binaryOperator(): string | undefined {
    const { token } = this;
    if (token.kind === "string" || (token.onNewLine && this.endsAtLine())) return undefined;
    if (!/^(?:\+|%|&&|\|\||\?\?|or|and|==|!=|===|!==|<|>|<=|>=|in|not|is|instanceof|-|\*|\/)$/.test(token.text))
      return undefined;
    this.position++;
    if (token.text === "not" || token.text === "is") this.accept("in", "not");
    return token.text;
  }

  /** Whether a new line may end an expression: not within brackets. */
  protected endsAtLine(): boolean {
    return this.brackets === 0;
  }
  protected brackets = 0;

  protected operate(operator: string, left: Thing, right: Thing): Thing {
    if (operator === "+") return textThing([...asText(left.value), ...asText(right.value)]);
    if (/^(?:\|\||\?\?|or)$/.test(operator)) {
      const first = asText(left.value);
      return known(first) === "" ? right : left;
    }
    if (operator === "%" && this.language === "python") return textThing(percent(asText(left.value), right.value));
    if (operator === "and" || operator === "&&") return right;
    // Of a comparison it matters what was looked at.
    return textThing([...asText(left.value), ...asText(right.value)]);
  }

  protected postfix(start: Thing): Thing {
    let result = start;
    for (;;) {
      const { token } = this;
      if (token.kind === "string" || token.kind === "end") return result;
      if (token.text === "." || token.text === "?." || token.text === "::") {
        const next = this.peek();
        if (next.kind !== "name") return result;
        this.position += 2;
        result = this.member(result, next.text);
      } else if (token.text === "(" && !this.breaksBefore(token)) {
        this.position++;
        const args = this.argsOf(result);
        result = this.call(result, args, token.at, result);
      } else if (token.text === "[" && !this.breaksBefore(token)) {
        this.position++;
        const [index] = this.args("]");
        result = this.index(result, index?.thing);
      } else return result;
    }
  }

  protected breaksBefore(token: Token): boolean {
    return token.onNewLine && this.endsAtLine();
  }

  protected member(of: Thing, name: string): Thing {
    const symbol = `${of.symbol ?? ""}.${name}`;
    const value = memberOf(of, name);
    return { value, symbol, request: of.request, of };
  }

  protected index(of: Thing, index: Thing | undefined): Thing {
    const name = index && known(asText(index.value));
    if (name === undefined)
      return thing(text([unknown({ refs: asText(of.value).flatMap((piece) => piece.refs) })]), of.symbol);
    // In Python a field that is missing is an error, which ends the program.
    if (this.language === "python") for (const request of requestsIn(of.value)) this.ending.add(request);
    return { value: memberOf(of, name), symbol: `${of.symbol ?? ""}[${name}]`, request: of.request };
  }

  /** Arguments or items up to the closing bracket; always advances, so it always ends. */
  protected args(close: string): Argument[] {
    const args: Argument[] = [];
    this.brackets++;
    while (this.token.kind !== "end" && !this.is(close)) {
      const before = this.position;
      args.push(this.argument());
      if (!this.is(close)) this.skipTo(",", close);
      this.accept(",");
      if (this.position === before) this.position++;
    }
    this.accept(close);
    this.brackets--;
    return args;
  }

  protected argument(): Argument {
    const { token } = this;
    if (
      token.kind === "name" &&
      this.peek().text === "=" &&
      this.peek().kind === "mark" &&
      this.language === "python"
    ) {
      this.position += 2;
      return { name: token.text, thing: this.expression() };
    }
    if (this.accept("**", "*", "...")) return { name: "**", thing: this.expression() };
    return { thing: this.expression() };
  }

  /** Skips what could not be read, over whole brackets. */
  protected skipTo(...stops: string[]): void {
    let depth = 0;
    while (this.token.kind !== "end") {
      if (this.token.kind !== "string") {
        if (depth === 0 && stops.includes(this.token.text)) return;
        if (/^[([{]$|^@[{(]$/.test(this.token.text)) depth++;
        else if (/^[)\]}]$/.test(this.token.text) && --depth < 0) return;
      }
      this.position++;
    }
  }

  /** `{ a: 1, "b": 2 }` of Python and JavaScript, with `{ a }` for `{ a: a }`. */
  protected object(): Thing {
    const entries = new Map<string, Value>();
    this.brackets++;
    while (this.token.kind !== "end" && !this.is("}")) {
      const before = this.position;
      if (this.accept("**", "...")) {
        const { value } = this.expression();
        if (value.kind === "object") for (const [name, item] of value.entries) entries.set(name, item);
      } else {
        const { token } = this;
        const key =
          token.kind === "name" && this.language === "javascript"
            ? (this.position++, token.text)
            : sketch(asText(this.expression().value));
        if (this.accept(":")) entries.set(key, this.expression().value);
        else if (token.kind === "name") entries.set(key, this.lookup(token.text).value);
      }
      if (!this.is("}")) this.skipTo(",", "}");
      this.accept(",");
      if (this.position === before) this.position++;
    }
    this.accept("}");
    this.brackets--;
    return thing({ kind: "object", entries });
  }

  protected list(close: string): Thing {
    return thing({ kind: "list", items: this.args(close).map((arg) => arg.thing.value) });
  }

  /** A variable, or a name that only its use explains. */
  protected lookup(name: string): Thing {
    const variable = this.variables.get(name);
    if (variable) return variable.symbol === undefined ? { ...variable, symbol: name } : variable;
    return thing(text([unknown(this.host.natureOf(name))]), name);
  }

  protected string(token: Token): Thing {
    const pieces = (token.parts ?? []).flatMap((part): readonly Piece[] =>
      "code" in part ? asText(this.embedded(part.code).value) : this.composition.pieces(part.text, this.place(part.at)),
    );
    return textThing(pieces.length === 0 ? [literal("", this.place(token.at))] : pieces);
  }

  /** Code within a string, in the same variables. */
  protected embedded(code: string): Thing {
    const outer = { tokens: this.tokens, position: this.position, brackets: this.brackets };
    this.tokens = tokens(code, this.language);
    this.position = 0;
    this.brackets = 1;
    const result = this.depth > MAX_DEPTH / 2 ? hole() : this.expression();
    Object.assign(this, outer);
    return result;
  }
}
