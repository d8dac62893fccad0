import type { Expression } from "./expressions/expression.js";
import type { Place, SourceFile } from "./place.js";

/** One `name = value` of a block; the value is parsed when it is first asked for. */
export interface Attribute {
  readonly name: string;
  readonly place: Place;
  readonly value: () => Expression;
}

/** What a text may match: a regular expression, or a search of another kind. */
export interface Pattern {
  test(text: string): boolean;
}

/** What all three readers (synthesized JSON, .tf.json, .tf) turn configuration into, and all that rules see of it. */
export interface Block {
  /** `resource`, `data`, `ephemeral`, `variable`, `output`, `provider`, `module`, `locals`, `check`, or a nested block's name. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly place: Place;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
  /** The nested blocks of one type. */
  readonly nested: (type: string) => readonly Block[];
  /** CDKTF's construct path, from the metadata that synthesized JSON carries. */
  readonly constructPath?: string;
  /** Whether a pattern occurs anywhere in the block as it is written: far cheaper than to evaluate it. */
  readonly mentions: (pattern: Pattern) => boolean;
  /** Comments within and right above the block, where acknowledgements may stand. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly text: string;
  readonly place: Place;
}

/** An acknowledgement as it was written, before its rule id and date are judged. */
export interface WrittenAcknowledgement {
  readonly id: unknown;
  readonly reason: unknown;
  readonly until?: unknown;
  /** The construct it was made on: it holds for this path and all below it. */
  readonly constructPath?: string;
  /** Addresses of blocks below that construct which carry no construct path of their own, such as variables. */
  readonly addresses?: readonly string[];
  /** The block it was written in or right above; without it and without a construct path it belongs to nothing. */
  readonly block?: Block;
  readonly place: Place;
}

export interface ReadProblem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** What one file of configuration says. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly acknowledgements: readonly WrittenAcknowledgement[];
  readonly settings: ReadonlyMap<string, Attribute>;
  readonly problems: readonly ReadProblem[];
}

/** A folder of configuration: what Terraform calls a module. */
export interface Directory {
  /** Absolute where it is on disk; rules and reports use the files' own paths. */
  readonly path: string;
  readonly files: readonly SourceFile[];
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly acknowledgements: readonly WrittenAcknowledgement[];
  /** Literal values of `*.tfvars`, which are in the repository as much as a default is. */
  readonly settings: ReadonlyMap<string, Attribute>;
  /** The same of every file, of which Terraform takes one for each run: `dev.tfvars`, `prod.tfvars`. */
  readonly allSettings: readonly Attribute[];
  readonly problems: readonly ReadProblem[];
}

/** `null_resource.x`, `data.http.x`, `variable.x`: the block as written in its own file. */
export function addressOf(block: Block): string {
  if (block.type === "resource") return block.labels.join(".");
  const alias = block.type === "provider" ? aliasOf(block) : undefined;
  return [block.type, ...block.labels, ...(alias === undefined ? [] : [alias])].join(".");
}

/** The type in the address of a resource, data source or ephemeral resource. */
export function typeIn(address: string): string {
  const [first = "", second = ""] = address.split(".", 2);
  return first === "data" || first === "ephemeral" ? second : first;
}

function aliasOf(block: Block): string | undefined {
  const value = block.attributes.get("alias")?.value();
  if (value?.kind === "literal") return String(value.value);
  const part = value?.kind === "template" ? value.parts[0] : undefined;
  return part?.kind === "text" ? part.text : undefined;
}
