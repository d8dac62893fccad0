import { isMap, isScalar, isSeq, parseAllDocuments, type Scalar } from "yaml";
import { HOLE, literal, sketch, slicer, type Fragment, type SymbolicString } from "./symbolic-string.js";
import { stringValue, UNKNOWN, type SymbolicValue } from "./symbolic-value.js";

/** Longer documents are of tools, and take long. */
const MAX_LENGTH = 200_000;
const MAX_DEPTH = 50;

type Part = (start: number, end: number) => SymbolicString;

/** The values of the documents of a YAML text with holes in it; none where it is no list or object. */
export function parseYamlText(of: SymbolicString): SymbolicValue[] {
  const source = sketch(of);
  if (source.length > MAX_LENGTH) return [];
  // Each mistake is told with its line otherwise, which takes time by the square of the document.
  const documents = parseAllDocuments(source, {
    keepSourceTokens: true,
    logLevel: "silent",
    prettyErrors: false,
    strict: false,
    uniqueKeys: false,
    schema: "failsafe",
  });
  const part = slicer(of);
  return [...documents].flatMap(({ contents }) =>
    isMap(contents) || isSeq(contents) ? [valueOf(contents, part, 0)] : [],
  );
}

function valueOf(node: unknown, part: Part, depth: number): SymbolicValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => valueOf(item, part, depth + 1)) };
  if (isMap(node)) {
    const entries = new Map<string, SymbolicValue>();
    for (const { key, value } of node.items)
      entries.set(isScalar(key) ? String(key.value) : HOLE, valueOf(value, part, depth + 1));
    return { kind: "object", entries };
  }
  // An alias may stand for more than anybody can look at.
  return isScalar(node) ? scalar(node, part) : UNKNOWN;
}

const BARE = new Set(["true", "false", "null", "~"]);
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function scalar(node: Scalar, part: Part): SymbolicValue {
  const value = typeof node.value === "string" ? node.value : "";
  if (node.type === "PLAIN" && (BARE.has(value) || NUMBER.test(value)))
    return { kind: "text", fragments: [literal(value === "~" ? "null" : value)], bare: true };
  if (node.type === "BLOCK_LITERAL") return stringValue(blockLiteral(node, part));
  const [start, end] = node.range ?? [0, 0];
  const quotes = node.type === "PLAIN" ? 0 : 1;
  const written = part(start + quotes, end - quotes);
  return stringValue(sketch(written) === value ? written : filled(value, written));
}

/** A text that is written otherwise than it reads, with its holes in their order. */
function filled(value: string, written: SymbolicString): SymbolicString {
  const holes = written.filter(({ text }) => text === undefined);
  const place = written.find((fragment) => fragment.place)?.place;
  return value.split(HOLE).flatMap((text, index): Fragment[] => {
    const before = index === 0 ? [] : holes.slice(index - 1, index);
    return [...before, ...(text === "" && value !== "" ? [] : [literal(text, place)])];
  });
}

/** The lines of `|` without their indentation, each in its place. */
function blockLiteral({ srcToken }: Scalar, part: Part): SymbolicString {
  if (srcToken?.type !== "block-scalar") return [];
  const lines = srcToken.source.split(/(?<=\n)/);
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  let at = srcToken.offset + srcToken.props.reduce((sum, prop) => sum + ("source" in prop ? prop.source.length : 0), 0);
  return lines.flatMap((line) => {
    const from = at + Math.min(indent, Math.max(line.length - 1, 0));
    at += line.length;
    return part(from, at);
  });
}
