import type { Node } from "web-tree-sitter";
import type { Comment, ReadFile, ReadProblem } from "../configuration.js";
import type { SourceFile } from "../place.js";
import { unfitHcl } from "../fitness.js";
import { acknowledgementsIn } from "./acknowledgements.js";
import { BlockReader, type Body } from "./blocks.js";
import { deadline, withTree } from "./parser.js";

export { loadHclParser, type HclWasm } from "./parser.js";

/** https://developer.hashicorp.com/terraform/language/syntax/configuration */
const BLOCK_TYPES = new Set(
  "resource data ephemeral variable output provider module locals check terraform moved removed import".split(" "),
);
/** Where a block at the top of a file begins: broken text before it must not take it along. */
const beginsBlock = (line: string): boolean => BLOCK_TYPES.has(/^([a-z]+)\b[^{]*\{/.exec(line)?.[1] ?? "");

interface Part extends Body {
  readonly comments: readonly Comment[];
  readonly errors: readonly number[];
}

/** A `.tf` file. A syntax error is a problem to report; what can be read besides it is read. */
export function readHcl(text: string, path: string): ReadFile {
  const { source, body, comments, problems } = readBody(text, path);
  return {
    source,
    blocks: body.blocks,
    comments,
    acknowledgements: acknowledgementsIn(comments, body.blocks),
    settings: new Map(),
    problems,
  };
}

/** `*.tfvars`: the values are in the repository as much as a default is. */
export function readTfvars(text: string, path: string): ReadFile {
  const { source, body, comments, problems } = readBody(text, path);
  return { source, blocks: [], comments, acknowledgements: [], settings: body.attributes, problems };
}

/** What a file of HCL holds at its top, before it is said what that means. */
export function readBody(
  text: string,
  path: string,
): { source: SourceFile; body: Body; comments: Comment[]; problems: ReadProblem[] } {
  const source: SourceFile = { path, json: false, text: () => text };
  const why = unfitHcl(text);
  if (why !== undefined) {
    const message = `This ${why}: nothing in it was checked.`;
    return { source, body: { attributes: new Map(), blocks: [] }, comments: [], problems: [{ file: path, message }] };
  }
  const { attributes, blocks, comments, errors } = partsOf(text, source);
  const problems = errors.slice(0, 5).map((at) => problemAt(text, at, path));
  return { source, body: { attributes, blocks }, comments: [...comments], problems };
}

/** HCL that is a part of a file's text; nothing of it where it has an error. */
export function blocksWithin(text: string, source: SourceFile, from: number, to: number): Part {
  const nothing = { attributes: new Map(), blocks: [], comments: [], errors: [from] };
  const read = parse(text.slice(from, to), from, text, source, deadline());
  return read && read.errors.length === 0 ? read : nothing;
}

function partsOf(text: string, source: SourceFile): Part {
  const whole = parse(text, 0, text, source, deadline());
  if (whole && whole.errors.length === 0) return whole;
  const parts = piecewise(text, source);
  return {
    attributes: new Map(parts.flatMap((part) => [...part.attributes])),
    blocks: parts.flatMap((part) => part.blocks),
    comments: parts.flatMap((part) => part.comments),
    errors: parts.flatMap((part) => part.errors),
  };
}

/** Reads a file with an error block by block, so that the error costs the block it is in and no other. */
function piecewise(text: string, source: SourceFile): Part[] {
  const starts = lineStarts(text).filter((start) => beginsBlock(text.slice(start, lineEnd(text, start))));
  const cuts = starts[0] === 0 ? starts : [0, ...starts];
  const end = deadline();
  const given = cuts.map((start, index) => parse(text.slice(start, cuts[index + 1]), start, text, source, end));
  return given.map(
    (part, index) => part ?? { attributes: new Map(), blocks: [], comments: [], errors: [cuts[index] ?? 0] },
  );
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

function parse(part: string, base: number, text: string, source: SourceFile, end: number): Part | undefined {
  return withTree(part, end, (root) => {
    const comments = root.descendantsOfType("comment").map((node) => ({
      text: node.text,
      place: { file: source, at: base + node.startIndex },
    }));
    const reader = new BlockReader(source, text, base, comments);
    const body = reader.body(root.namedChildren.find((child) => child.type === "body"));
    return { ...body, comments, errors: root.hasError ? [base + firstError(root).startIndex] : [] };
  });
}

function firstError(root: Node): Node {
  let node = root;
  for (;;) {
    if (node.isError || node.isMissing) return node;
    const next = node.children.find((child) => child.hasError || child.isMissing);
    if (!next) return node;
    node = next;
  }
}

function problemAt(text: string, at: number, path: string): ReadProblem {
  const line = text.slice(0, at).split("\n").length;
  return {
    file: path,
    line,
    message: "This is not valid HCL. Its block was checked as far as it can be read, the rest of the file in full.",
  };
}
