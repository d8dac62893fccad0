import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Scalar, type YAMLMap } from "yaml";
import { ProgramSource } from "../program/program-source.js";
import { fromBase64 } from "../values/base64.js";
import { append, literal, sketch, type Fragment, type SymbolicString } from "../values/symbolic-string.js";

export const isCloudConfig = (text: SymbolicString): boolean =>
  /^\s*(?:#cloud-config|## template: jinja)/.test(sketch(text.slice(0, 2)).slice(0, 200));

/** Of a mistake in the document only a part is lost; a text is a text, even where YAML would take it for a number. */
export const parseYaml = (text: string): Document.Parsed =>
  parseDocument(text, {
    keepSourceTokens: true,
    logLevel: "silent",
    // Each of them is told with its line, which takes time by the square of a long document with many mistakes.
    prettyErrors: false,
    schema: "failsafe",
    strict: false,
    uniqueKeys: false,
  });

/** A document's scripts, and the files that are there when they run. */
export interface BootScripts {
  readonly scripts: readonly SymbolicString[];
  readonly files: ReadonlyMap<string, SymbolicString>;
}

/** The scripts in a cloud-config document: the one that `bootcmd` and `runcmd` are put together to, and contents of `write_files`. */
export function cloudConfigScripts(text: SymbolicString): BootScripts {
  const source = new ProgramSource(text);
  const { contents } = parseYaml(source.text);
  const commands: Fragment[] = [];
  const written: SymbolicString[] = [];
  const files = new Map<string, SymbolicString>();
  for (const { key, value } of isMap(contents) ? contents.items : []) {
    const name = isScalar(key) ? String(key.value) : "";
    if (!isSeq(value)) continue;
    for (const item of value.items)
      if (name === "bootcmd" || name === "runcmd") append(commands, [...command(source, item), literal("\n")]);
      else if (name === "write_files" && isMap(item)) {
        const content = writtenBy(source, item);
        const path = item.get("path", true);
        written.push(content);
        if (isScalar(path)) files.set(sketch(textOf(source, path)), content);
      }
  }
  return { scripts: [...(commands.length > 0 ? [commands] : []), ...written], files };
}

function writtenBy(source: ProgramSource, item: YAMLMap): SymbolicString {
  const content = item.get("content", true);
  const written = isScalar(content) ? textOf(source, content) : [];
  return /^(?:b64|base64)$/.test(String(item.get("encoding"))) ? fromBase64(written) : written;
}

/** A line for the shell, or words of which none is split again. */
function command(source: ProgramSource, item: Node): SymbolicString {
  if (isScalar(item)) return textOf(source, item);
  if (!isSeq(item)) return [];
  return item.items.flatMap((word): SymbolicString =>
    isScalar(word) ? [...quoted(textOf(source, word)), literal(" ")] : [],
  );
}

function quoted(word: SymbolicString): SymbolicString {
  const whole = sketch(word);
  if (/^[\w./:=@%+,-]+$/.test(whole)) return word;
  const escaped = word.map((fragment) =>
    fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replaceAll("'", "'\\''") },
  );
  return [literal("'"), ...escaped, literal("'")];
}

/** A scalar with the place of each of its lines, where the document has them as they are. */
export function textOf(source: ProgramSource, scalar: Scalar): SymbolicString {
  const { srcToken, range, value } = scalar;
  if (scalar.type !== "BLOCK_LITERAL" || srcToken?.type !== "block-scalar")
    return source.fragments(typeof value === "string" ? value : "", source.place(range?.[0] ?? 0));
  const lines = srcToken.source.split(/(?<=\n)/);
  const indent = lines
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Number.POSITIVE_INFINITY);
  let at = srcToken.offset + srcToken.props.reduce((sum, prop) => sum + ("source" in prop ? prop.source.length : 0), 0);
  return lines.flatMap((line) => {
    const cut = Math.min(indent, line.length - 1);
    const fragments = source.fragments(line.slice(cut), source.place(at + cut));
    at += line.length;
    return fragments;
  });
}
