import type { Attribute, Block, Comment, Pattern } from "../configuration.js";
import type { Place, SourceFile } from "../place.js";
import type { Expression } from "../expressions/expression.js";
import { jsonExpression } from "./expression.js";

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (json: unknown): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Nested blocks that carry a label of their own in JSON. */
const LABELLED = new Set(["provisioner", "dynamic", "backend"]);
const NO_COMMENTS: readonly Comment[] = [];

/**
 * A block of Terraform's JSON. JSON does not tell attributes from nested blocks, so objects are both; each is made when it is first
 * asked for, because most blocks of a clean stack are never looked into.
 */
export class JsonBlock implements Block {
  public readonly comments = NO_COMMENTS;
  private ownAttributes: ReadonlyMap<string, Attribute> | undefined;
  private ownBlocks: readonly Block[] | undefined;

  public constructor(
    public readonly type: string,
    public readonly labels: readonly string[],
    public readonly json: JsonObject,
    private readonly file: SourceFile,
    private readonly path: readonly (string | number)[],
  ) {}

  public get place(): Place {
    return { file: this.file, at: this.path };
  }

  public get constructPath(): string | undefined {
    const about = this.json["//"];
    const metadata = isObject(about) ? about["metadata"] : undefined;
    const path = isObject(metadata) ? metadata["path"] : undefined;
    return typeof path === "string" ? path : undefined;
  }

  public mentions(pattern: Pattern): boolean {
    return mentions(this.json, pattern, 0);
  }

  public get attributes(): ReadonlyMap<string, Attribute> {
    return (this.ownAttributes ??= this.readAttributes());
  }

  private readAttributes(): ReadonlyMap<string, Attribute> {
    const attributes = new Map<string, Attribute>();
    for (const [name, value] of Object.entries(this.json))
      if (name !== "//") attributes.set(name, new JsonAttribute(name, value, this.file, this.path));
    return attributes;
  }

  public get blocks(): readonly Block[] {
    this.ownBlocks ??= Object.entries(this.json).flatMap(([name, value]) =>
      name === "//" ? [] : this.inner(name, value, [...this.path, name]),
    );
    return this.ownBlocks;
  }

  public nested(type: string): readonly Block[] {
    return type in this.json ? this.inner(type, this.json[type], [...this.path, type]) : [];
  }

  private inner(name: string, value: unknown, path: readonly (string | number)[]): Block[] {
    if (Array.isArray(value))
      return value.flatMap((item, index) => (isObject(item) ? this.inner(name, item, [...path, index]) : []));
    if (!isObject(value)) return [];
    if (!LABELLED.has(name)) return [new JsonBlock(name, [], value, this.file, path)];
    return Object.entries(value).flatMap(([label, body]) => labelled(name, [label], body, this.file, [...path, label]));
  }
}

/** Blocks with labels: the body may be a list where several blocks have the same labels. */
export function labelled(
  type: string,
  labels: readonly string[],
  body: unknown,
  file: SourceFile,
  path: readonly (string | number)[],
): JsonBlock[] {
  if (isObject(body)) return [new JsonBlock(type, labels, body, file, path)];
  if (!Array.isArray(body)) return [];
  return body.flatMap((item, index) =>
    isObject(item) ? [new JsonBlock(type, labels, item, file, [...path, index])] : [],
  );
}

/** A clean stack has many, of which few are ever looked into. */
export class JsonAttribute implements Attribute {
  private parsed: Expression | undefined;
  private ownPlace: Place | undefined;

  public constructor(
    public readonly name: string,
    private readonly json: unknown,
    private readonly file: SourceFile,
    private readonly path: readonly (string | number)[],
  ) {}

  public get place(): Place {
    return (this.ownPlace ??= { file: this.file, at: [...this.path, this.name] });
  }

  public value(): Expression {
    return (this.parsed ??= jsonExpression(this.json));
  }
}

function mentions(json: unknown, pattern: Pattern, depth: number): boolean {
  if (typeof json === "string") return pattern.test(json);
  if (typeof json !== "object" || json === null || depth > 100) return false;
  if (Array.isArray(json)) return json.some((item) => mentions(item, pattern, depth + 1));
  for (const name in json) {
    if (name !== "//" && (pattern.test(name) || mentions((json as JsonObject)[name], pattern, depth + 1))) return true;
  }
  return false;
}
