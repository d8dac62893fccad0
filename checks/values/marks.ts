import { append, literal, type Fragment, type SymbolicString } from "./symbolic-string.js";

/**
 * A text that a parser can read: with a mark of characters for private use for each fragment that is not known, or of which more is
 * known than its characters.
 */
export interface Marked {
  readonly source: string;
  readonly holes: readonly Fragment[];
}

const MARK = /\uE000(\d+)\uE001/g;

export function withMarks(text: SymbolicString): Marked {
  const holes: Fragment[] = [];
  const parts = text.map((fragment) =>
    fragment.text === undefined || isMore(fragment, fragment.text)
      ? `\uE000${String(holes.push(fragment) - 1)}\uE001`
      : fragment.text,
  );
  return { source: parts.join(""), holes };
}

/** Known text that may well hold syntax of JSON is written out. */
const isMore = ({ provenance }: Fragment, text: string): boolean =>
  provenance.length > 0 && /^[^"\\\p{Cc}]+$/u.test(text) && !/^[\s{}[\],:]*$/.test(text);

/** The fragments of a part of the source. */
export function fromMarks(part: string, holes: readonly Fragment[]): SymbolicString {
  const fragments: Fragment[] = [];
  let from = 0;
  for (const match of part.matchAll(MARK)) {
    if (match.index > from) fragments.push(literal(part.slice(from, match.index)));
    append(fragments, holes.slice(Number(match[1]), Number(match[1]) + 1));
    from = match.index + match[0].length;
  }
  if (from < part.length || fragments.length === 0) fragments.push(literal(part.slice(from)));
  return fragments;
}
