import { parseJsonText } from "../values/json.js";
import { literal, sketch, slice, slices, type SymbolicString } from "../values/symbolic-string.js";
import { asString, namedStrings, type SymbolicValue } from "../values/symbolic-value.js";

const LINE = /[^\n]+\n?|\n/g;

export const isCloudConfig = (text: SymbolicString): boolean =>
  /^\s*(?:#cloud-config|## template: jinja)/.test(sketch(text.slice(0, 2)).slice(0, 200));

/** The scripts in a cloud-config document: commands of `runcmd` and `bootcmd`, contents of `write_files`. */
export function cloudConfigScripts(text: SymbolicString): SymbolicString[] {
  const body = slice(text, sketch(text).indexOf("\n") + 1);
  const json = parseJsonText(body);
  if (json) return namedStrings(json).length > 0 ? [commands(json)] : [];
  const scripts: SymbolicString[] = [];
  const lines = linesOf(body);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? [];
    const whole = sketch(line);
    const block = /^(\s*)(?:-\s+)?(?:[\w-]+:\s*)?[|>][-+]?\s*$/.exec(whole);
    if (block) {
      const indent = (block[1] ?? "").length;
      const inner: SymbolicString[] = [];
      while (
        index + 1 < lines.length &&
        (indentOf(lines[index + 1] ?? []) > indent || sketch(lines[index + 1] ?? []).trim() === "")
      )
        inner.push(lines[++index] ?? []);
      scripts.push(dedented(inner));
      continue;
    }
    const item = /^\s*-\s+/.exec(whole);
    if (item) scripts.push([...plain(slice(line, item[0].length)), literal("\n")]);
  }
  return scripts;
}

const linesOf = (text: SymbolicString): SymbolicString[] =>
  slices(
    text,
    [...sketch(text).matchAll(LINE)].map((match) => [match.index, match.index + match[0].length]),
  );

const indentOf = (line: SymbolicString): number => /^ */.exec(sketch(line))?.[0].length ?? 0;

function dedented(lines: readonly SymbolicString[]): SymbolicString {
  const width = lines
    .filter((line) => sketch(line).trim() !== "")
    .reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY);
  return lines.flatMap((line) => slice(line, Number.isFinite(width) ? Math.min(width, indentOf(line)) : 0));
}

/** `[ bash, -c, "..." ]` as words, `"curl ..."` and `curl ...` as a line. */
function plain(item: SymbolicString): SymbolicString {
  const whole = sketch(item).trimEnd();
  const inner = /^\[(.*)\]$/s.exec(whole);
  if (inner) return withoutCommas(slice(item, 1, whole.length - 1));
  if (/^"[^]*"$/.test(whole))
    return slice(item, 1, whole.length - 1).map((fragment) =>
      fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replace(/\\(["\\])/g, "$1") },
    );
  if (/^'[^]*'$/.test(whole))
    return slice(item, 1, whole.length - 1).map((fragment) =>
      fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replaceAll("''", "'") },
    );
  return slice(item, 0, whole.length);
}

/** The commas between the words of a list are none of the words. */
function withoutCommas(words: SymbolicString): SymbolicString {
  const whole = sketch(words);
  const cuts: number[] = [];
  let quote = "";
  for (let at = 0; at < whole.length; at++) {
    const mark = whole[at] ?? "";
    if (mark === "\\" && quote === '"') at++;
    else if (quote !== "") quote = mark === quote ? "" : quote;
    else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === ",") cuts.push(at);
  }
  const parts = [0, ...cuts.map((cut) => cut + 1)].map((start, index) => [start, cuts[index] ?? whole.length] as const);
  return slices(words, parts).flatMap((part): SymbolicString => [...part, literal(" ")]);
}

/** `yamlencode({ runcmd = [...] })`: each entry is a command line, a list of words, or a file. */
function commands(value: SymbolicValue): SymbolicString {
  if (value.kind !== "object") return [];
  return [...value.entries].flatMap(([name, item]): SymbolicString => {
    if (/^(?:runcmd|bootcmd)$/.test(name) && item.kind === "list")
      return item.items.flatMap((entry): SymbolicString => [
        ...(entry.kind === "list"
          ? entry.items.flatMap((word): SymbolicString => [...asString(word), literal(" ")])
          : asString(entry)),
        literal("\n"),
      ]);
    if (name === "write_files" && item.kind === "list")
      return namedStrings(item).flatMap((part): SymbolicString =>
        part.name === "content" ? [...part.fragments, literal("\n")] : [],
      );
    return [];
  });
}
