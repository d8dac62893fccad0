import { ProgramSource } from "../../program/program-source.js";
import type { Place } from "../../configuration/place.js";
import { concrete, literal, hole, type Fragment, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, stringValue } from "../../values/symbolic-value.js";
import { isFollowed, type ProgramReader } from "../program-reader.js";
import { tokens, type Token } from "./lexer.js";
import type { ProgramHost } from "../../program/language.js";
import {
  unknownResult,
  memberOf,
  stringResult,
  abstractValue,
  type Argument,
  type AbstractValue,
} from "../abstract-value.js";

const MAX_DEPTH = 60;
const TOO_DEEP = "starts a program that is nested too deeply to be followed to its end";
const END: Token = { kind: "end", text: "", at: 0, onNewLine: true };

/** Tokens, strings with code in them, names, members, calls and brackets. */
export abstract class CodeReader implements ProgramReader {
  public readonly language = "powershell";
  public readonly variables = new Map<string, AbstractValue>();
  protected tokens: readonly Token[];
  protected position = 0;
  protected depth = 0;
  public readonly source: ProgramSource;

  public constructor(
    source: SymbolicString,
    public readonly host: ProgramHost,
  ) {
    this.source = new ProgramSource(source);
    const { text } = this.source;
    this.tokens = isFollowed(text, host) ? tokens(text) : [];
  }

  public get code(): string {
    return this.source.text;
  }

  /** Everything from the first token to the last. */
  public abstract run(): void;
  /** A call that makes a request, prepares one, or makes a client for several; undefined where it is no such call. */
  public abstract callRequest(
    callee: AbstractValue,
    args: readonly Argument[],
    place: number,
  ): AbstractValue | undefined;
  protected abstract primary(): AbstractValue;
  /** What is to the right of an operator. */
  protected abstract rightOf(operator: string): AbstractValue;
  /** The arguments of a call, up to its closing parenthesis. */
  protected abstract argsOf(callee: AbstractValue): Argument[];
  protected abstract call(
    callee: AbstractValue,
    args: readonly Argument[],
    at: number,
    receiver: AbstractValue | undefined,
  ): AbstractValue;

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
    return this.source.place(at) ?? this.host.place;
  }

  public expression(): AbstractValue {
    if (++this.depth > MAX_DEPTH) {
      this.host.cut(TOO_DEEP);
      this.position++;
      this.depth--;
      return unknownResult();
    }
    let left = this.postfix(this.primary());
    for (;;) {
      const operator = this.binaryOperator();
      if (operator === undefined) break;
      left = this.operate(operator, left, this.rightOf(operator));
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

  protected operate(operator: string, left: AbstractValue, right: AbstractValue): AbstractValue {
    if (operator === "+") return stringResult([...asString(left.content), ...asString(right.content)]);
    if (/^(?:\|\||\?\?|or)$/.test(operator)) {
      const first = asString(left.content);
      return concrete(first) === "" ? right : left;
    }
    if (operator === "and" || operator === "&&") return right;
    // Of a comparison it matters what was looked at.
    return stringResult([...asString(left.content), ...asString(right.content)]);
  }

  protected postfix(start: AbstractValue): AbstractValue {
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
        result = this.index(result, index?.value);
      } else return result;
    }
  }

  protected breaksBefore(token: Token): boolean {
    return token.onNewLine && this.endsAtLine();
  }

  protected member(of: AbstractValue, name: string): AbstractValue {
    const symbol = `${of.qualifiedName ?? ""}.${name}`;
    const value = memberOf(of, name, this.host.taintOf);
    return { content: value, qualifiedName: symbol, request: of.request, receiver: of };
  }

  protected index(of: AbstractValue, index: AbstractValue | undefined): AbstractValue {
    const name = index && concrete(asString(index.content));
    if (name === undefined)
      return abstractValue(
        stringValue([hole({ provenance: asString(of.content).flatMap((fragment) => fragment.provenance) })]),
        of.qualifiedName,
      );
    return {
      content: memberOf(of, name, this.host.taintOf),
      qualifiedName: `${of.qualifiedName ?? ""}[${name}]`,
      request: of.request,
    };
  }

  /** Arguments or items up to the closing bracket; always advances, so it always ends. */
  protected args(close: string): Argument[] {
    const args: Argument[] = [];
    this.brackets++;
    while (this.token.kind !== "end" && !this.is(close)) {
      const before = this.position;
      args.push({ value: this.expression() });
      if (!this.is(close)) this.skipTo(",", close);
      this.accept(",");
      if (this.position === before) this.position++;
    }
    this.accept(close);
    this.brackets--;
    return args;
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

  protected list(close: string): AbstractValue {
    return abstractValue({ kind: "list", items: this.args(close).map((arg) => arg.value.content) });
  }

  protected string(token: Token): AbstractValue {
    const fragments = (token.parts ?? []).flatMap((part): readonly Fragment[] =>
      "code" in part
        ? asString(this.embedded(part.code).content)
        : this.source.fragments(part.text, this.place(part.at)),
    );
    return stringResult(fragments.length === 0 ? [literal("", this.place(token.at))] : fragments);
  }

  /** Code within a string, in the same variables. */
  protected embedded(code: string): AbstractValue {
    const outer = { tokens: this.tokens, position: this.position, brackets: this.brackets };
    this.tokens = tokens(code);
    this.position = 0;
    this.brackets = 1;
    const isTooDeep = this.depth > MAX_DEPTH / 2;
    if (isTooDeep) this.host.cut(TOO_DEEP);
    const result = isTooDeep ? unknownResult() : this.expression();
    Object.assign(this, outer);
    return result;
  }
}
