import { dirname } from "node:path";
import type { HttpRequest } from "../../requests/request.js";
import { markFailureChecked } from "../../program/exit-status.js";
import { sketch, hole, literal, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, stringValue } from "../../values/symbolic-value.js";
import type { CmdletCall } from "./cmdlets.js";
import { PowerShellExpressions } from "./expressions.js";
import type { Token } from "./lexer.js";
import { scriptNamed, StartedScripts, type NamedScript } from "./scripts.js";
import {
  abstractValue,
  mostTelling,
  NOTHING,
  requestsIn,
  stringResult,
  unknownResult,
  type AbstractValue,
  type Argument,
} from "../abstract-value.js";

const LOOKS = /^(?:if|elseif|while|switch|until)$/i;
const SKIPPED = /^(?:else|try|finally|do|process|begin|end|return|throw|using|class|break|continue)$/i;
/** More calls of one function than matter to a request. */
const MAX_CALLS = 20;

interface PowerShellFunction {
  /** The script that it is defined in. */
  readonly reader: PowerShellReader;
  readonly tokens: readonly Token[];
  /** Where its parameters or its body begin, and where it ends. */
  readonly start: number;
  readonly end: number;
  calls: number;
  isActive: boolean;
}

/**
 * Reads PowerShell from top to bottom: assignments, branches, all taken, functions with what they are called with, and what
 * statements print.
 */
export class PowerShellReader extends PowerShellExpressions {
  private tried: number | undefined;
  private triedFrom = 0;
  private readonly functions = new Map<string, PowerShellFunction>();
  private readonly scripts = new StartedScripts();
  /** What the statements of a function give; at the top it is printed. */
  private given: AbstractValue[] | undefined;
  /** What the parameters of the function, or of the script itself, are bound to. */
  private bound: readonly Argument[] = argumentsOf(this.host.args);

  public run(): void {
    this.statements();
    for (const own of this.functions.values()) if (own.reader === this && own.calls === 0) this.follow(own, []);
  }

  private statements(): void {
    while (this.token.kind !== "end") this.statement();
  }

  protected runScript(call: CmdletCall, isDotted: boolean): AbstractValue | undefined {
    const named = scriptNamed(call, isDotted, this.folder);
    if (!named) return undefined;
    for (const file of named.files) {
      const text = this.host.readFile([literal(file)]);
      if (text) return this.started(file, text, named);
    }
    this.host.effects.notRead.push({ name: [literal(named.files[0])], why: "which is not there to read" });
    return named.isLoaded ? NOTHING : unknownResult();
  }

  private started(file: string, text: SymbolicString, { isLoaded, args }: NamedScript): AbstractValue {
    if (this.scripts.areTooMany) this.host.cut("starts more scripts of PowerShell than are followed");
    if (!this.scripts.begins(file, isLoaded)) return NOTHING;
    const other = new PowerShellReader(text, this.host);
    const { functions, variables, given, scripts } = this;
    // A script that is started sees what is around it, and changes nothing there.
    const around = isLoaded
      ? { functions, variables, given }
      : { functions: new Map(functions), variables: new Map(variables), given: [] };
    Object.assign(other, { ...around, scripts, folder: dirname(file), bound: args });
    if (isLoaded) other.statements();
    else other.run();
    scripts.ends(file);
    return isLoaded ? NOTHING : (mostTelling(other.given ?? []) ?? NOTHING);
  }

  protected statement(): void {
    const before = this.position;
    this.brackets = 0;
    const { token } = this;
    const name = token.kind === "name" ? token.text : "";
    if (LOOKS.test(name)) {
      this.position++;
      markFailureChecked(requestsIn(this.postfix(this.primary()).content));
    } else if (/^try$/i.test(name)) {
      this.tried = this.host.effects.requests.length;
      this.triedFrom = this.position;
      this.position++;
    } else if (/^catch$/i.test(name)) this.caught();
    else if (/^param$/i.test(name)) {
      this.position++;
      this.parameters();
    } else if (/^(?:function|filter)$/i.test(name)) this.definition();
    else if (/^(?:foreach|for)$/i.test(name)) this.loop();
    else if (/^using$/i.test(name) && /^module$/i.test(this.peek().text)) {
      this.position++;
      this.command(undefined, { name: "Import-Module" });
    } else if (SKIPPED.test(name) || (token.kind === "mark" && /^[{});,]$/.test(token.text))) this.position++;
    else this.pipelineStatement();
    if (this.position === before) this.position++;
  }

  /** A failure that a `catch` neither passes on nor ends with is swallowed. */
  private caught(): void {
    const requests = this.host.effects.requests.slice(this.tried ?? this.host.effects.requests.length);
    this.tried = undefined;
    const start = this.position;
    while (this.token.kind !== "end" && !this.is("{")) this.position++;
    this.position++;
    this.skipTo("}");
    const ends = this.tokens.slice(start, this.position).some(
      ({ text }, index, tokens) =>
        /^(?:throw|exit|Write-Error|SetShouldExit|.*::Exit|Exit)$/i.test(text) ||
        // Whoever gets nothing goes on with nothing.
        (/^return$/i.test(text) && !/^(?:\$null|\$false|\}|)$/i.test(tokens[index + 1]?.text ?? "")),
    );
    const fails = ends || this.failsAfterwards(start);
    this.position = start + 1;
    if (!fails) for (const request of requests) request.failureChecked = false;
  }

  /**
   * Attempts: `try { return ... } catch { Start-Sleep 5 }` in a loop that a `throw` follows. Only a success returns, so that whatever
   * comes to the `throw` has failed.
   */
  private failsAfterwards(caughtFrom: number): boolean {
    if (!this.returnsWithin(this.triedFrom, caughtFrom)) return false;
    let depth = 0;
    let outermost = 0;
    for (const { kind, text } of this.tokens.slice(this.position)) {
      if (kind === "name" && /^throw$/i.test(text)) {
        // One in a block of its own need not be reached; the first bracket closes the `catch`.
        return depth < 0 && depth === outermost;
      }
      if (kind === "name" && /^(?:return|exit|function|try)$/i.test(text)) return false;
      if (kind !== "string" && text.endsWith("{")) depth++;
      else if (kind !== "string" && text === "}") outermost = Math.min(outermost, --depth);
    }
    return false;
  }

  /** Whether a block itself returns, not only one within it. */
  private returnsWithin(from: number, to: number): boolean {
    let depth = 0;
    for (const { kind, text } of this.tokens.slice(from, to)) {
      if (kind !== "string" && text.endsWith("{")) depth++;
      else if (kind !== "string" && text === "}") depth--;
      else if (depth === 1 && kind === "name" && /^return$/i.test(text)) return true;
    }
    return false;
  }

  /** `foreach ($one in $all) {`: once, with what is known of them all. */
  private loop(): void {
    this.position++;
    if (!this.accept("(")) return;
    const name = this.token.text;
    if (/^in$/i.test(this.peek().text)) {
      this.position += 2;
      const { content } = this.pipeline();
      this.set(
        name.replace(/^\$/, ""),
        abstractValue((content.kind === "list" ? content.items[0] : undefined) ?? content),
      );
    }
    this.skipTo(")");
    this.accept(")");
  }

  /** A function is read when it is called, or at the end. */
  private definition(): void {
    const { text } = this.peek();
    this.position += 2;
    const start = this.position;
    while (this.token.kind !== "end" && !this.is("{")) this.position++;
    this.position++;
    this.skipTo("}");
    const end = this.position;
    this.accept("}");
    this.functions.set(text.toLowerCase(), {
      reader: this,
      tokens: this.tokens,
      start,
      end,
      calls: 0,
      isActive: false,
    });
  }

  protected callFunction({ name, args, input }: CmdletCall): AbstractValue | undefined {
    const own = this.functions.get(name.toLowerCase());
    if (!own) return undefined;
    if (input) this.set("input", input);
    return this.follow(own, args);
  }

  private follow(own: PowerShellFunction, args: readonly Argument[]): AbstractValue {
    if (own.reader !== this) return own.reader.follow(own, args);
    if (own.isActive || own.calls >= MAX_CALLS) return NOTHING;
    own.calls++;
    own.isActive = true;
    const { tokens, position, brackets, given, bound } = this;
    this.tokens = own.tokens.slice(0, own.end);
    this.position = own.start;
    this.given = [];
    this.bound = args;
    if (this.is("(")) this.parameters();
    while (this.token.kind !== "end") this.statement();
    const result = { ...(mostTelling(this.given) ?? NOTHING), givenAt: undefined };
    Object.assign(this, { tokens, position, brackets, given, bound });
    own.isActive = false;
    return result;
  }

  /** `([string]$ClientSecret = "...")`, bound to `-ClientSecret value` and to what stands without a name. */
  private parameters(): void {
    if (!this.accept("(")) return;
    const { bound } = this;
    const places = bound.filter((arg) => arg.name === undefined);
    let index = 0;
    this.brackets++;
    while (this.token.kind !== "end" && !this.is(")")) {
      const { token } = this;
      this.position++;
      if (token.text === "[") this.skipTo("]");
      else if (token.text.startsWith("$")) {
        const name = token.text.slice(1);
        const fallback = this.accept("=") ? this.expression() : undefined;
        const given = bound.find((arg) => arg.name === name.toLowerCase()) ?? places[index++];
        this.set(name, given?.value ?? fallback ?? abstractValue(stringValue([hole(this.host.taintOf(name))])));
      }
    }
    this.accept(")");
    this.brackets--;
  }

  private pipelineStatement(): void {
    const { token } = this;
    if (token.text.startsWith("$") || token.text === "[") {
      const target = this.postfix(this.primary());
      if (this.is("=", "+=")) {
        const more = this.token.text === "+=";
        this.position++;
        const value = this.pipeline();
        this.assign(target, more ? this.operate("+", target, value) : value);
        return;
      }
      this.output(this.piped(this.operators(target)), token.at);
      return;
    }
    this.output(this.pipeline(), token.at);
  }

  /** What a statement gives and nobody takes is printed, or is what its function gives. */
  private output(result: AbstractValue, at: number): void {
    const place = result.givenAt ?? this.place(at);
    if (this.given) {
      if (asString(result.content).length > 0) this.given.push({ ...result, givenAt: place });
    } else if (!result.unprinted) this.host.print(asString(result.content), nameOfOutput(result.request), place);
  }
}

/** A request that nobody takes the answer of shows it. */
const nameOfOutput = (request: HttpRequest | undefined): string => request?.tool ?? "Write-Output";

/** `-Name value` and what stands without a name, as the script is started with it. */
function argumentsOf(words: readonly SymbolicString[]): Argument[] {
  const args: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? [];
    const name = /^-([A-Za-z]\w*):?$/.exec(sketch(word))?.[1];
    if (name === undefined) args.push({ value: stringResult(word) });
    else args.push({ name: name.toLowerCase(), value: stringResult(words[++index] ?? []) });
  }
  return args;
}
