import { concrete, literal, slice, type SymbolicString } from "../../values/symbolic-string.js";
import { asString, fragmentsOf, isNull, sizeOf, stringValue, type SymbolicValue } from "../../values/symbolic-value.js";
import { PLAIN } from "./builtins.js";
import { NotFollowed, type Filter } from "./parse.js";
import { bare, formatted, items, joined, mapped, NULL, sum, toEntries, told } from "./values.js";

/** What a filter finds around it. */
export interface Around {
  readonly source: SymbolicString;
  readonly variable: (name: string) => SymbolicValue | undefined;
  readonly environment: (name: string) => SymbolicString;
  /** A member of something that is not known, such as an answer. */
  readonly member: (of: SymbolicString, name: string) => SymbolicString;
  /** False once the work allowed is used up. */
  readonly spend: (amount: number) => boolean;
}

interface Closure {
  readonly filter: Filter;
  readonly params: readonly string[];
  /** Undefined for a definition, which sees itself. */
  readonly scope: Scope | undefined;
}

interface Scope {
  readonly variables: ReadonlyMap<string, SymbolicValue>;
  readonly functions: ReadonlyMap<string, Closure>;
  readonly depth: number;
}

const MAX_OUTPUTS = 200;
const MAX_DEPTH = 80;
/** A filter of a few words may double its input many times. */
const MAX_SIZE = 20_000;

/** What a filter gives for an input; throws `NotFollowed` at what is not known here. */
export const outputsOf = (filter: Filter, input: SymbolicValue, around: Around): SymbolicValue[] =>
  new Evaluator(around).run(filter, input, { variables: new Map(), functions: new Map(), depth: 0 });

class Evaluator {
  public constructor(private readonly around: Around) {}

  public run(filter: Filter, input: SymbolicValue, outer: Scope): SymbolicValue[] {
    if (outer.depth > MAX_DEPTH || !this.around.spend(1)) throw new NotFollowed();
    const outputs = this.step(filter, input, { ...outer, depth: outer.depth + 1 });
    const size = outputs.reduce((total, value) => total + sizeOf(value), 0);
    if (outputs.length > MAX_OUTPUTS || size > MAX_SIZE || !this.around.spend(size / 100)) throw new NotFollowed();
    return outputs;
  }

  private step(filter: Filter, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    switch (filter.kind) {
      case "identity":
        return [input];
      case "empty":
        return [];
      case "text":
        return [stringValue(unescaped(slice(this.around.source, filter.start, filter.end)))];
      case "hole":
        return [stringValue(slice(this.around.source, filter.at, filter.at + 1))];
      case "number":
        return [bare([literal(filter.text)])];
      case "string":
        return this.string(filter, input, scope);
      case "format":
        return [formatted(filter.name, input)];
      case "variable":
        return [this.variable(filter.name, scope)];
      case "list":
        return [{ kind: "list", items: this.run(filter.items, input, scope) }];
      case "object":
        return this.object(filter.entries, input, scope);
      case "member":
        return this.members(filter, input, scope);
      case "each":
        return this.run(filter.of, input, scope).flatMap(items);
      case "call":
        return this.call(filter, input, scope);
      case "binary":
        return this.binary(filter, input, scope);
      case "if":
        return this.condition(filter, input, scope);
      case "as":
        return this.run(filter.value, input, scope).flatMap((value) =>
          this.run(filter.body, input, { ...scope, variables: new Map([...scope.variables, [filter.name, value]]) }),
        );
      case "def": {
        const own: Closure = { filter: filter.body, params: filter.params, scope: undefined };
        const key = `${filter.name}/${String(filter.params.length)}`;
        return this.run(filter.rest, input, { ...scope, functions: new Map([...scope.functions, [key, own]]) });
      }
    }
  }

  private variable(name: string, scope: Scope): SymbolicValue {
    const value = scope.variables.get(name) ?? this.around.variable(name);
    if (value === undefined) throw new NotFollowed();
    return value;
  }

  private string(filter: Extract<Filter, { kind: "string" }>, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    const parts = filter.parts.map((part): SymbolicString => {
      const [value] = this.run(part, input, scope);
      if (value === undefined) return [];
      return part.kind === "text" || filter.format === undefined
        ? asString(value)
        : asString(formatted(filter.format, value));
    });
    return [stringValue(parts.flat())];
  }

  private object(entries: readonly (readonly [Filter, Filter])[], input: SymbolicValue, scope: Scope): SymbolicValue[] {
    let objects = [new Map<string, SymbolicValue>()];
    for (const [key, value] of entries) {
      const name = this.name(key, input, scope);
      const values = this.run(value, input, scope);
      objects = objects.flatMap((object) => values.map((one) => new Map([...object, [name, one]])));
      if (objects.length > MAX_OUTPUTS) throw new NotFollowed();
    }
    return objects.map((members) => ({ kind: "object", entries: members }));
  }

  private name(key: Filter, input: SymbolicValue, scope: Scope): string {
    const [value] = this.run(key, input, scope);
    const name = value && concrete(asString(value));
    if (name === undefined) throw new NotFollowed();
    return name;
  }

  private members(filter: Extract<Filter, { kind: "member" }>, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    if (filter.of.kind === "variable" && filter.of.name === "ENV")
      return [stringValue(this.around.environment(this.name(filter.key, input, scope)))];
    if (filter.of.kind === "call" && filter.of.name === "env" && filter.of.args.length === 0)
      return [stringValue(this.around.environment(this.name(filter.key, input, scope)))];
    const name = this.name(filter.key, input, scope);
    return this.run(filter.of, input, scope).map((value) => this.member(value, name));
  }

  private member(value: SymbolicValue, name: string): SymbolicValue {
    if (value.kind === "object") return value.entries.get(name) ?? NULL;
    if (value.kind === "list") return value.items[Number(name)] ?? NULL;
    if (value.bare) return NULL;
    return stringValue(this.around.member(value.fragments, name));
  }

  private binary(filter: Extract<Filter, { kind: "binary" }>, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    const { operator, left, right } = filter;
    switch (operator) {
      case "|":
        return this.run(left, input, scope).flatMap((value) => this.run(right, value, scope));
      case ",":
        return [...this.run(left, input, scope), ...this.run(right, input, scope)];
      case "//": {
        const values = this.run(left, input, scope).filter((value) => !isNull(value));
        return values.length > 0 ? values : this.run(right, input, scope);
      }
      case "|=":
        return [this.update(left, input, (value) => this.run(right, value, scope)[0] ?? NULL, scope)];
      case "=": {
        const [value = NULL] = this.run(right, input, scope);
        return [this.update(left, input, () => value, scope)];
      }
      case "+=": {
        const [value = NULL] = this.run(right, input, scope);
        return [this.update(left, input, (before) => sum(before, value), scope)];
      }
      case "+":
      case "*":
        return this.pairs(filter, input, scope, sum);
      default:
        return this.pairs(filter, input, scope, (a, b) => told([...fragmentsOf(a), ...fragmentsOf(b)]));
    }
  }

  private pairs(
    { left, right }: Extract<Filter, { kind: "binary" }>,
    input: SymbolicValue,
    scope: Scope,
    combine: (left: SymbolicValue, right: SymbolicValue) => SymbolicValue,
  ): SymbolicValue[] {
    const rights = this.run(right, input, scope);
    return this.run(left, input, scope).flatMap((a) => rights.map((b) => combine(a, b)));
  }

  /** `.a.b |= f`, `.[] |= f` */
  private update(
    path: Filter,
    input: SymbolicValue,
    change: (value: SymbolicValue) => SymbolicValue,
    scope: Scope,
  ): SymbolicValue {
    if (path.kind === "identity") return change(input);
    if (path.kind === "each") return this.update(path.of, input, (value) => mapped(value, change), scope);
    if (path.kind !== "member") throw new NotFollowed();
    const name = this.name(path.key, input, scope);
    return this.update(
      path.of,
      input,
      (value) => {
        if (value.kind !== "object") throw new NotFollowed();
        return {
          kind: "object",
          entries: new Map([...value.entries, [name, change(value.entries.get(name) ?? NULL)]]),
        };
      },
      scope,
    );
  }

  /** Which branch is taken is not known: the one that tells more is followed. */
  private condition(filter: Extract<Filter, { kind: "if" }>, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    const then = this.run(filter.then, input, scope);
    const otherwise = this.run(filter.otherwise, input, scope);
    if (then.length === 0) return otherwise;
    return weight(otherwise) > weight(then) ? otherwise : then;
  }

  private call(filter: Extract<Filter, { kind: "call" }>, input: SymbolicValue, scope: Scope): SymbolicValue[] {
    const { name, args } = filter;
    const own = scope.functions.get(`${name}/${String(args.length)}`);
    if (own) return this.callOwn(own, args, input, scope);
    const [first] = args;
    const run = (value: SymbolicValue): SymbolicValue[] => (first ? this.run(first, value, scope) : [value]);
    const key = `${name}/${String(args.length)}`;
    const plain = PLAIN.get(key);
    if (plain) return plain(input);
    switch (key) {
      case "from_entries/0":
        return [this.fromEntries(input)];
      case "with_entries/1":
        return [this.fromEntries({ kind: "list", items: items(toEntries(input)).flatMap(run) })];
      case "map/1":
        return [{ kind: "list", items: items(input).flatMap(run) }];
      case "map_values/1":
        return [mapped(input, (value) => run(value)[0] ?? NULL)];
      case "keys/0":
      case "keys_unsorted/0":
        return [{ kind: "list", items: items(toEntries(input)).map((entry) => this.member(entry, "key")) }];
      case "join/1":
        return run(input).map((separator) => joined(items(input), asString(separator)));
      case "del/1":
        return [this.without(first, input, scope)];
      default:
        throw new NotFollowed();
    }
  }

  private callOwn(own: Closure, args: readonly Filter[], input: SymbolicValue, scope: Scope): SymbolicValue[] {
    const home = own.scope ?? scope;
    const functions = new Map(home.functions);
    const variables = new Map(home.variables);
    own.params.forEach((param, index) => {
      const filter = args[index];
      if (!filter) throw new NotFollowed();
      if (param.startsWith("$")) variables.set(param.slice(1), this.run(filter, input, scope)[0] ?? NULL);
      else functions.set(`${param}/0`, { filter, params: [], scope });
    });
    return this.run(own.filter, input, { functions, variables, depth: scope.depth });
  }

  private fromEntries(value: SymbolicValue): SymbolicValue {
    const entries = items(value).map((entry): [string, SymbolicValue] => {
      const name = concrete(asString(this.member(entry, "key")));
      if (entry.kind !== "object" || name === undefined) throw new NotFollowed();
      return [name, this.member(entry, "value")];
    });
    return { kind: "object", entries: new Map(entries) };
  }

  /** `del(.a, .b)` of an object that is known. */
  private without(paths: Filter | undefined, input: SymbolicValue, scope: Scope): SymbolicValue {
    if (paths?.kind === "binary" && paths.operator === ",")
      return this.without(paths.right, this.without(paths.left, input, scope), scope);
    if (paths?.kind !== "member" || paths.of.kind !== "identity" || input.kind !== "object") throw new NotFollowed();
    const name = this.name(paths.key, input, scope);
    return { kind: "object", entries: new Map([...input.entries].filter(([key]) => key !== name)) };
  }
}

/** How much values tell that others should not see. */
const weight = (values: readonly SymbolicValue[]): number =>
  values.flatMap(fragmentsOf).filter(({ taint }) => taint === "token" || taint === "secret" || taint === "response")
    .length;

/** The characters of a string of jq, whose escapes are JSON's. */
function unescaped(text: SymbolicString): SymbolicString {
  return text.map((fragment) =>
    fragment.text?.includes("\\") === true ? { ...fragment, text: fromJson(fragment.text) } : fragment,
  );
}

function fromJson(text: string): string {
  try {
    return String(JSON.parse(`"${text.replace(/[\n\t]/g, (c) => (c === "\n" ? "\\n" : "\\t"))}"`));
  } catch {
    return text;
  }
}
