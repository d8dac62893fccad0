import type { Expression, TemplatePart } from "./expression.js";
import type { Cursor } from "./cursor.js";

/** What a template is read with: the expressions within it are for another to read. */
export interface TemplateReader extends Cursor {
  expression(): Expression;
  /** A reader of a part of the same text, so that offsets stay those of the file. */
  within(start: number, end: number): TemplateReader;
}

type Template = Extract<Expression, { kind: "template" }>;
type Ending = "quote" | "none";

const DIRECTIVE = /~?\s*(if|else|endif|for|endfor)\b/y;
/** What may begin something else than text. */
const SPECIAL = '$%"\\';
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** The parts of a template from the reader's position to its closing quote, or to its end where nothing quotes it. */
export function template(reader: TemplateReader, at: number, ending: Ending = "quote"): Template {
  const parts: TemplatePart[] = [];
  while (reader.position < reader.end) {
    const stopped = sequence(reader, ending, parts);
    if (stopped === "quote") break;
  }
  return { kind: "template", parts, at };
}

/** `<<EOT` and `<<-EOT`; the indentation that `<<-` takes off says nothing about the command, except to here-documents in it. */
export function heredoc(reader: TemplateReader): Expression {
  const at = reader.position;
  const opening = reader.match(/<<-?[ \t]*"?[\p{ID_Start}_][\p{ID_Continue}-]*"?[ \t]*\r?\n?/uy);
  if (opening === undefined) {
    reader.position = Math.min(reader.position + 2, reader.end);
    return { kind: "unknown", at };
  }
  const closing = lineOf(reader, opening.replace(/^<<-?/, "").replaceAll('"', "").trim());
  const parts = template(reader.within(reader.position, closing.start), at, "none").parts;
  reader.position = closing.end;
  return { kind: "template", parts: opening.startsWith("<<-") ? unindent(parts) : parts, at };
}

/** The line that has only a word; the end, where there is no such line. */
function lineOf(
  { source, position, end }: TemplateReader,
  word: string,
): { readonly start: number; readonly end: number } {
  for (let start = position; start < end;) {
    const next = source.indexOf("\n", start);
    const stop = next < 0 ? end : Math.min(next, end);
    if (source.slice(start, stop).trim() === word) return { start, end: stop };
    start = stop + 1;
  }
  return { start: end, end };
}

/** What one level of a template reads until its quote, its end, or a directive that belongs to the level above. */
function sequence(reader: TemplateReader, ending: Ending, parts: TemplatePart[]): string {
  let text = "";
  let textAt = reader.position;
  const flush = (): void => {
    if (text !== "") parts.push({ kind: "text", text, at: textAt });
    text = "";
    textAt = reader.position;
  };
  while (reader.position < reader.end) {
    const plain = reader.until(SPECIAL);
    if (plain !== "") {
      text += plain;
      continue;
    }
    const mark = reader.source[reader.position] ?? "";
    const pair = reader.source.slice(reader.position, reader.position + 2);
    const triple = reader.source.slice(reader.position, reader.position + 3);
    if (triple === "$${" || triple === "%%{") {
      text += triple.slice(1);
      reader.position += 3;
    } else if (pair === "${") {
      flush();
      reader.position += 2;
      reader.accept("~");
      const expression = reader.expression();
      closeBrace(reader);
      parts.push({ kind: "interpolation", expression });
      textAt = reader.position;
    } else if (pair === "%{") {
      flush();
      const word = directive(reader, ending, parts);
      if (word !== undefined) return word;
      textAt = reader.position;
    } else if (mark === '"' && ending === "quote") {
      flush();
      reader.position++;
      return "quote";
    } else if (mark === "\\" && ending === "quote") {
      text += escape(reader);
    } else {
      text += mark;
      reader.position++;
    }
  }
  flush();
  return "end";
}

function escape(reader: TemplateReader): string {
  const next = reader.source[reader.position + 1] ?? "";
  const width = next === "u" ? 4 : next === "U" ? 8 : 0;
  reader.position = Math.min(reader.position + 2, reader.end);
  if (width === 0) return ESCAPES[next] ?? next;
  const code = Number.parseInt(reader.source.slice(reader.position, reader.position + width), 16);
  reader.position = Math.min(reader.position + width, reader.end);
  return Number.isNaN(code) || code > 0x10ffff ? "" : String.fromCodePoint(code);
}

function closeBrace(reader: TemplateReader): void {
  reader.accept("~");
  if (reader.accept("}")) return;
  const close = reader.source.indexOf("}", reader.position);
  reader.position = close < 0 || close >= reader.end ? reader.end : close + 1;
}

/** Reads one `%{...}`; gives the word back where it closes or divides the level above. */
function directive(reader: TemplateReader, ending: Ending, parts: TemplatePart[]): string | undefined {
  reader.position += 2;
  const word = reader.match(DIRECTIVE)?.replace(/^~?\s*/, "");
  if (word === "if") {
    const condition = reader.expression();
    closeBrace(reader);
    const then: TemplatePart[] = [];
    const otherwise: TemplatePart[] = [];
    let stopped = nested(reader, ending, then);
    if (stopped === "else") stopped = nested(reader, ending, otherwise);
    parts.push({ kind: "if", condition, then, otherwise });
    return stopped === "quote" ? stopped : undefined;
  }
  if (word === "for") {
    reader.space();
    const first = reader.match(/[\p{ID_Continue}-]+/uy) ?? "";
    let second: string | undefined;
    if (reader.accept(",")) {
      reader.space();
      second = reader.match(/[\p{ID_Continue}-]+/uy);
    }
    reader.space();
    reader.match(/in\b/y);
    const source = reader.expression();
    closeBrace(reader);
    const body: TemplatePart[] = [];
    const stopped = nested(reader, ending, body);
    parts.push({ kind: "each", key: second === undefined ? undefined : first, item: second ?? first, source, body });
    return stopped === "quote" ? stopped : undefined;
  }
  closeBrace(reader);
  return word;
}

function nested(reader: TemplateReader, ending: Ending, parts: TemplatePart[]): string {
  const inner = reader.deeper();
  if (!inner) {
    reader.position = reader.end;
    return "end";
  }
  const stopped = sequence(reader, ending, parts);
  reader.shallower();
  return stopped;
}

function unindent(parts: readonly TemplatePart[]): TemplatePart[] {
  const lines = parts.flatMap((part, index) =>
    part.kind === "text"
      ? part.text
          .split("\n")
          .slice(index === 0 ? 0 : 1)
          .filter((line, i, all) => line.trim() !== "" || (i === all.length - 1 && index < parts.length - 1))
      : [],
  );
  const width = lines.reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(width) || width === 0) return [...parts];
  return parts.map((part, index) => {
    if (part.kind !== "text") return part;
    const cut = part.text
      .split("\n")
      .map((line, i) => (i === 0 && index > 0 ? line : line.slice(Math.min(width, indentOf(line)))));
    return { ...part, text: cut.join("\n") };
  });
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
