import type { Attribute, Block, Comment } from "../model/configuration.js";
import type { Place, SourceFile } from "../model/place.js";
import { jsonExpression } from "./json-expression.js";

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

  public get attributes(): ReadonlyMap<string, Attribute> {
    this.ownAttributes ??= new Map(
      Object.entries(this.json)
        .filter(([name]) => name !== "//")
        .map(([name, value]) => [name, jsonAttribute(name, value, this.file, [...this.path, name])]),
    );
    return this.ownAttributes;
  }

  public get blocks(): readonly Block[] {
    this.ownBlocks ??= Object.entries(this.json).flatMap(([name, value]) =>
      name === "//" ? [] : this.nested(name, value, [...this.path, name]),
    );
    return this.ownBlocks;
  }

  private nested(name: string, value: unknown, path: readonly (string | number)[]): Block[] {
    if (Array.isArray(value))
      return value.flatMap((item, index) => (isObject(item) ? this.nested(name, item, [...path, index]) : []));
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

export function jsonAttribute(
  name: string,
  json: unknown,
  file: SourceFile,
  path: readonly (string | number)[],
): Attribute {
  let parsed: ReturnType<typeof jsonExpression> | undefined;
  return { name, place: { file, at: path }, value: () => (parsed ??= jsonExpression(json)) };
}
