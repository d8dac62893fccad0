import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { answerOf } from "../requests/answer.js";
import { concrete, literal, type SymbolicString } from "../values/symbolic-string.js";
import { asString, valueAt, isNull, stringValue, type SymbolicValue } from "../values/symbolic-value.js";
import type { ProgramReader } from "./program-reader.js";
import { formOf } from "./form.js";
import { keywordArgument, positionalArgument, type Argument, type AbstractValue } from "./abstract-value.js";

/** Options of a request call, wherever its library takes them: keyword arguments, or an object. */
export class Options {
  public constructor(
    private readonly args: readonly Argument[],
    private readonly object: SymbolicValue | undefined,
  ) {}

  public get(...names: string[]): SymbolicValue | undefined {
    const given = keywordArgument(this.args, ...names)?.content;
    if (given) return isNull(given) ? undefined : given;
    for (const name of names) {
      const value = this.object && valueAt(this.object, [name]);
      if (value && !isNull(value)) return value;
      const spread = this.args.filter((arg) => arg.name === "**").map((arg) => valueAt(arg.value.content, [name]));
      const found = spread.find((candidate) => candidate !== undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether it is given as nothing: `validateStatus: null`. */
  public isNull(name: string): boolean {
    const value = keywordArgument(this.args, name)?.content ?? (this.object && valueAt(this.object, [name]));
    return value !== undefined && isNull(value);
  }

  public is(value: string, ...names: string[]): boolean {
    const found = this.get(...names);
    return found !== undefined && (concrete(asString(found)) ?? "").toLowerCase() === value;
  }
}

/** What a client is made with holds for all its requests. */
export function clientOf(args: readonly Argument[]): SymbolicValue {
  const object = positionalArgument(args, 0)?.content;
  const named = args.flatMap(({ name, value: { content } }): (readonly [string, SymbolicValue])[] => {
    if (name === "**") return content.kind === "object" ? [...content.entries] : [];
    return name === undefined ? [] : [[name, content]];
  });
  return { kind: "object", entries: new Map([...(object?.kind === "object" ? object.entries : []), ...named]) };
}

/** A variable of the environment that turns certificate checks off for the whole program. */
export function offInEnvironment(reader: ProgramReader, name: string): string | undefined {
  const value = reader.host.environment(name);
  return value && concrete(value) === "0" ? `${name}=0` : undefined;
}

export function sendRequest(reader: ProgramReader, request: HttpRequest): AbstractValue {
  if (!reader.host.effects.requests.includes(request)) reader.host.effects.requests.push(request);
  return { content: stringValue(answerOf(request)), request };
}

interface Shape {
  readonly tool: string;
  readonly url: SymbolicString;
  readonly method: string | undefined;
  readonly body: readonly BodyPart[];
  readonly headers: readonly Header[];
  readonly basicAuth?: HttpRequest["basicAuth"];
  readonly insecure?: string | undefined;
  readonly verbose?: string | undefined;
  readonly followsRedirects?: string | undefined;
  readonly failsOnError: boolean;
}

export function requestOf(reader: ProgramReader, place: number, shape: Shape): HttpRequest {
  return {
    language: reader.language,
    place: reader.place(place),
    urlChannel: "program",
    basicAuth: undefined,
    insecure: undefined,
    verbose: undefined,
    followsRedirects: undefined,
    failureChecked: false,
    ...shape,
  };
}

/** A text goes out as it is, a dict as the library makes it. */
export function bodyOf(value: SymbolicValue, how: { json?: boolean; form?: boolean }): BodyPart[] {
  if (value.kind === "text" && !how.json) return [{ content: value.fragments, channel: "program", formEncodes: false }];
  if (how.json) return [{ content: asString(value), channel: "program", formEncodes: true, json: true }];
  return [{ content: formOf(value), channel: "program", formEncodes: true }];
}

export const headersOf = (value: SymbolicValue | undefined): Header[] =>
  value?.kind === "object"
    ? [...value.entries].map(([name, item]) => ({ name, value: asString(item), channel: "program" }))
    : [];

export function userOf(value: SymbolicValue | undefined): HttpRequest["basicAuth"] {
  if (!value || value.kind === "text") return undefined;
  const user = valueAt(value, ["0"]) ?? valueAt(value, ["username"]) ?? valueAt(value, ["user"]);
  const password = valueAt(value, ["1"]) ?? valueAt(value, ["password"]) ?? valueAt(value, ["pass"]);
  return (
    password && { value: [...(user ? asString(user) : []), literal(":"), ...asString(password)], channel: "program" }
  );
}
