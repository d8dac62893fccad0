import { notice } from "../shell/outcome.js";
import { blend, literal, unknown } from "../resolve/text.js";
import { allPieces, asText, at, text, type Value } from "../resolve/value.js";
import { callLibrary } from "./library.js";
import { CodeReader } from "./code-reader.js";
import { hole, memberOf, requestsIn, textThing, thing, word, type Argument, type Thing } from "./thing.js";

const LOOKS = new Set(["if", "elif", "while", "assert", "unless", "switch", "match"]);
const SKIPPED = new Set(
  (
    "return await yield raise throw new const let var async export default from import try except finally else with for in pass global nonlocal " +
    "del lambda class static public private readonly typeof void case do"
  ).split(" "),
);

/**
 * Reads Python and JavaScript from top to bottom, as one would to see what requests are made: assignments are remembered, branches are
 * all taken, functions are read where they stand. What it does not understand it steps over.
 */
export class ScriptReader extends CodeReader {
  /** What functions of the program give back, and what they were called with. */
  private readonly results = new Map<string, Thing>();
  private readonly given = new Map<string, readonly Argument[]>();
  private current: string | undefined;
  private callback: Thing | undefined;

  public run(): void {
    this.whole();
    // Functions stand before their calls: only the second time is it known what they are called with.
    if (this.given.size === 0) return;
    this.host.facts.requests.length = this.requestsBefore;
    this.position = 0;
    this.whole();
  }

  private readonly requestsBefore = this.host.facts.requests.length;

  private whole(): void {
    while (this.token.kind !== "end") this.statement();
  }

  protected statement(): void {
    const before = this.position;
    this.brackets = 0;
    const { token } = this;
    if (token.kind === "name" && (token.text === "def" || token.text === "function")) this.definition();
    else if (token.kind === "name" && LOOKS.has(token.text)) {
      this.position++;
      notice(requestsIn(this.expression().value));
    } else if (token.text === "return") {
      this.position++;
      const result = this.expression();
      if (this.current !== undefined) this.results.set(this.current, result);
    } else if (token.kind === "name" && SKIPPED.has(token.text)) this.position++;
    else if (token.kind === "mark" && /^[{}();,:]$/.test(token.text) && !(token.text === "{" && this.isPattern()))
      this.position++;
    else this.assignment();
    if (this.position === before) this.position++;
  }

  private assignment(): void {
    if (this.is("{") && this.language === "javascript") {
      this.destructure();
      return;
    }
    const names: string[] = [];
    const start = this.position;
    const target = this.expression();
    if (this.token.text === "," && this.language === "python") {
      // `a, b = ...`
      this.position = start;
      while (this.token.kind === "name") {
        names.push(this.token.text);
        this.position++;
        if (!this.accept(",")) break;
      }
    }
    if (
      this.language === "python" &&
      this.is(":") &&
      !this.peek().onNewLine &&
      this.tokens.slice(this.position, this.position + 12).some((token) => token.text === "=")
    )
      this.skipTo("=");
    if (this.is("as")) {
      const name = this.tokens[this.position + 1]?.text ?? "";
      this.position += 2;
      this.variables.set(name, target);
      return;
    }
    if (this.is("+=")) {
      this.position++;
      const more = this.expression();
      this.assign(target, textThing([...asText(target.value), ...asText(more.value)]));
    } else if (this.is("=")) {
      this.position++;
      const value = this.right();
      if (names.length > 0)
        names.forEach((name, index) =>
          this.variables.set(name, { ...value, value: at(value.value, [String(index)]) ?? memberOf(value, name) }),
        );
      else this.assign(target, value);
    }
  }

  private right(): Thing {
    const value = this.expression();
    return this.accept("=") ? this.right() : value;
  }

  private assign(target: Thing, value: Thing): void {
    const symbol = target.symbol ?? "";
    const path = [...symbol.matchAll(/[\w$]+/g)].map((match) => match[0]);
    const [name = "", ...rest] = path;
    if (name === "" || /\W/.test(symbol.replace(/[.[\]'"]/g, ""))) return;
    if (/(?:^|\.)verify$/.test(symbol) && asText(value.value)[0]?.text === "False")
      this.variables.set("#insecure", word(symbol));
    if (rest.length === 0) {
      this.variables.set(name, value);
      return;
    }
    const base = this.variables.get(name);
    const entries = new Map<string, Value>(base?.value.kind === "object" ? base.value.entries : []);
    if (rest.length === 1 && (base === undefined || base.value.kind === "object")) {
      entries.set(rest[0] ?? "", value.value);
      this.variables.set(name, { ...base, value: { kind: "object", entries } });
    }
    if (rest.at(-1) === "headers" || symbol.includes(".headers")) this.variables.set(`#headers ${name}`, value);
  }

  /** `const { access_token: token, data } = ...` */
  private destructure(): void {
    this.position++;
    const names: [string, string][] = [];
    while (this.token.kind !== "end" && !this.is("}")) {
      const key = this.token.text;
      this.position++;
      const local = this.accept(":") ? this.token.text : key;
      if (local !== key) this.position++;
      names.push([key, local]);
      this.skipTo(",", "}");
      this.accept(",");
    }
    this.accept("}");
    if (!this.accept("=")) return;
    const value = this.expression();
    for (const [key, local] of names) this.variables.set(local, thing(memberOf(value, key), local));
  }

  private isPattern(): boolean {
    return this.language === "javascript" && /^(?:const|let|var)$/.test(this.tokens[this.position - 1]?.text ?? "");
  }

  private definition(): void {
    this.position++;
    this.accept("*");
    if (this.token.kind !== "name") return;
    const name = this.token.text;
    this.position++;
    this.current = name;
    if (this.accept("(")) this.parameters(this.given.get(name) ?? []);
    if (this.language === "python") this.skipTo(":");
  }

  /** Parameters take what their function is called with, or their default. */
  private parameters(given: readonly Argument[]): void {
    let index = 0;
    this.brackets++;
    while (this.token.kind !== "end" && !this.is(")")) {
      const { token } = this;
      if (token.kind !== "name") {
        this.position++;
        continue;
      }
      this.position++;
      if (this.accept(":")) this.skipTo(",", ")", "=");
      const fallback = this.accept("=") ? this.expression() : undefined;
      const own = given.find((arg) => arg.name === token.text) ?? given.filter((arg) => arg.name === undefined)[index];
      index++;
      this.variables.set(token.text, own?.thing ?? fallback ?? thing(text([unknown(this.host.natureOf(token.text))])));
      this.skipTo(",", ")");
      this.accept(",");
    }
    this.accept(")");
    this.brackets--;
  }

  protected primary(): Thing {
    const { token } = this;
    if (token.kind === "end") return hole();
    this.position++;
    if (token.kind === "string") {
      let result = this.string(token);
      // Adjacent strings of Python are one.
      while (this.language === "python" && this.token.kind === "string" && (this.brackets > 0 || !this.token.onNewLine))
        result = textThing([
          ...asText(result.value),
          ...asText(this.string(this.tokens[this.position++] ?? token).value),
        ]);
      return result;
    }
    if (token.kind === "hole") return textThing(this.composition.pieces(token.text));
    if (token.kind === "number") return { value: { kind: "text", pieces: [literal(token.text)], bare: true } };
    if (token.kind === "name") return this.named(token.text);
    if (token.text === "{") return this.object();
    if (token.text === "[") return this.list("]");
    if (token.text === "(") return this.parenthesis();
    if (/^[!\-+~]$/.test(token.text)) return this.postfix(this.primary());
    return hole();
  }

  private named(name: string): Thing {
    if (/^(?:True|False|None|true|false|null|undefined)$/.test(name))
      return { value: { kind: "text", pieces: [literal(name)], bare: true } };
    if (name === "async" && this.is("(")) {
      this.position++;
      return this.parenthesis();
    }
    if (/^(?:await|new|not|typeof|yield|void|return|async|lambda)$/.test(name)) return this.postfix(this.primary());
    if (name === "function") {
      this.position--;
      this.definition();
      return hole();
    }
    if (this.is("=>")) {
      this.variables.set(name, this.callback ?? thing(text([unknown(this.host.natureOf(name))])));
      return this.arrow();
    }
    return this.lookup(name);
  }

  private parenthesis(): Thing {
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
      this.parameters(outer ? [{ thing: outer }] : []);
      return this.arrow();
    }
    const items = this.args(")");
    const only = items.length === 1 ? items[0] : undefined;
    return only && only.name === undefined
      ? only.thing
      : thing({ kind: "list", items: items.map((item) => item.thing.value) });
  }

  private arrow(): Thing {
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
    return this.results.get(name) ?? hole();
  }

  protected argsOf(callee: Thing): Argument[] {
    const outer = this.callback;
    const calls = /\.(?:then|map|forEach|finally)$/.test(callee.symbol ?? "");
    this.callback = calls ? { value: (callee.of ?? callee).value } : undefined;
    const args = this.args(")");
    this.callback = outer;
    return args;
  }

  protected call(callee: Thing, args: readonly Argument[], place: number): Thing {
    const symbol = callee.symbol ?? "";
    const own = this.results.get(symbol);
    if (
      /^\w+$/.test(symbol) &&
      (own !== undefined ||
        this.tokens.some(
          (token, i) => token.text === symbol && /^(?:def|function)$/.test(this.tokens[i - 1]?.text ?? ""),
        ))
    ) {
      this.given.set(symbol, args);
      return own ?? hole();
    }
    if (/\.then$/.test(symbol)) return args[0]?.thing ?? hole();
    return (
      callLibrary(this, callee, args, place) ?? textThing(blend(args.flatMap((arg) => allPieces(arg.thing.value))))
    );
  }
}
