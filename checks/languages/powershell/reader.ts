import { markFailureChecked } from "../../program/exit-status.js";
import { sketch, hole } from "../../values/symbolic-string.js";
import { asString, stringValue } from "../../values/symbolic-value.js";
import { PowerShellExpressions } from "./expressions.js";
import { requestsIn, stringResult, abstractValue, type AbstractValue } from "../abstract-value.js";

const LOOKS = /^(?:if|elseif|while|switch|until)$/i;
const SKIPPED = /^(?:else|try|finally|do|process|begin|end|return|throw|foreach|for|in|using|class|break|continue)$/i;

/** Reads PowerShell from top to bottom: assignments, branches, all taken, and what statements print. */
export class PowerShellReader extends PowerShellExpressions {
  private tried: number | undefined;

  public run(): void {
    while (this.token.kind !== "end") this.statement();
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
      this.position++;
    } else if (/^catch$/i.test(name)) this.caught();
    else if (/^param$/i.test(name)) this.parameters();
    else if (/^function$/i.test(name)) this.position += 2;
    else if (SKIPPED.test(name) || (token.kind === "mark" && /^[{}();,]$/.test(token.text))) this.position++;
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
    const ends = this.tokens
      .slice(start, this.position)
      .some((token) => /^(?:throw|exit|Write-Error|SetShouldExit|.*::Exit|Exit|return)$/i.test(token.text));
    this.position = start + 1;
    if (!ends) for (const request of requests) request.failureChecked = false;
  }

  /** `param([string]$ClientSecret = "...")`, bound to `-ClientSecret value` and to what stands without a name. */
  private parameters(): void {
    this.position++;
    if (!this.accept("(")) return;
    const args = [...this.host.args];
    let index = 0;
    this.brackets++;
    while (this.token.kind !== "end" && !this.is(")")) {
      const { token } = this;
      this.position++;
      if (token.text === "[") this.skipTo("]");
      else if (token.text.startsWith("$")) {
        const name = token.text.slice(1);
        const fallback = this.accept("=") ? this.expression() : undefined;
        const at = args.findIndex((arg) => sketch(arg).toLowerCase() === `-${name.toLowerCase()}`);
        const given = at >= 0 ? args[at + 1] : sketch(args[index] ?? []).startsWith("-") ? undefined : args[index++];
        this.set(
          name,
          given ? stringResult(given) : (fallback ?? abstractValue(stringValue([hole(this.host.taintOf(name))]))),
        );
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

  /** What a statement gives and nobody takes is printed. */
  private output(result: AbstractValue, at: number): void {
    if (result.unprinted) return;
    this.host.print(asString(result.content), result.request ? "curl" : "Write-Output", this.place(at));
  }
}
