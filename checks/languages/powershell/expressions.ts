import { callLibrary, environment } from "../library.js";
import { append, known, literal, sketch, unknown } from "../../values/text.js";
import { asText, isNull, text, type Value } from "../../values/value.js";
import { runCmdlet, type CmdletCall } from "./cmdlets.js";
import { CodeReader } from "../code-reader.js";
import { hole, memberOf, textThing, thing, word, type Argument, type Thing } from "../thing.js";

const ENDS = /^(?:[|;)}\]]|&&|\|\|)$/;

/** PowerShell's expressions: hashtables, casts, pipelines of cmdlets, splatting. */
export abstract class PowerShellExpressions extends CodeReader {
  protected abstract statement(): void;

  protected assign(target: Thing, value: Thing): void {
    const [name = "", ...rest] = (target.symbol ?? "").split(/[.[\]]+/).filter((step) => step !== "");
    if (name === "") return;
    if (rest.length === 0) {
      this.set(name, value);
      return;
    }
    const base = this.variables.get(name.toLowerCase());
    if (base && base.value.kind !== "object") return;
    const entries = new Map<string, Value>(base?.value.kind === "object" ? base.value.entries : []);
    this.set(name, thing({ kind: "object", entries: entries.set(rest.join("."), value.value) }));
  }

  public set(name: string, value: Thing): void {
    this.variables.set(name.toLowerCase(), value);
  }

  public pipeline(): Thing {
    const { token } = this;
    const start =
      token.kind === "name" && !/^[$@-]/.test(token.text)
        ? this.command(undefined)
        : this.is("&", ".")
          ? this.invoked()
          : this.expression();
    return this.piped(start);
  }

  protected operators(left: Thing): Thing {
    let result = left;
    for (let operator = this.binaryOperator(); operator !== undefined; operator = this.binaryOperator())
      result = this.operate(operator, result, this.postfix(this.primary()));
    return result;
  }

  protected piped(start: Thing): Thing {
    let result = start;
    while (this.accept("|"))
      result = this.token.text === "%" ? (this.position++, this.each(result)) : this.command(result);
    return result;
  }

  private each(input: Thing): Thing {
    this.set("_", input);
    return this.is("{") ? this.primary() : input;
  }

  /** `& curl.exe ...`, `& "./script.ps1" ...` */
  private invoked(): Thing {
    this.position++;
    return this.is("{") ? this.primary() : this.command(undefined);
  }

  private command(input: Thing | undefined): Thing {
    const { token } = this;
    this.position++;
    const name = token.kind === "string" ? sketch(asText(this.string(token).value)) : token.text;
    if (/^(?:ForEach-Object|Where-Object|\?)$/i.test(name) && input) return this.each(input);
    const args: Argument[] = [];
    while (
      this.token.kind !== "end" &&
      !(this.token.onNewLine && this.brackets === 0) &&
      !(this.token.kind === "mark" && ENDS.test(this.token.text))
    ) {
      const before = this.position;
      append(args, this.commandArgument());
      if (this.position === before) this.position++;
    }
    const call: CmdletCall = { name, args, input, at: token.at };
    return runCmdlet(this, call);
  }

  private commandArgument(): Argument[] {
    const { token } = this;
    if (token.kind !== "name" || !/^[-@]/.test(token.text)) return [{ thing: this.item() }];
    this.position++;
    if (token.text.startsWith("@")) {
      const value = this.variables.get(token.text.slice(1).toLowerCase())?.value;
      return value?.kind === "object"
        ? [...value.entries].map(([name, item]) => ({ name: name.toLowerCase(), thing: thing(item) }))
        : [];
    }
    const name = token.text.replace(/^-|:$/g, "").toLowerCase();
    const next = this.token;
    const ends =
      next.kind === "end" || (next.onNewLine && this.brackets === 0) || (next.kind === "mark" && ENDS.test(next.text));
    if (ends || (next.kind === "name" && /^-[A-Za-z]/.test(next.text))) return [{ name, thing: word("true") }];
    return [{ name, thing: this.item() }];
  }

  private item(): Thing {
    const first = this.postfix(this.primary());
    if (!this.is(",")) return first;
    const items = [first.value];
    while (this.accept(",")) items.push(this.postfix(this.primary()).value);
    return thing({ kind: "list", items });
  }

  protected argsOf(): Argument[] {
    return this.args(")");
  }

  protected primary(): Thing {
    const { token } = this;
    if (token.kind === "end") return hole();
    this.position++;
    if (token.kind === "string") return this.string(token);
    if (token.kind === "hole") return textThing(this.composition.pieces(token.text));
    if (token.kind === "number") return { value: { kind: "text", pieces: [literal(token.text)], bare: true } };
    if (token.kind === "name") return this.named(token.text);
    if (token.text === "@{") return this.hashtable();
    if (token.text === "@(") return this.list(")");
    if (token.text === "$" && this.accept("(")) return this.parenthesis();
    if (token.text === "(") return this.parenthesis();
    if (token.text === "[") return this.typed();
    if (token.text === "{") return this.block();
    if (/^[!+-]$/.test(token.text)) return this.postfix(this.primary());
    return hole();
  }

  private named(name: string): Thing {
    if (/^\$env:/i.test(name)) return environment(this, word(name.slice(5)));
    if (/^\$(?:true|false)$/i.test(name))
      return { value: { kind: "text", pieces: [literal(name.slice(1).toLowerCase())], bare: true } };
    if (/^\$null$/i.test(name)) return { value: { kind: "text", pieces: [literal("null")], bare: true } };
    if (name.startsWith("$")) {
      const plain = name.replace(/^\$\{?|\}$/g, "").replace(/^(?:global|script|local):/i, "");
      const variable = this.variables.get(plain.toLowerCase());
      return variable ? { ...variable, symbol: plain } : thing(text([unknown(this.host.natureOf(plain))]), plain);
    }
    if (/^-(?:not|join|split)$/i.test(name)) return this.postfix(this.primary());
    if (/^[A-Za-z]+-[A-Za-z]+$/.test(name) || /^(?:irm|iwr)$/i.test(name)) {
      this.position--;
      return this.command(undefined);
    }
    return { value: text([literal(name, this.place(this.tokens[this.position - 1]?.at ?? 0))]), symbol: name };
  }

  private parenthesis(): Thing {
    this.brackets++;
    const result = this.pipeline();
    this.skipTo(")");
    this.accept(")");
    this.brackets--;
    return result;
  }

  /** `[string]$x` is `$x`; `[Convert]::ToBase64String(...)` is a call by that name. */
  private typed(): Thing {
    const start = this.position;
    this.skipTo("]");
    const name = this.tokens
      .slice(start, this.position)
      .map((token) => token.text)
      .join("");
    this.accept("]");
    if (this.is("::")) return thing(text([unknown()]), name);
    return this.postfix(this.primary());
  }

  private block(): Thing {
    let result = hole();
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

  private hashtable(): Thing {
    const entries = new Map<string, Value>();
    const outer = this.brackets;
    this.brackets = 0;
    while (this.token.kind !== "end" && !this.is("}")) {
      const { token } = this;
      this.position++;
      const key = token.kind === "string" ? sketch(asText(this.string(token).value)) : token.text;
      if (this.accept("=")) entries.set(key, this.pipeline().value);
      this.accept(";");
    }
    this.accept("}");
    this.brackets = outer;
    return thing({ kind: "object", entries });
  }

  protected override binaryOperator(): string | undefined {
    const { token } = this;
    if (token.kind === "string" || (token.onNewLine && this.endsAtLine())) return undefined;
    if (!/^(?:\+|-(?:f|join|replace|split|eq|ne|match|notmatch|like|and|or|in|is|gt|lt|ge|le))$/i.test(token.text))
      return undefined;
    this.position++;
    return token.text.toLowerCase();
  }

  protected override operate(operator: string, left: Thing, right: Thing): Thing {
    if (operator === "-f") return callLibrary(this, { ...left, symbol: ".format" }, itemsOf(right.value), 0) ?? left;
    if (operator === "-join" && left.value.kind === "list") {
      const separator = asText(right.value);
      return textThing(left.value.items.flatMap((item, index) => [...(index > 0 ? separator : []), ...asText(item)]));
    }
    if (operator === "-replace") return left;
    if (operator === "+" && left.value.kind === "object" && right.value.kind === "object")
      return thing({ kind: "object", entries: new Map([...left.value.entries, ...right.value.entries]) });
    return super.operate(operator, left, right);
  }

  protected call(callee: Thing, args: readonly Argument[], at: number): Thing {
    const symbol = (callee.symbol ?? "").replaceAll("::", ".");
    const name = symbol.slice(symbol.lastIndexOf(".") + 1);
    if (/^add$/i.test(name)) {
      const [base = ""] = symbol.split(".");
      const key = args[0] && known(asText(args[0].thing.value));
      if (key !== undefined && args[1])
        this.assign(thing((callee.of ?? callee).value, `${base}.${key}`), args[1].thing);
      return thing((callee.of ?? callee).value, "nothing");
    }
    if (mentionsInOrder(symbol, "console", "write")) {
      this.host.print(
        args.flatMap((arg) => asText(arg.thing.value)),
        symbol,
        this.place(at),
      );
      return thing(text([]), "nothing");
    }
    if (mentionsInOrder(symbol, "console", "in", "readtoend")) return textThing(this.host.stdin ?? [unknown()]);
    return (
      callLibrary(this, { ...callee, symbol }, args, at) ?? textThing(args.flatMap((arg) => asText(arg.thing.value)))
    );
  }

  protected override member(of: Thing, name: string): Thing {
    const steps = name.split(".");
    return {
      value: steps.reduce((value, step) => memberOf({ value }, step), of.value),
      symbol: `${of.symbol ?? ""}.${name}`,
      of,
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

const itemsOf = (value: Value): Argument[] =>
  (value.kind === "list" ? value.items : [value])
    .filter((item) => !isNull(item))
    .map((item) => ({ thing: { value: item } }));
