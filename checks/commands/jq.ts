import type { HttpRequest } from "../requests/request.js";
import { parseJsonText } from "../values/json-text.js";
import { append, blend, literal, requestsOf, sketch, trim, unknown, type Piece, type Text } from "../values/text.js";
import { asText, at, type Value } from "../values/value.js";
import { classifyName } from "../vocabulary/names.js";
import { carrying, type Outcome } from "../program/outcome.js";
import { emit, newline, type Invocation } from "./invocation.js";

/** What jq makes of its filter, its arguments and its input, where that can be told. */
export function jq(invocation: Invocation): Outcome {
  const { shell, streams } = invocation;
  const variables = new Map<string, Text>();
  const operands: Text[] = [];
  const flags = new Set<string>();
  const args = [...invocation.args];
  while (args.length > 0) {
    const arg = args.shift() ?? [];
    const word = sketch(arg);
    if (word === "--arg" || word === "--argjson") variables.set(sketch(args.shift() ?? []), args.shift() ?? []);
    else if (/^--(?:rawfile|slurpfile)$/.test(word))
      variables.set(sketch(args.shift() ?? []), shell.readFile(args.shift() ?? []) ?? [unknown()]);
    else if (word === "--args" || word === "--jsonargs") {
      args.splice(0).forEach((value, index) => variables.set(`ARGS.${String(index)}`, value));
    } else if (/^--[a-z]/.test(word)) flags.add(word.slice(2));
    else if (/^-[a-zA-Z]+$/.test(word)) for (const letter of word.slice(1)) flags.add(letter);
    else operands.push(arg);
  }
  const [filter = [], ...files] = operands;
  const input =
    flags.has("n") || flags.has("null-input")
      ? undefined
      : files.length > 0
        ? files.flatMap((file) => shell.readFile(file) ?? [unknown()])
        : streams.stdin;
  const given = (name: string): Text =>
    shell.variable(name)?.map((piece) => expanded(piece, name)) ?? [expanded(unknown(shell.natureOf(name)), name)];
  const raw = flags.has("R") || flags.has("raw-input");
  emit(invocation, [
    ...new Filter(filter, variables, given, input, raw).output(),
    ...(flags.has("j") ? [] : [newline]),
  ]);
  const looks = flags.has("e") || flags.has("exit-status") || /\berror\b|halt_error/.test(sketch(filter));
  return carrying(looks && input ? (requestsOf(input) as HttpRequest[]) : []);
}

const expanded = (piece: Piece, name: string): Piece => ({
  ...piece,
  expanded: true,
  refs: [...piece.refs, { scope: "shell", address: name }],
});

/** `$name`, `env.NAME`, `$ENV.NAME`, `.path`, and what is between. */
const TOKEN =
  /"(?:[^"\\]|\\(?!\()[^])*(?:"|\\\(|\\?$)|\$ENV\.(\w+)|\benv\.(\w+)|\$ENV\["(\w+)"\]|\benv\["(\w+)"\]|\$__loc__|\$(\w+)/g;

class Filter {
  private readonly source: string;

  public constructor(
    private readonly filter: Text,
    private readonly variables: ReadonlyMap<string, Text>,
    private readonly environment: (name: string) => Text,
    private readonly input: Text | undefined,
    private readonly raw: boolean,
  ) {
    this.source = sketch(trim(filter));
  }

  public output(): Text {
    const { source, input } = this;
    const path = /^\.(?:[A-Za-z_][\w.]*|\["[\w-]+"\])?(?:\s*(?:\/\/\s*(?:empty|""|null)|\?))?$/.exec(source);
    if (input && path) return this.member(source.split("//", 1).join().trimEnd().replace(/\?$/, ""));
    if (source.startsWith("@sh")) return this.interpolate(/^@sh\s*"((?:[^"\\]|\\.)*)"/.exec(source)?.[1] ?? "", false);
    const uri = source.includes("@uri");
    if (input && this.raw) return blend(input, uri ? { encoded: true } : {});
    if (/^[[{]/.test(source)) return this.constructed();
    const texts = [...source.matchAll(/"((?:[^"\\]|\\[^])*)(?:"|\\?$)|\$ENV\.(\w+)|\benv\.(\w+)|\$(\w+)/g)];
    if (texts.length > 0 && !/^\./.test(source)) return texts.flatMap((match) => this.operand(match, uri));
    if (input) return this.picked(input, uri);
    return blend([...this.variables.values()].flat(), uri ? { encoded: true } : {});
  }

  private operand(match: RegExpExecArray, uri: boolean): Text {
    if (match[1] !== undefined) return this.interpolate(match[1], uri);
    const value = match[4] === undefined ? this.environment(match[2] ?? match[3] ?? "") : this.variable(match[4]);
    const after = this.source.slice(match.index + match[0].length);
    return /^\s*\|\s*(?:tostring\s*\|\s*)?@uri/.test(after) || uri
      ? value.map((piece) => ({ ...piece, encoded: true }))
      : value;
  }

  private variable(name: string): Text {
    return this.variables.get(name) ?? [unknown()];
  }

  /** A string with `\(...)` in it. */
  private interpolate(content: string, uri: boolean): Text {
    const result: Piece[] = [];
    let from = 0;
    for (const match of content.matchAll(/\\\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g)) {
      result.push(literal(plain(content.slice(from, match.index))));
      from = match.index + match[0].length;
      const inner = (match[1] ?? "").trim();
      const encodes = uri || inner.includes("@uri");
      const value = this.simple(inner.split("|", 1).join().trimEnd());
      append(result, encodes ? value.map((piece) => ({ ...piece, encoded: true })) : value);
    }
    result.push(literal(plain(content.slice(from))));
    return result;
  }

  private simple(expression: string): Text {
    const environment = /^(?:\$ENV|env)\.(\w+)$/.exec(expression)?.[1];
    if (environment !== undefined) return this.environment(environment);
    const name = /^\$(\w+)$/.exec(expression)?.[1];
    if (name !== undefined) return this.variable(name);
    return expression.startsWith(".") ? this.member(expression) : [unknown()];
  }

  private member(path: string): Text {
    const { input } = this;
    if (!input) return [unknown()];
    const steps = [...path.matchAll(/[A-Za-z_]\w*|\d+/g)].map((step) => step[0]);
    const value: Value | undefined = parseJsonText(input);
    const found = value && at(value, steps);
    if (found) return asText(found);
    if (steps.length === 0) return input;
    return this.picked(input, false, steps.at(-1) ?? "");
  }

  /** A field of an answer, or of an input of which nothing is known. */
  private picked(input: Text, uri: boolean, name = this.source): Text {
    const answer = input.some((piece) => piece.nature === "response");
    const more = uri ? { encoded: true } : {};
    if (!answer) {
      const type = /^\w+$/.test(name) ? classifyName(name) : undefined;
      return blend(input, {
        ...more,
        ...(type && { nature: type === "token" ? ("token" as const) : ("secret" as const) }),
      });
    }
    if (/^[[{]/.test(name) || name === "." || /^\s*(?:to_entries|map|\.\[\]|\{)/.test(name)) return blend(input, more);
    if (/token(?!_type|_endpoint|_url)|jwt|session/i.test(name)) return blend(input, { ...more, nature: "token" });
    if (/expires|type|scope|url|error|status|id\b/i.test(name)) return blend(input, { ...more, nature: "field" });
    return blend(input, more);
  }

  /** `{grant_type: "client_credentials", client_secret: $secret}`: the filter's own text with its variables in place. */
  private constructed(): Text {
    const result: Piece[] = [];
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
