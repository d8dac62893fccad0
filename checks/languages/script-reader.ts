import { markFailureChecked } from "../program/exit-status.js";
import { literal, sketch, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { Language, ProgramHost } from "../program/language.js";
import { asString, valueAt, stringValue, type SymbolicValue } from "../values/symbolic-value.js";
import { makesClient, type RequestLibrary } from "./request-calls.js";
import { clientOf } from "./request-shape.js";
import { ScriptExpressions } from "./script-expressions.js";
import {
  memberOf,
  requestsIn,
  stringResult,
  abstractValue,
  wordResult,
  type Argument,
  type AbstractValue,
} from "./abstract-value.js";

const LOOKS = new Set(["if", "elif", "while", "assert", "unless", "switch", "match"]);
const SKIPPED = new Set(
  (
    "return await yield raise throw new const let var async export default try except finally else with for in pass global nonlocal " +
    "del lambda class static public private readonly typeof void case do"
  ).split(" "),
);

/**
 * Reads Python and JavaScript from top to bottom, as one would to see what requests are made: assignments are remembered, branches are
 * all taken, functions are read where they stand. What it does not understand it steps over.
 */
export class ScriptReader extends ScriptExpressions {
  public constructor(
    language: Language,
    source: SymbolicString,
    host: ProgramHost,
    private readonly library: RequestLibrary,
    private readonly loaded = new Set<string>(),
  ) {
    super(language, source, host);
  }

  public callRequest(callee: AbstractValue, args: readonly Argument[], place: number): AbstractValue | undefined {
    const symbol = callee.qualifiedName ?? "";
    if (!makesClient(symbol)) return this.library(this, callee, args, place);
    const qualifiedName = this.language === "python" ? "client" : (symbol.split(".")[0] ?? "axios");
    return { content: clientOf(args), qualifiedName };
  }

  public run(): void {
    this.whole();
    // Functions stand before their calls: only the second time is it known what they are called with.
    if (this.given.size === 0) return;
    this.host.effects.requests.length = this.requestsBefore;
    for (const path of this.own) this.loaded.delete(path);
    this.position = 0;
    this.whole();
  }

  /** Modules that this one loaded itself. */
  private readonly own = new Set<string>();
  private readonly requestsBefore = this.host.effects.requests.length;

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
      markFailureChecked(requestsIn(this.expression().content));
    } else if (token.text === "return") {
      this.position++;
      const result = this.expression();
      if (this.current !== undefined) this.results.set(this.current, result);
    } else if (token.kind === "name" && /^(?:from|import|require)$/.test(token.text)) this.load();
    else if (token.kind === "name" && SKIPPED.has(token.text)) this.position++;
    else if (token.kind === "mark" && /^[{}();,:]$/.test(token.text) && !(token.text === "{" && this.isPattern()))
      this.position++;
    else this.assignment();
    if (this.position === before) this.position++;
  }

  /** `from auth import get_token`, `import auth`, `import { x } from "./auth.mjs"`: a module beside the program. */
  private load(): void {
    this.position++;
    const { token } = this;
    const path =
      token.kind === "string" ? sketch(asString(this.string(token).content)) : token.text.replaceAll(".", "/");
    if (this.language === "python") this.module(token.text, `${path}.py`);
    else if (/^\.{1,2}\//.test(path))
      for (const end of ["", ".js", ".mjs", ".cjs", ".ts"]) if (this.module("", path + end)) return;
  }

  /** Reads a module in the place where it is loaded; what it defines is known by its own name, too. */
  private module(name: string, path: string): boolean {
    const file = this.loaded.has(path) || this.loaded.size > 20 ? undefined : this.host.module(path);
    if (!file) return false;
    this.loaded.add(path);
    this.own.add(path);
    const inner = new ScriptReader(
      this.language,
      [literal(file.text(), { file, at: 0 })],
      this.host,
      this.library,
      this.loaded,
    );
    inner.run();
    for (const [key, value] of inner.variables) if (!this.variables.has(key)) this.variables.set(key, value);
    for (const [key, value] of inner.results) {
      this.results.set(key, value);
      this.results.set(`${name}.${key}`, value);
    }
    for (const request of inner.ending) this.ending.add(request);
    return true;
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
      this.assign(target, stringResult([...asString(target.content), ...asString(more.content)]));
    } else if (this.is("=")) {
      this.position++;
      const value = this.right();
      if (names.length > 0)
        names.forEach((name, index) =>
          this.variables.set(name, {
            ...value,
            content: valueAt(value.content, [String(index)]) ?? memberOf(value, name, this.host.taintOf),
          }),
        );
      else this.assign(target, value);
    }
  }

  private right(): AbstractValue {
    const value = this.expression();
    return this.accept("=") ? this.right() : value;
  }

  private assign(target: AbstractValue, value: AbstractValue): void {
    const symbol = target.qualifiedName ?? "";
    const path = [...symbol.matchAll(/[\w$]+/g)].map((match) => match[0]);
    const [name = "", ...rest] = path;
    if (name === "" || /\W/.test(symbol.replace(/[.[\]'"]/g, ""))) return;
    if (/(?:^|\.)verify$/.test(symbol) && asString(value.content)[0]?.text === "False")
      this.variables.set("#insecure", wordResult(symbol));
    if (rest.length === 0) {
      this.variables.set(name, value);
      return;
    }
    const base = this.variables.get(name);
    const entries = new Map<string, SymbolicValue>(base?.content.kind === "object" ? base.content.entries : []);
    if (rest.length === 1 && (base === undefined || base.content.kind === "object")) {
      entries.set(rest[0] ?? "", value.content);
      this.variables.set(name, { ...base, content: { kind: "object", entries } });
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
    for (const [key, local] of names)
      this.variables.set(local, abstractValue(memberOf(value, key, this.host.taintOf), local));
  }

  protected isPattern(): boolean {
    return this.language === "javascript" && /^(?:const|let|var)$/.test(this.tokens[this.position - 1]?.text ?? "");
  }

  protected definition(): void {
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
  protected parameters(given: readonly Argument[]): void {
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
      this.variables.set(
        token.text,
        own?.value ?? fallback ?? abstractValue(stringValue([hole(this.host.taintOf(token.text))])),
      );
      this.skipTo(",", ")");
      this.accept(",");
    }
    this.accept(")");
    this.brackets--;
  }
}
