import type { Node } from "web-tree-sitter";
import { parseExpression } from "../expressions/parse.js";
import type { Attribute, Block, Comment } from "../configuration.js";
import type { SourceFile } from "../place.js";

/** Blocks nested deeper than this are no configuration that anybody wrote. */
const MAX_DEPTH = 50;

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** Turns syntax nodes into blocks; `base` is where the parsed text begins in the file. */
export class BlockReader {
  public constructor(
    private readonly source: SourceFile,
    private readonly text: string,
    private readonly base: number,
    private readonly comments: readonly Comment[],
  ) {}

  public body(node: Node | undefined, depth = 0): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    for (const child of node?.namedChildren ?? []) {
      if (child.type === "attribute") {
        const attribute = this.attribute(child);
        if (attribute) attributes.set(attribute.name, attribute);
      } else if (child.type === "block" && depth < MAX_DEPTH) {
        const block = this.block(child, depth);
        if (block) blocks.push(block);
      }
    }
    return { attributes, blocks };
  }

  private attribute(node: Node): Attribute | undefined {
    const name = node.namedChildren.find((child) => child.type === "identifier");
    const expression = node.namedChildren.find((child) => child.type === "expression");
    if (!name || !expression) return undefined;
    const start = this.base + expression.startIndex;
    const end = this.base + expression.endIndex;
    let parsed: ReturnType<typeof parseExpression> | undefined;
    return {
      name: name.text,
      place: { file: this.source, at: this.base + node.startIndex },
      value: () => (parsed ??= parseExpression(this.text, start, end)),
    };
  }

  private block(node: Node, depth: number): Block | undefined {
    const [type, ...rest] = node.namedChildren;
    if (type?.type !== "identifier") return undefined;
    const labels = rest.filter((child) => child.type === "string_lit" || child.type === "identifier").map(labelOf);
    const body = this.body(
      rest.find((child) => child.type === "body"),
      depth + 1,
    );
    const start = this.base + node.startIndex;
    // The tree is gone when somebody asks.
    const end = this.base + node.endIndex;
    return {
      type: type.text,
      labels,
      place: { file: this.source, at: start },
      ...body,
      nested: (type) => body.blocks.filter((block) => block.type === type),
      mentions: (pattern) => pattern.test(this.text.slice(start, end)),
      comments: this.commentsOf(start, end),
    };
  }

  /** Comments inside the block, and those on the lines right above it. */
  private commentsOf(start: number, end: number): Comment[] {
    const found: Comment[] = [];
    let above = this.lineStart(start);
    for (let index = this.commentsBefore(end) - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment) continue;
      const at = comment.place.at as number;
      if (at >= start) found.push(comment);
      else if (
        /^\s*$/.test(this.text.slice(at + comment.text.length, above)) &&
        this.linesBetween(at + comment.text.length, above) <= 1
      ) {
        found.push(comment);
        above = this.lineStart(at);
      } else break;
    }
    return found.reverse();
  }

  /** How many comments begin before an offset: looked for by halves, as a file may have as many comments as blocks. */
  private commentsBefore(offset: number): number {
    let low = 0;
    for (let high = this.comments.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.comments[middle]?.place.at as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  private linesBetween(from: number, to: number): number {
    let lines = 0;
    for (let at = this.text.indexOf("\n", from); at >= 0 && at < to; at = this.text.indexOf("\n", at + 1)) lines++;
    return lines;
  }
}

function labelOf(node: Node): string {
  return node.type === "identifier" ? node.text : node.text.replace(/^"|"$/g, "");
}
