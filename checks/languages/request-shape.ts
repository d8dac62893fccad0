import type { BodyPart, Header, HttpRequest } from "../requests/request.js";
import { answerOf } from "../commands/request-input.js";
import { known, literal, type Text } from "../values/text.js";
import { asText, at, isNull, text, type Value } from "../values/value.js";
import type { CodeReader } from "./code-reader.js";
import { formOf } from "./library.js";
import { keyword, positional, type Argument, type Thing } from "./thing.js";

/** Options of a request call, wherever its library takes them: keyword arguments, or an object. */
export class Options {
  public constructor(
    private readonly args: readonly Argument[],
    private readonly object: Value | undefined,
  ) {}

  public get(...names: string[]): Value | undefined {
    const given = keyword(this.args, ...names)?.value;
    if (given) return isNull(given) ? undefined : given;
    for (const name of names) {
      const value = this.object && at(this.object, [name]);
      if (value && !isNull(value)) return value;
      const spread = this.args.filter((arg) => arg.name === "**").map((arg) => at(arg.thing.value, [name]));
      const found = spread.find((candidate) => candidate !== undefined);
      if (found) return found;
    }
    return undefined;
  }

  public is(value: string, ...names: string[]): boolean {
    const found = this.get(...names);
    return found !== undefined && (known(asText(found)) ?? "").toLowerCase() === value;
  }
}

/** What a client is made with holds for all its requests. */
export function clientOf(args: readonly Argument[]): Value {
  const object = positional(args, 0)?.value;
  const named = args.flatMap((arg): [string, Value][] => (arg.name === undefined ? [] : [[arg.name, arg.thing.value]]));
  return { kind: "object", entries: new Map([...(object?.kind === "object" ? object.entries : []), ...named]) };
}

/** A variable of the environment that turns certificate checks off for the whole program. */
export function offInEnvironment(reader: CodeReader, name: string): string | undefined {
  const value = reader.host.environment(name);
  return value && known(value) === "0" ? `${name}=0` : undefined;
}

export function sent(reader: CodeReader, request: HttpRequest): Thing {
  if (!reader.host.facts.requests.includes(request)) reader.host.facts.requests.push(request);
  return { value: text(answerOf(request)), request };
}

interface Shape {
  readonly tool: string;
  readonly url: Text;
  readonly method: string | undefined;
  readonly body: readonly BodyPart[];
  readonly headers: readonly Header[];
  readonly user?: HttpRequest["user"];
  readonly insecure?: string | undefined;
  readonly follows?: string | undefined;
  readonly fails: boolean;
  readonly json?: boolean;
}

export function requestOf(reader: CodeReader, place: number, shape: Shape): HttpRequest {
  const { json, ...rest } = shape;
  const verbose = /debuglevel\s*=\s*1|set_debuglevel\(\s*[1-9]/.exec(reader.composition.source)?.[0];
  return {
    place: reader.place(place),
    urlChannel: "program",
    user: undefined,
    insecure: undefined,
    verbose,
    follows: undefined,
    noticed: false,
    ...rest,
    addsJsonType: json === true,
  };
}

/** A text goes out as it is, a dict as the library makes it. */
export function bodyOf(value: Value, how: { json?: boolean; form?: boolean }): BodyPart[] {
  if (value.kind === "text" && !how.json) return [{ content: value.pieces, channel: "program", encodes: false }];
  if (how.json) return [{ content: asText(value), channel: "program", encodes: true, json: true }];
  return [{ content: formOf(value), channel: "program", encodes: true }];
}

export const headersOf = (value: Value | undefined): Header[] =>
  value?.kind === "object"
    ? [...value.entries].map(([name, item]) => ({ name, value: asText(item), channel: "program" }))
    : [];

export function userOf(value: Value | undefined): HttpRequest["user"] {
  if (!value || value.kind === "text") return undefined;
  const user = at(value, ["0"]) ?? at(value, ["username"]) ?? at(value, ["user"]);
  const password = at(value, ["1"]) ?? at(value, ["password"]) ?? at(value, ["pass"]);
  return password && { value: [...(user ? asText(user) : []), literal(":"), ...asText(password)], channel: "program" };
}
