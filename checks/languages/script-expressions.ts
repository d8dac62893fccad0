import { propagate, literal, hole } from "../values/symbolic-string.js";
import { fragmentsOf, asString, stringValue } from "../values/symbolic-value.js";
import { CodeReader } from "./code-reader.js";
import { callLibrary } from "./library.js";
import { unknownResult, stringResult, abstractValue, type Argument, type AbstractValue } from "./abstract-value.js";

/** Expressions of Python and JavaScript: literals, calls, and functions that stand where a value does. */
export abstract class ScriptExpressions extends CodeReader {
  /** What functions of the program give back, and what they were called with. */
  protected readonly results = new Map<string, AbstractValue>();
  protected readonly given = new Map<string, readonly Argument[]>();
  protected current: string | undefined;
  private callback: AbstractValue | undefined;

  protected abstract statement(): void;
  protected abstract definition(): void;
  protected abstract parameters(given: readonly Argument[]): void;
  protected abstract isPattern(): boolean;

  protected primary(): AbstractValue {
    const { token } = this;
    if (token.kind === "end") return unknownResult();
    this.position++;
    if (token.kind === "string") {
      let result = this.string(token);
      // Adjacent strings of Python are one.
      while (this.language === "python" && this.token.kind === "string" && (this.brackets > 0 || !this.token.onNewLine))
        result = stringResult([
          ...asString(result.content),
          ...asString(this.string(this.tokens[this.position++] ?? token).content),
        ]);
      return result;
    }
    if (token.kind === "hole") return stringResult(this.source.fragments(token.text));
    if (token.kind === "number") return { content: { kind: "text", fragments: [literal(token.text)], bare: true } };
    if (token.kind === "name") return this.named(token.text);
    if (token.text === "{") return this.object();
    if (token.text === "[") return this.list("]");
    if (token.text === "(") return this.parenthesis();
    if (/^[!\-+~]$/.test(token.text)) return this.postfix(this.primary());
    return unknownResult();
  }

  private named(name: string): AbstractValue {
    if (/^(?:True|False|None|true|false|null|undefined)$/.test(name))
      return { content: { kind: "text", fragments: [literal(name)], bare: true } };
    if (name === "async" && this.is("(")) {
      this.position++;
      return this.parenthesis();
    }
    if (/^(?:await|new|not|typeof|yield|void|return|async|lambda)$/.test(name)) return this.postfix(this.primary());
    if (name === "function") {
      this.position--;
      this.definition();
      return unknownResult();
    }
    if (this.is("=>")) {
      this.variables.set(name, this.callback ?? abstractValue(stringValue([hole(this.host.taintOf(name))])));
      return this.arrow();
    }
    return this.lookup(name);
  }

  private parenthesis(): AbstractValue {
    const start = this.position;
    let depth = 1;
    let end = start;
    while (depth > 0 && this.tokens[end] !== undefined) {
      const token = this.tokens[end];
      if (token?.kind === "mark" && token.text === "(") depth++;
      if (token?.kind === "mark" && token.text === ")") depth--;
      end++;
    }
    if (this.language === "javascript" && this.tokens[end]?.text === "=>") {
      const outer = this.callback;
      this.parameters(outer ? [{ value: outer }] : []);
      return this.arrow();
    }
    const items = this.args(")");
    const only = items.length === 1 ? items[0] : undefined;
    return only && only.name === undefined
      ? only.value
      : abstractValue({ kind: "list", items: items.map((item) => item.value.content) });
  }

  private arrow(): AbstractValue {
    this.accept("=>");
    if (!this.is("{")) return this.expression();
    const before = this.current;
    const name = `=>${String(this.position)}`;
    this.current = name;
    this.position++;
    const brackets = this.brackets;
    for (let depth = 1; depth > 0 && this.token.kind !== "end";) {
      if (this.is("}")) depth--;
      if (this.is("{") && !this.isPattern()) depth++;
      if (depth > 0) this.statement();
      else this.position++;
    }
    this.brackets = brackets;
    this.current = before;
    return this.results.get(name) ?? unknownResult();
  }

  protected argsOf(callee: AbstractValue): Argument[] {
    const outer = this.callback;
    const calls = /\.(?:then|map|forEach|finally)$/.test(callee.qualifiedName ?? "");
    this.callback = calls ? { content: (callee.receiver ?? callee).content } : undefined;
    const args = this.args(")");
    this.callback = outer;
    return args;
  }

  protected call(callee: AbstractValue, args: readonly Argument[], place: number): AbstractValue {
    const symbol = callee.qualifiedName ?? "";
    const own = this.results.get(symbol);
    if (
      (own !== undefined && symbol.includes(".")) ||
      (/^\w+$/.test(symbol) &&
        (own !== undefined ||
          this.tokens.some(
            (token, i) => token.text === symbol && /^(?:def|function)$/.test(this.tokens[i - 1]?.text ?? ""),
          )))
    ) {
      this.given.set(symbol, args);
      return own ?? unknownResult();
    }
    if (/\.then$/.test(symbol)) return args[0]?.value ?? unknownResult();
    return (
      callLibrary(this, callee, args, place) ??
      stringResult(propagate(args.flatMap((arg) => fragmentsOf(arg.value.content))))
    );
  }
}
