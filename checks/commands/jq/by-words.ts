import { parseJsonText } from "../../values/json.js";
import {
  append,
  propagate,
  literal,
  sketch,
  trim,
  hole,
  type Fragment,
  type SymbolicString,
} from "../../values/symbolic-string.js";
import { asString, valueAt, type SymbolicValue } from "../../values/symbolic-value.js";
import type { ShellSession } from "../../program/shell-session.js";

/** `$name`, `env.NAME`, `$ENV.NAME`, `.path`, and what is between. */
const TOKEN =
  /"(?:[^"\\]|\\(?!\()[^])*(?:"|\\\(|\\?$)|\$ENV\.(\w+)|\benv\.(\w+)|\$ENV\["(\w+)"\]|\benv\["(\w+)"\]|\$__loc__|\$(\w+)/g;

/** Members of an answer that are no secret. */
const FIELD = /expires|type|scope|url|error|status|id\b/i;

/** What a filter gives that is not followed, judged by the words in it. */
export class ByWords {
  private readonly source: string;

  public constructor(
    private readonly filter: SymbolicString,
    private readonly variables: ReadonlyMap<string, SymbolicString>,
    private readonly environment: (name: string) => SymbolicString,
    private readonly input: SymbolicString | undefined,
    private readonly raw: boolean,
    private readonly taintOf: ShellSession["taintOf"],
  ) {
    this.source = sketch(trim(filter));
  }

  public output(): SymbolicString {
    const { source, input } = this;
    const path = /^\.(?:[A-Za-z_][\w.]*|\["[\w-]+"\])?(?:\s*(?:\/\/\s*(?:empty|""|null)|\?))?$/.exec(source);
    if (input && path) return this.member(source.split("//", 1).join().trimEnd().replace(/\?$/, ""));
    if (source.startsWith("@sh")) return this.interpolate(/^@sh\s*"((?:[^"\\]|\\.)*)"/.exec(source)?.[1] ?? "", false);
    const uri = source.includes("@uri");
    if (input && this.raw) return propagate(input, uri ? { encoded: true } : {});
    if (/^[[{]/.test(source)) return this.constructed();
    const texts = [...source.matchAll(/"((?:[^"\\]|\\[^])*)(?:"|\\?$)|\$ENV\.(\w+)|\benv\.(\w+)|\$(\w+)/g)];
    if (texts.length > 0 && !/^\./.test(source)) return texts.flatMap((match) => this.operand(match, uri));
    if (input) return this.picked(input, uri);
    return propagate([...this.variables.values()].flat(), uri ? { encoded: true } : {});
  }

  private operand(match: RegExpExecArray, uri: boolean): SymbolicString {
    if (match[1] !== undefined) return this.interpolate(match[1], uri);
    const value = match[4] === undefined ? this.environment(match[2] ?? match[3] ?? "") : this.variable(match[4]);
    const after = this.source.slice(match.index + match[0].length);
    return /^\s*\|\s*(?:tostring\s*\|\s*)?@uri/.test(after) || uri
      ? value.map((fragment) => ({ ...fragment, encoded: true }))
      : value;
  }

  private variable(name: string): SymbolicString {
    return this.variables.get(name) ?? [hole()];
  }

  /** A string with `\(...)` in it. */
  private interpolate(content: string, uri: boolean): SymbolicString {
    const result: Fragment[] = [];
    let from = 0;
    for (const match of content.matchAll(/\\\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)) {
      result.push(literal(plain(content.slice(from, match.index))));
      from = match.index + match[0].length;
      const inner = (match[1] ?? "").trim();
      const encodes = uri || inner.includes("@uri");
      const value = this.simple(inner.split("|", 1).join().trimEnd());
      append(result, encodes ? value.map((fragment) => ({ ...fragment, encoded: true })) : value);
    }
    result.push(literal(plain(content.slice(from))));
    return result;
  }

  private simple(expression: string): SymbolicString {
    const environment = /^(?:\$ENV|env)\.(\w+)$/.exec(expression)?.[1];
    if (environment !== undefined) return this.environment(environment);
    const name = /^\$(\w+)$/.exec(expression)?.[1];
    if (name !== undefined) return this.variable(name);
    return expression.startsWith(".") ? this.member(expression) : [hole()];
  }

  private member(path: string): SymbolicString {
    const { input } = this;
    if (!input) return [hole()];
    const steps = [...path.matchAll(/[A-Za-z_]\w*|\d+/g)].map((step) => step[0]);
    const value: SymbolicValue | undefined = parseJsonText(input);
    const found = value && valueAt(value, steps);
    if (found) return asString(found);
    if (steps.length === 0) return input;
    return this.picked(input, false, steps.at(-1) ?? "");
  }

  /** A field of an answer, or of an input of which nothing is known. */
  public picked(input: SymbolicString, uri: boolean, name = this.source): SymbolicString {
    const answer = input.some((fragment) => fragment.taint === "response");
    const more = uri ? { encoded: true } : {};
    if (!answer) {
      if (FIELD.test(name) && input.some(({ taint }) => taint === "token"))
        return propagate(input, { ...more, taint: "field" });
      return propagate(input, { ...more, ...(/^\w+$/.test(name) && this.taintOf(name)) });
    }
    if (/^[[{]/.test(name) || name === "." || /^\s*(?:to_entries|map|\.\[\]|\{)/.test(name))
      return propagate(input, more);
    if (/token(?!_type|_endpoint|_url)|jwt|session/i.test(name)) return propagate(input, { ...more, taint: "token" });
    if (FIELD.test(name)) return propagate(input, { ...more, taint: "field" });
    return propagate(input, more);
  }

  /** `{grant_type: "client_credentials", client_secret: $secret}`: the filter's own text with its variables in place. */
  private constructed(): SymbolicString {
    const result: Fragment[] = [];
    const text = trim(this.filter);
    const source = this.source;
    let from = 0;
    for (const match of source.matchAll(TOKEN)) {
      const name = match[1] ?? match[2] ?? match[3] ?? match[4];
      const value =
        name !== undefined ? this.environment(name) : match[5] !== undefined ? this.variable(match[5]) : undefined;
      if (value === undefined) continue;
      // `{$client_id}` is short for `{client_id: $client_id}`.
      const short = match[5] !== undefined && /[{,]\s*$/.test(source.slice(0, match.index));
      result.push(literal(source.slice(from, match.index) + (short ? `${match[5] ?? ""}: "` : '"')));
      append(result, value);
      result.push(literal('"'));
      from = match.index + match[0].length;
    }
    if (from === 0 && this.input) return this.picked(this.input, false);
    if (from === 0) return text;
    return [...result, literal(source.slice(from))];
  }
}

const plain = (text: string): string => text.replace(/\\(["\\/])/g, "$1");
