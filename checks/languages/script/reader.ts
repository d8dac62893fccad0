import { dirname } from "node:path";
import type { SourceFile } from "../../configuration/place.js";
import type { ProgramHost } from "../../program/language.js";
import { ProgramSource } from "../../program/program-source.js";
import { concrete, hole, literal, sketch, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, stringValue, valueAt, type SymbolicValue } from "../../values/symbolic-value.js";
import {
  abstractValue,
  memberOf,
  mostTelling,
  unknownResult,
  type AbstractValue,
  type Argument,
  type Callable,
} from "../abstract-value.js";
import { callDoes } from "../../vocabulary/library-calls.js";
import { isFollowed } from "../program-reader.js";
import { itemsOf, ScriptExpressions } from "./expressions.js";
import type { ScriptLanguage } from "./language.js";
import { clientClass, superOf } from "./inheritance.js";
import { withEntries } from "./mutations.js";
import { Scope } from "./scope.js";
import type { ClassSyntax, Expression, FunctionSyntax, ParameterSyntax, ProgramSyntax, Statement } from "./syntax.js";
import { MAX_CALLS, Work } from "./work.js";

/**
 * Follows a program of Python or JavaScript to see what requests it makes: assignments are remembered, branches are all taken, loops
 * once for each item that is known, functions for each call with what they are called with. What nothing calls is read for what it
 * would do.
 */
export class ScriptReader extends ScriptExpressions {
  public readonly code: string;
  protected scope = new Scope();
  private readonly top = this.scope;
  private readonly syntax: ProgramSyntax;
  private returned: AbstractValue[] = [];
  /** The instance whose method is followed. */
  private receiver: AbstractValue | undefined;
  private readonly active = new Set<FunctionSyntax>();

  public constructor(
    script: ScriptLanguage,
    source: SymbolicString,
    host: ProgramHost,
    work = new Work(),
    private readonly folder = host.folder,
  ) {
    super(script, new ProgramSource(source), host, work);
    this.syntax = parsed(script, this.source.text, host);
    this.code = this.syntax.code;
  }

  public run(): void {
    this.module();
    this.work.readUncalled();
    if (this.work.isSpent) this.host.cut("starts a program that takes more steps to follow than a program may");
    else if (this.work.wasTooDeep || this.syntax.wasTooDeep)
      this.host.cut("starts a program that is nested too deeply to be followed to its end");
  }

  /** Runs what stands at the top, and gives what other modules may import. */
  private module(): AbstractValue {
    const exported: AbstractValue = { ...abstractValue(stringValue([])), members: new Map() };
    if (!this.script.assignsLocally) {
      this.scope.set("exports", exported);
      this.scope.set("module", { ...abstractValue(stringValue([])), members: new Map([["exports", exported]]) });
    }
    this.block(this.syntax.body);
    const whole = this.scope.get("module")?.members?.get("exports") ?? exported;
    const members = new Map([...this.top.entries(), ...(whole.members ?? [])]);
    const standard = members.get("default");
    return { content: whole.content, members, callable: whole.callable ?? standard?.callable };
  }

  private block(statements: readonly Statement[]): void {
    for (const statement of statements)
      if (statement.kind === "function")
        this.scope.set(statement.definition.name, this.functionOf(statement.definition));
    this.work.within(() => {
      for (const statement of statements) this.statement(statement);
    });
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case "expression":
        this.effect(statement.expression);
        return;
      case "declaration":
        this.assign(statement.target, this.expression(statement.value), true);
        return;
      case "function":
        return;
      case "class":
        this.scope.set(statement.definition.name, this.classOf(statement.definition));
        return;
      case "look":
        this.look(statement.condition);
        this.block(statement.branches);
        return;
      case "block":
        this.block(statement.body);
        return;
      case "each":
        for (const item of itemsOf(this.expression(statement.over).content)) {
          this.assign(statement.target, abstractValue(item), true);
          this.block(statement.body);
        }
        return;
      case "return":
        if (statement.value) this.returned.push(this.expression(statement.value));
        return;
      case "global":
        for (const name of statement.names) this.scope.leaveOutside(name);
        return;
      case "import":
        this.imported(statement);
    }
  }

  /** `response.ok || process.exit(1)` looks at what it begins with. */
  private effect(expression: Expression): void {
    if (expression.kind === "operation" && /^(?:\|\||&&|and|or)$/.test(expression.operator)) {
      this.look(expression.left);
      this.expression(expression.right);
    } else this.expression(expression);
  }

  protected assign(target: Expression, value: AbstractValue, declares = this.script.assignsLocally): void {
    switch (target.kind) {
      case "name":
        if (declares) this.scope.set(target.name, value);
        else this.scope.assign(target.name, value);
        return;
      case "member":
        this.assignField(target.of, target.name, value);
        return;
      case "index": {
        const key = target.index && concrete(asString(this.expression(target.index).content));
        if (key !== undefined) this.assignField(target.of, key, value);
        return;
      }
      case "list":
        target.items.forEach((item, index) => {
          const name = item.value.kind === "name" ? item.value.name : "";
          const content = valueAt(value.content, [String(index)]) ?? memberOf(value, name, this.host.taintOf);
          this.assign(item.value, { ...value, content }, declares);
        });
        return;
      case "object":
        for (const { key, value: local } of target.entries) {
          const name = key && sketch(asString(this.expression(key).content));
          if (name !== undefined) this.assign(local, this.taken(value, name), declares);
        }
        return;
      default:
        return;
    }
  }

  /** A member that gets a name of its own; a library's is still known by the library's. */
  private taken(value: AbstractValue, name: string): AbstractValue {
    const member = this.member(value, name);
    return (value.members ?? value.isLibrary) ? member : { ...member, qualifiedName: undefined };
  }

  private assignField(of: Expression, name: string, value: AbstractValue): void {
    const base = this.expression(of);
    base.members?.set(name, value);
    if (base.members && base.content.kind !== "object") return;
    const changed = withEntries(base, [[name, value.content]]);
    if (!changed || (of.kind !== "name" && of.kind !== "member" && of.kind !== "index")) return;
    const members =
      (value.callable ?? value.members) ? new Map([...(base.members ?? []), [name, value]]) : base.members;
    this.assign(of, { ...changed, ...(members && { members }) });
  }

  protected functionOf(definition: FunctionSyntax, receiverOf?: () => AbstractValue): AbstractValue {
    const { scope } = this;
    let calls = 0;
    let last = unknownResult();
    const call = (args: readonly Argument[], receiver: AbstractValue | undefined): AbstractValue => {
      pending.called = true;
      if (this.active.has(definition) || calls >= MAX_CALLS || this.work.isSpent) return last;
      calls++;
      last = this.follow(definition, scope, args, receiver ?? receiverOf?.(), receiverOf !== undefined);
      return last;
    };
    const pending = {
      called: false,
      isMentioned: this.syntax.called.has(definition.name),
      run: () => {
        call([], undefined);
      },
    };
    this.work.pending.push(pending);
    const callable: Callable = {
      parameters: definition.parameters.map(({ target }) => (target.kind === "name" ? target.name : "")),
      isProperty: definition.kind === "property",
      call,
    };
    return { content: stringValue([hole()]), callable };
  }

  private follow(
    definition: FunctionSyntax,
    outer: Scope,
    args: readonly Argument[],
    receiver: AbstractValue | undefined,
    isMethod: boolean,
  ): AbstractValue {
    const before = { scope: this.scope, returned: this.returned, receiver: this.receiver };
    if (isMethod && receiver) this.receiver = receiver;
    this.scope = new Scope(outer);
    this.returned = [];
    this.active.add(definition);
    if (receiver && definition.kind !== "arrow" && !this.script.namesReceiver) this.scope.set("this", receiver);
    const named = receiver && isMethod && definition.kind !== "static" && this.script.namesReceiver;
    this.bind(definition.parameters, named ? [{ value: receiver }, ...args] : args);
    this.block(definition.body);
    const result = mostTelling(this.returned) ?? unknownResult();
    this.active.delete(definition);
    this.scope = before.scope;
    this.returned = before.returned;
    this.receiver = before.receiver;
    return result;
  }

  /** Parameters take what their function is called with, their default, or what their name tells. */
  private bind(parameters: readonly ParameterSyntax[], args: readonly Argument[]): void {
    const places = args.filter(({ name }) => name === undefined);
    const spread = args.filter(({ name }) => name === "**").map(({ value }) => value.content);
    parameters.forEach(({ target, fallback, rest }, index) => {
      if (rest) {
        const items = places.slice(index).map(({ value }) => value.content);
        const named = args.filter(({ name }) => name !== undefined && name !== "**");
        const entries = new Map(named.map(({ name = "", value }): [string, SymbolicValue] => [name, value.content]));
        const content: SymbolicValue =
          items.length === 0 && entries.size > 0 ? { kind: "object", entries } : { kind: "list", items };
        this.assign(target, abstractValue(content), true);
        return;
      }
      const name = target.kind === "name" ? target.name : "";
      const fromSpread = spread.map((content) => valueAt(content, [name])).find((content) => content !== undefined);
      const given = args.find((arg) => arg.name === name)?.value ?? places[index]?.value;
      this.assign(
        target,
        given ??
          (fromSpread && abstractValue(fromSpread)) ??
          (fallback ? this.expression(fallback) : abstractValue(stringValue([hole(this.host.taintOf(name))]))),
        true,
      );
    });
  }

  protected classOf({ bases, methods, fields, name }: ClassSyntax): AbstractValue {
    const inherited = bases.map((base) => this.inherited(this.expression(base)));
    let latest: AbstractValue | undefined;
    const own = new Map<string, AbstractValue>();
    const outer = this.scope;
    const instance = (args: readonly Argument[]): AbstractValue => {
      const made: AbstractValue = {
        content: stringValue([hole()]),
        members: new Map(shared),
        qualifiedName: inherited[0]?.instanceName,
      };
      latest = made;
      this.scope = new Scope(outer);
      if (!this.script.namesReceiver) {
        this.scope.set("this", made);
        for (const field of fields) made.members?.set(field.name, this.expression(field.value));
      }
      this.scope = outer;
      made.members?.get(this.script.constructorName)?.callable?.call(args, made);
      return made;
    };
    const receiverOf = (): AbstractValue => latest ?? instance([]);
    const parent = superOf(inherited[0], this.script.constructorName, () => this.receiver ?? receiverOf());
    this.scope = new Scope(outer);
    if (parent) this.scope.set("super", parent);
    for (const method of methods) own.set(method.name, this.functionOf(method, receiverOf));
    if (this.script.namesReceiver)
      for (const field of fields) {
        const value = this.expression(field.value);
        this.scope.set(field.name, value);
        own.set(field.name, value);
      }
    this.scope = outer;
    const shared = new Map([...inherited.flatMap(({ members }) => [...(members ?? [])]), ...own]);
    return {
      content: stringValue([hole()]),
      members: new Map(shared),
      callable: { parameters: [], isProperty: false, call: (args) => instance(args) },
      qualifiedName: name,
      instanceName: inherited[0]?.instanceName,
    };
  }

  /** A class of the program as it is; of a library, one whose instances are clients. */
  private inherited(base: AbstractValue): AbstractValue {
    const symbol = base.qualifiedName ?? "";
    return base.members === undefined && callDoes(symbol, "client")
      ? clientClass(this.script.constructorName, this.script.clientName(symbol))
      : base;
  }

  private imported({ path, name, local }: Extract<Statement, { kind: "import" }>): void {
    const module = this.load(path);
    if (name === undefined) {
      // `import urllib.request` makes `urllib` known, with `request` in it.
      const [root = local] = local.split(".");
      const isPath = root !== local;
      this.scope.set(root, isPath && module.members === undefined ? this.load(root) : module);
      if (isPath) this.scope.set(local, module);
    } else if (name === "*") for (const [key, value] of module.members ?? []) this.scope.set(key, value);
    else {
      const inside = path.endsWith(".") ? path + name : `${path}.${name}`;
      const submodule = this.script.namesReceiver && !module.members?.has(name) ? this.file(inside) : undefined;
      this.scope.set(local, submodule ?? this.member(module, name));
    }
  }

  /** A module beside the program, or a library by its own name. */
  protected load(path: string): AbstractValue {
    const symbol = this.script.libraryName(path);
    return (
      this.file(path) ?? { ...abstractValue(stringValue([hole(this.host.taintOf(symbol))]), symbol), isLibrary: true }
    );
  }

  private file(path: string): AbstractValue | undefined {
    for (const name of this.script.moduleFiles(path, this.folder)) {
      const known = this.work.modules.get(name);
      if (known) return known;
      const file: SourceFile | undefined = this.work.mayLoad ? this.host.module(name) : undefined;
      if (!file) continue;
      this.work.modules.set(name, unknownResult());
      const text = [literal(file.text(), { file, at: 0 })];
      const reader = new ScriptReader(this.script, text, this.host, this.work, dirname(name));
      const module = reader.module();
      this.work.modules.set(name, module);
      for (const request of reader.ending) this.ending.add(request);
      return module;
    }
    return undefined;
  }
}

/** The syntax of a program; of one that is too much for its parser, whose own recursion has no bound but the stack, nothing is read. */
function parsed(script: ScriptLanguage, text: string, host: ProgramHost): ProgramSyntax {
  const nothing: ProgramSyntax = { body: [], called: new Set(), code: text, wasTooDeep: false };
  if (!isFollowed(text, host)) return nothing;
  try {
    return script.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return { ...nothing, wasTooDeep: true };
    throw error;
  }
}
