import { callLibrary, environment } from "../library.js";
import { append, concrete, literal, sketch, hole } from "../../values/symbolic-string.js";
import { asString, isNull, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { runCmdlet, type CmdletCall, type CmdletReader } from "./cmdlets.js";
import { CodeReader } from "./code-reader.js";
import {
  unknownResult,
  memberOf,
  NOTHING,
  stringResult,
  abstractValue,
  wordResult,
  type Argument,
  type AbstractValue,
  unprinted,
} from "../abstract-value.js";

const MAX_WORD = 1_000;
const ENDS = /^(?:[|;)}\]>]|&&|\|\|)$/;

/** PowerShell's expressions: hashtables, casts, pipelines of cmdlets, splatting. */
export abstract class PowerShellExpressions extends CodeReader implements CmdletReader {
  public tracedBy: string | undefined;

  protected abstract statement(): void;
  /** A function of the program itself; undefined where it has none of that name. */
  protected abstract callFunction(call: CmdletCall): AbstractValue | undefined;
  /** A script that is started or loaded, or a module that is; undefined where a command is neither. */
  protected abstract runScript(call: CmdletCall, isDotted: boolean): AbstractValue | undefined;
  /** The folder of the script, from the one that it is started in. */
  protected folder = this.host.folder;

  protected assign(target: AbstractValue, value: AbstractValue): void {
    const [name = "", ...rest] = (target.qualifiedName ?? "").split(/[.[\]]+/).filter((step) => step !== "");
    if (name === "") return;
    if (rest.length === 0) {
      this.set(name, value);
      return;
    }
    const base = this.variables.get(name.toLowerCase());
    if (base && base.content.kind !== "object") return;
    const entries = new Map<string, SymbolicValue>(base?.content.kind === "object" ? base.content.entries : []);
    this.set(name, abstractValue({ kind: "object", entries: entries.set(rest.join("."), value.content) }));
  }

  /** Its requests are made by cmdlets. */
  public callRequest(): undefined {
    return undefined;
  }

  public set(name: string, value: AbstractValue): void {
    this.variables.set(name.toLowerCase(), value);
  }

  public pipeline(): AbstractValue {
    const { token } = this;
    const start =
      (token.kind === "name" && !/^[$@-]/.test(token.text)) || /\.ps1$/i.test(this.word() ?? "")
        ? this.command(undefined)
        : this.is("&", ".")
          ? this.invoked()
          : this.expression();
    return this.piped(start);
  }

  protected operators(left: AbstractValue): AbstractValue {
    let result = left;
    for (let operator = this.binaryOperator(); operator !== undefined; operator = this.binaryOperator())
      result = this.operate(operator, result, this.rightOf(operator));
    return result;
  }

  protected piped(start: AbstractValue): AbstractValue {
    let result = start;
    while (this.accept("|"))
      result = this.token.text === "%" ? (this.position++, this.each(result)) : this.command(result);
    return this.is(">") && !this.breaksBefore(this.token) ? this.redirected(result) : result;
  }

  /** `... > file` and `... >> file` */
  private redirected(result: AbstractValue): AbstractValue {
    this.position++;
    this.accept(">");
    const { content } = this.postfix(this.primary());
    if (!isNull(content)) this.host.writeFile(asString(content), asString(result.content));
    return NOTHING;
  }

  /** `2>&1`, `*>$null`: errors and the like, of which nothing matters. */
  private skipErrorStream(): boolean {
    if (!/^[2-6*]$/.test(this.token.text) || this.peek().text !== ">") return false;
    this.position += 2;
    this.accept(">");
    this.accept("&");
    this.postfix(this.primary());
    return true;
  }

  private each(input: AbstractValue): AbstractValue {
    this.set("_", input);
    return this.is("{") ? this.primary() : input;
  }

  /** `& curl.exe ...`, `& "./script.ps1" ...`, `. ./functions.ps1` */
  private invoked(): AbstractValue {
    const isDotted = this.is(".");
    this.position++;
    return this.is("{") ? this.primary() : this.command(undefined, { isDotted });
  }

  protected command(
    input: AbstractValue | undefined,
    { name: known, isDotted = false }: { name?: string; isDotted?: boolean } = {},
  ): AbstractValue {
    const { token } = this;
    const written = this.commandName();
    const name = known ?? written;
    if (/^(?:ForEach-Object|Where-Object|\?)$/i.test(name) && input) return this.each(input);
    const args: Argument[] = [];
    while (
      this.token.kind !== "end" &&
      !(this.token.onNewLine && this.brackets === 0) &&
      !(this.token.kind === "mark" && ENDS.test(this.token.text))
    ) {
      const before = this.position;
      if (!this.skipErrorStream()) append(args, this.commandArgument());
      if (this.position === before) this.position++;
    }
    const call: CmdletCall = { name, args, input, at: token.at };
    return this.callFunction(call) ?? this.runScript(call, isDotted) ?? runCmdlet(this, call);
  }

  /** A bare name, a path, or what a string, a variable or parentheses give. */
  private commandName(): string {
    const { token } = this;
    const isMade = token.kind === "string" || token.kind === "hole" || token.text === "(" || token.text.startsWith("$");
    if (isMade || this.word() !== undefined) return sketch(asString(this.argument().content));
    this.position++;
    return token.text;
  }

  /** A path without quotation marks, as of `$PSScriptRoot/token.ps1`; undefined for anything else. */
  private word(): string | undefined {
    if (!/^(?:name|mark|hole)$/.test(this.token.kind) || /^[-@([{]/.test(this.token.text)) return undefined;
    let text = "";
    for (let at = this.position; text.length < MAX_WORD; at++) {
      const token = this.tokens[at];
      const isNext = at === this.position || token?.at === this.token.at + text.length;
      if (!token || !isNext || token.kind === "string" || /^[,;|&(){}[\]<>=]/.test(token.text)) break;
      text += token.text;
    }
    return text !== this.token.text && /[\\/]/.test(text) ? text : undefined;
  }

  /** What a command is given without a name, up to a comma: a bare path is a string with variables in it. */
  private argument(): AbstractValue {
    const word = this.word();
    if (word === undefined) return this.postfix(this.primary());
    const { at } = this.token;
    while (this.token.kind !== "end" && this.token.at >= at && this.token.at < at + word.length) this.position++;
    return this.embedded(`"${word}"`);
  }

  private commandArgument(): Argument[] {
    const { token } = this;
    if (token.kind !== "name" || !/^[-@]/.test(token.text)) return [{ value: this.item() }];
    this.position++;
    if (token.text.startsWith("@")) {
      const value = this.variables.get(token.text.slice(1).toLowerCase())?.content;
      return value?.kind === "object"
        ? [...value.entries].map(([name, item]) => ({ name: name.toLowerCase(), value: abstractValue(item) }))
        : [];
    }
    const name = token.text.replace(/^-|:$/g, "").toLowerCase();
    const next = this.token;
    const ends =
      next.kind === "end" || (next.onNewLine && this.brackets === 0) || (next.kind === "mark" && ENDS.test(next.text));
    if (ends || (next.kind === "name" && /^-[A-Za-z]/.test(next.text))) return [{ name, value: wordResult("true") }];
    return [{ name, value: this.item() }];
  }

  private item(): AbstractValue {
    const first = this.argument();
    if (!this.is(",")) return first;
    const items = [first.content];
    while (this.accept(",")) items.push(this.argument().content);
    return abstractValue({ kind: "list", items });
  }

  protected argsOf(): Argument[] {
    return this.args(")");
  }

  protected primary(): AbstractValue {
    const { token } = this;
    if (token.kind === "end") return unknownResult();
    this.position++;
    if (token.kind === "string") return this.string(token);
    if (token.kind === "hole") return stringResult(this.source.fragments(token.text));
    if (token.kind === "number") return { content: { kind: "text", fragments: [literal(token.text)], bare: true } };
    if (token.kind === "name") return this.named(token.text);
    if (token.text === "@{") return this.hashtable();
    if (token.text === "@(") return this.list(")");
    if (token.text === "$" && this.accept("(")) return this.parenthesis();
    if (token.text === "(") return this.parenthesis();
    if (token.text === "[") return this.typed();
    if (token.text === "{") return this.block();
    if (/^[!+-]$/.test(token.text)) return this.postfix(this.primary());
    return unknownResult();
  }

  private named(name: string): AbstractValue {
    if (/^\$env:/i.test(name)) return environment(this, wordResult(name.slice(5)));
    if (/^\$(?:true|false)$/i.test(name))
      return { content: { kind: "text", fragments: [literal(name.slice(1).toLowerCase())], bare: true } };
    if (/^\$null$/i.test(name)) return { content: { kind: "text", fragments: [literal("null")], bare: true } };
    if (/^\$PSScriptRoot$/i.test(name)) return stringResult([literal(this.folder)]);
    if (name.startsWith("$")) {
      const plain = name.replace(/^\$\{?|\}$/g, "").replace(/^(?:global|script|local):/i, "");
      const variable = this.variables.get(plain.toLowerCase());
      return variable
        ? { ...variable, qualifiedName: plain, givenAt: undefined }
        : abstractValue(stringValue([hole(this.host.taintOf(plain))]), plain);
    }
    if (/^-(?:not|join|split)$/i.test(name)) return this.postfix(this.primary());
    if (/^[A-Za-z]+-[A-Za-z]+$/.test(name) || /^(?:irm|iwr)$/i.test(name)) {
      this.position--;
      return this.command(undefined);
    }
    return {
      content: stringValue([literal(name, this.place(this.tokens[this.position - 1]?.at ?? 0))]),
      qualifiedName: name,
    };
  }

  private parenthesis(): AbstractValue {
    this.brackets++;
    const result = this.pipeline();
    this.skipTo(")");
    this.accept(")");
    this.brackets--;
    return result;
  }

  /** `[string]$x` is `$x`; `[Convert]::ToBase64String(...)` is a call by that name. */
  private typed(): AbstractValue {
    const start = this.position;
    this.skipTo("]");
    const name = this.tokens
      .slice(start, this.position)
      .map((token) => token.text)
      .join("");
    this.accept("]");
    if (this.is("::")) return abstractValue(stringValue([hole()]), name);
    if (/^void$/i.test(name)) return { ...this.postfix(this.primary()), unprinted: true };
    return this.postfix(this.primary());
  }

  private block(): AbstractValue {
    let result = unknownResult();
    while (this.token.kind !== "end" && !this.is("}")) {
      const before = this.position;
      if (this.is(";") || this.assigns()) this.statement();
      else result = this.pipeline();
      if (this.position === before) this.position++;
    }
    this.accept("}");
    return result;
  }

  /** Whether an assignment begins here; anything else in a block is its value. */
  private assigns(): boolean {
    for (let at = this.position; at < this.position + 8; at++) {
      const token = this.tokens[at];
      if (!token || (token.onNewLine && at > this.position)) return false;
      if (token.kind === "mark" && (token.text === "=" || token.text === "+=")) return true;
      if (token.kind === "mark" && /^[|;{}(]$/.test(token.text)) return false;
    }
    return false;
  }

  private hashtable(): AbstractValue {
    const entries = new Map<string, SymbolicValue>();
    const outer = this.brackets;
    this.brackets = 0;
    while (this.token.kind !== "end" && !this.is("}")) {
      const { token } = this;
      this.position++;
      const key = token.kind === "string" ? sketch(asString(this.string(token).content)) : token.text;
      if (this.accept("=")) entries.set(key, this.pipeline().content);
      this.accept(";");
    }
    this.accept("}");
    this.brackets = outer;
    return abstractValue({ kind: "object", entries });
  }

  protected override binaryOperator(): string | undefined {
    const { token } = this;
    if (token.kind === "string" || (token.onNewLine && this.endsAtLine())) return undefined;
    if (!/^(?:\+|-(?:f|join|replace|split|eq|ne|match|notmatch|like|and|or|in|is|gt|lt|ge|le))$/i.test(token.text))
      return undefined;
    this.position++;
    return token.text.toLowerCase();
  }

  /** A comma binds more tightly than -f: what is filled in is a list. */
  protected rightOf(operator: string): AbstractValue {
    return operator === "-f" ? this.item() : this.postfix(this.primary());
  }

  protected override operate(operator: string, left: AbstractValue, right: AbstractValue): AbstractValue {
    if (operator === "-f")
      return callLibrary(this, { ...left, qualifiedName: ".format" }, itemsOf(right.content), 0) ?? left;
    if (operator === "-join" && left.content.kind === "list") {
      const separator = asString(right.content);
      return stringResult(
        left.content.items.flatMap((item, index) => [...(index > 0 ? separator : []), ...asString(item)]),
      );
    }
    if (operator === "-replace") return left;
    if (operator === "+" && left.content.kind === "object" && right.content.kind === "object")
      return abstractValue({ kind: "object", entries: new Map([...left.content.entries, ...right.content.entries]) });
    return super.operate(operator, left, right);
  }

  protected call(callee: AbstractValue, args: readonly Argument[], at: number): AbstractValue {
    const symbol = (callee.qualifiedName ?? "").replaceAll("::", ".");
    const name = symbol.slice(symbol.lastIndexOf(".") + 1);
    if (/^add$/i.test(name)) {
      const [base = ""] = symbol.split(".");
      const key = args[0] && concrete(asString(args[0].value.content));
      if (key !== undefined && args[1])
        this.assign(abstractValue((callee.receiver ?? callee).content, `${base}.${key}`), args[1].value);
      return unprinted((callee.receiver ?? callee).content);
    }
    if (mentionsInOrder(symbol, "console", "write")) {
      this.host.print(
        args.flatMap((arg) => asString(arg.value.content)),
        symbol,
        this.place(at),
      );
      return NOTHING;
    }
    if (/^(?:Write|Append)All(?:Text|Lines)$/i.test(name) && args[0] && args[1]) {
      this.host.writeFile(asString(args[0].value.content), asString(args[1].value.content));
      return NOTHING;
    }
    if (mentionsInOrder(symbol, "console", "in", "readtoend")) return stringResult(this.host.stdin ?? [hole()]);
    return (
      callLibrary(this, { ...callee, qualifiedName: symbol }, args, at) ?? {
        content: stringValue(args.flatMap((arg) => asString(arg.value.content))),
        unprinted: true,
      }
    );
  }

  protected override member(of: AbstractValue, name: string): AbstractValue {
    const steps = name.split(".");
    return {
      content: steps.reduce((value, step) => memberOf({ content: value }, step, this.host.taintOf), of.content),
      qualifiedName: `${of.qualifiedName ?? ""}.${name}`,
      receiver: of,
    };
  }
}

/** `[Console]::Out.WriteLine`: the words, one after the other, with whatever between. */
function mentionsInOrder(symbol: string, ...words: readonly string[]): boolean {
  const lower = symbol.toLowerCase();
  let at = 0;
  return words.every((word) => {
    const found = lower.indexOf(word, at);
    at = found + word.length;
    return found >= 0;
  });
}

const itemsOf = (value: SymbolicValue): Argument[] =>
  (value.kind === "list" ? value.items : [value])
    .filter((item) => !isNull(item))
    .map((item) => ({ value: { content: item } }));
