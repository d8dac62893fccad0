import type { Place } from "../../configuration/place.js";
import { markFailureChecked } from "../../program/exit-status.js";
import type { ProgramHost } from "../../program/language.js";
import type { ProgramSource } from "../../program/program-source.js";
import { concrete, hole, literal, propagate, sketch, type Asked, type Fragment } from "../../values/symbolic-string.js";
import { asString, fragmentsOf, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import {
  abstractValue,
  memberOf,
  requestsIn,
  stringResult,
  unknownResult,
  wordResult,
  type AbstractValue,
  type Argument,
} from "../abstract-value.js";
import { callLibrary, environment } from "../library.js";
import type { ProgramReader } from "../program-reader.js";
import { callDoes } from "../../vocabulary/library-calls.js";
import { clientOf } from "../request-shape.js";
import { callbackArguments } from "./callbacks.js";
import { isEmptyString, operate } from "./operators.js";
import type { ScriptLanguage } from "./language.js";
import type { Scope } from "./scope.js";
import { changedBy } from "./mutations.js";
import type { ArgumentSyntax, ClassSyntax, Expression, FunctionSyntax } from "./syntax.js";
import type { Work } from "./work.js";

/** More items of a list than any request has fields. */
const MAX_ITEMS = 50;

type Of<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** What expressions of Python and JavaScript give, and what they do on the way. */
export abstract class ScriptExpressions implements ProgramReader {
  public abstract readonly code: string;
  /** Requests whose failure ends the program, because what it looks for in the answer is not there. */
  public readonly ending = new Set<Asked>();
  protected abstract scope: Scope;

  protected constructor(
    protected readonly script: ScriptLanguage,
    protected readonly source: ProgramSource,
    public readonly host: ProgramHost,
    protected readonly work: Work,
  ) {}

  protected abstract functionOf(definition: FunctionSyntax): AbstractValue;
  protected abstract classOf(definition: ClassSyntax): AbstractValue;
  protected abstract load(path: string): AbstractValue;
  protected abstract assign(target: Expression, value: AbstractValue): void;

  public get language(): ScriptLanguage["name"] {
    return this.script.name;
  }

  public place(at: number): Place | undefined {
    return this.source.place(at) ?? this.host.place;
  }

  public callRequest(callee: AbstractValue, args: readonly Argument[], place: number): AbstractValue | undefined {
    const symbol = callee.qualifiedName ?? "";
    if (!callDoes(symbol, "client")) return this.script.library(this, callee, args, place);
    return { content: clientOf(args), qualifiedName: this.script.clientName(symbol) };
  }

  protected expression(expression: Expression): AbstractValue {
    return this.work.step(() => this.valueOf(expression));
  }

  private valueOf(expression: Expression): AbstractValue {
    switch (expression.kind) {
      case "string":
        return this.string(expression);
      case "constant":
        return { content: { kind: "text", fragments: [literal(expression.text)], bare: true } };
      case "name":
        return this.lookup(expression.name);
      case "member":
        return this.member(this.expression(expression.of), expression.name);
      case "index":
        return this.index(this.expression(expression.of), expression.index && this.expression(expression.index));
      case "call":
        return this.call(expression);
      case "operation":
        return operate(this, expression.operator, this.expression(expression.left), this.expression(expression.right));
      case "choice":
        return this.choice(expression);
      case "object":
        return this.object(expression);
      case "list":
        return abstractValue({ kind: "list", items: this.args(expression.items).map(({ value }) => value.content) });
      case "function":
        return this.functionOf(expression.definition);
      case "class":
        return this.classOf(expression.definition);
      case "assignment":
        return this.assignment(expression);
      case "each":
        return this.each(expression);
      case "module":
        return this.load(expression.path);
      case "parts":
        return expression.parts.map((part) => this.expression(part)).at(-1) ?? unknownResult();
    }
  }

  private string({ parts, at }: Of<"string">): AbstractValue {
    const fragments = parts.flatMap((part): readonly Fragment[] =>
      part.kind === "expression"
        ? asString(this.expression(part.expression).content)
        : this.source.fragments(part.text, this.place(part.at)),
    );
    return stringResult(fragments.length === 0 ? [literal("", this.place(at))] : fragments);
  }

  /** A variable, or a name that only its use explains. */
  protected lookup(name: string): AbstractValue {
    const variable = this.scope.get(name);
    if (variable) return variable.qualifiedName === undefined ? { ...variable, qualifiedName: name } : variable;
    const marked = this.source.fragments(name);
    if (marked.some((fragment) => fragment.text === undefined || fragment.interpolated)) return stringResult(marked);
    return abstractValue(stringValue([hole(this.host.taintOf(name))]), name);
  }

  protected member(of: AbstractValue, name: string): AbstractValue {
    const own = of.members?.get(name);
    if (own) {
      const called = own.callable?.isProperty ? own.callable.call([], of) : own;
      return { ...called, receiver: of, request: called.request ?? of.request };
    }
    if (name === "default" && of.isLibrary) return of;
    const qualifiedName = `${of.qualifiedName ?? ""}.${name}`;
    if (this.language === "javascript" && this.script.environment.test(of.qualifiedName ?? ""))
      return { ...environment(this, wordResult(name)), qualifiedName };
    const given = this.given(qualifiedName);
    const { request, isLibrary } = of;
    return { content: given ?? memberOf(of, name, this.host.taintOf), qualifiedName, request, receiver: of, isLibrary };
  }

  /** What a program is started with: `sys.argv`, `process.argv`, its stdin. */
  private given(qualifiedName: string): SymbolicValue | undefined {
    const { args, stdin } = this.host;
    const before = { "sys.argv": 1, "process.argv": 2 }[qualifiedName];
    if (before !== undefined && args.length > 0)
      return {
        kind: "list",
        items: [...Array<SymbolicValue>(before).fill(stringValue([hole()])), ...args.map(stringValue)],
      };
    return stdin && /^(?:sys|process)\.stdin$/.test(qualifiedName) ? stringValue(stdin) : undefined;
  }

  private index(of: AbstractValue, index: AbstractValue | undefined): AbstractValue {
    const name = index && concrete(asString(index.content));
    const symbol = of.qualifiedName ?? "";
    if (name === undefined)
      return abstractValue(
        stringValue([hole({ provenance: asString(of.content).flatMap((fragment) => fragment.provenance) })]),
        symbol,
      );
    if (this.script.environment.test(symbol)) return environment(this, index);
    const own = of.members?.get(name);
    if (own) return { ...own, receiver: of };
    if (this.script.failsOnMissing) for (const request of requestsIn(of.content)) this.ending.add(request);
    return { content: memberOf(of, name, this.host.taintOf), qualifiedName: `${symbol}[${name}]`, request: of.request };
  }

  private choice({ condition, then, otherwise }: Of<"choice">): AbstractValue {
    const looked = this.expression(condition);
    const [first, second] = [this.expression(then), this.expression(otherwise)];
    if (endsProgram(then) || endsProgram(otherwise)) markFailureChecked(requestsIn(looked.content));
    return requestsIn(first.content).length > 0 || isEmptyString(second)
      ? first
      : isEmptyString(first)
        ? second
        : first;
  }

  private object({ entries }: Of<"object">): AbstractValue {
    const values = new Map<string, SymbolicValue>();
    const members = new Map<string, AbstractValue>();
    for (const { key, value } of entries) {
      const item = this.expression(value);
      if (key === undefined) {
        if (item.content.kind === "object") for (const [name, inner] of item.content.entries) values.set(name, inner);
        for (const [name, inner] of item.members ?? []) members.set(name, inner);
        continue;
      }
      const name = sketch(asString(this.expression(key).content));
      values.set(name, item.content);
      if (item.callable ?? item.members) members.set(name, item);
    }
    return { content: { kind: "object", entries: values }, ...(members.size > 0 && { members }) };
  }

  protected args(args: readonly ArgumentSyntax[]): Argument[] {
    return args.flatMap(({ name, value }): Argument[] => {
      const given = this.expression(value);
      if (name === "**" && given.content.kind === "list")
        return given.content.items.map((item) => ({ value: abstractValue(item) }));
      return [{ name, value: given }];
    });
  }

  private call({ callee, args: written, at }: Of<"call">): AbstractValue {
    const called = this.expression(callee);
    const args = this.args(written);
    if (called.callable) return called.callable.call(args, called.receiver);
    if (callee.kind === "member") {
      const changed = changedBy(callee.name, called.receiver ?? unknownResult(), args);
      if (changed) {
        this.assign(callee.of, changed);
        return changed;
      }
    }
    const result = this.callKnown(called, args, at);
    const continued = this.callBack(called, args, result, at);
    return (
      continued ??
      result ??
      stringResult(propagate(args.flatMap(({ value }) => (value.callable ? [] : fragmentsOf(value.content)))))
    );
  }

  private callKnown(called: AbstractValue, args: readonly Argument[], at: number): AbstractValue | undefined {
    return this.script.functions?.(this, called, args, at) ?? callLibrary(this, called, args, at);
  }

  /** Functions that a call is given, which it calls with what it has. Gives what the call then gives, if that depends on them. */
  private callBack(
    called: AbstractValue,
    args: readonly Argument[],
    made: AbstractValue | undefined,
    at: number,
  ): AbstractValue | undefined {
    const name = (called.qualifiedName ?? "").replace(/^.*\./, "");
    const continues = callDoes(name, "continues");
    const functions = args.filter(({ value }) => value.callable ?? (continues && value.receiver));
    if (functions.length === 0) return undefined;
    const subject = made ?? called.receiver ?? unknownResult();
    if (name === "map" && subject.content.kind === "list") {
      const [first] = functions;
      const items = subject.content.items.slice(0, MAX_ITEMS);
      return abstractValue({
        kind: "list",
        items: items.map((item) => this.invoke(first?.value, [{ value: abstractValue(item) }], at).content),
      });
    }
    let resolved: AbstractValue | undefined;
    const results = functions.map(({ value }) =>
      this.invoke(
        value,
        callbackArguments(name, value.callable?.parameters, subject, (given) => {
          resolved ??= given;
        }),
        at,
      ),
    );
    if (name === "Promise") return resolved ?? unknownResult();
    return continues ? (name === "then" ? results[0] : subject) : undefined;
  }

  private invoke(value: AbstractValue | undefined, args: readonly Argument[], at: number): AbstractValue {
    if (!value) return unknownResult();
    if (value.callable) return value.callable.call(args, value.receiver);
    return this.callKnown(value, args, at) ?? unknownResult();
  }

  private assignment({ target, operator, value }: Of<"assignment">): AbstractValue {
    const given = this.expression(value);
    const result = operator === "=" ? given : operate(this, operator.replace(/=$/, ""), this.expression(target), given);
    this.assign(target, result);
    return result;
  }

  private each({ target, over, item }: Of<"each">): AbstractValue {
    const { content } = this.expression(over);
    const items = itemsOf(content);
    return abstractValue({
      kind: "list",
      items: items.map((one) => {
        this.assign(target, abstractValue(one));
        return this.expression(item).content;
      }),
    });
  }

  /** Marks the requests behind everything that a condition looks at. */
  protected look(condition: Expression): void {
    if (condition.kind === "operation" && /^(?:&&|\|\||and|or|\?\?)$/.test(condition.operator)) {
      this.look(condition.left);
      this.look(condition.right);
    } else markFailureChecked(requestsIn(this.expression(condition).content));
  }
}

/** What a loop goes over: each item that is known, or one that says as much as the whole. */
export function itemsOf(content: SymbolicValue): readonly SymbolicValue[] {
  if (content.kind === "list" && content.items.length > 0) return content.items.slice(0, MAX_ITEMS);
  if (content.kind === "object")
    return [...content.entries.keys()].slice(0, MAX_ITEMS).map((key) => stringValue([literal(key)]));
  return [content];
}

/** `process.exit(1)`, `Promise.reject(...)`, `fail(...)`. */
const endsProgram = (expression: Expression): boolean =>
  expression.kind === "call" &&
  (expression.callee.kind === "member" || expression.callee.kind === "name") &&
  /exit|reject|fail|throw|raise|abort|die/i.test(expression.callee.name);
