/** A file as it was read, or the JSON of one stack while it is being synthesized. */
export interface SourceFile {
  /** The path as reported: relative to where the check was started. */
  readonly path: string;
  /** Text is asked for only when a finding needs its line, so that clean files are never scanned for positions. */
  readonly text: () => string;
  readonly json: boolean;
  /** The text is only its beginning. */
  readonly cut?: true;
}

/** Where something stands: an offset in a text, or the way to it through JSON. */
export interface Place {
  readonly file: SourceFile;
  readonly at: number | readonly (string | number)[];
}

/** Where the text that begins at a place goes on after its first part. Counted when it is asked for, which only a finding does. */
export function placeAfter(start: Place, part: string): Place {
  // In JSON a text is one line, whatever it holds.
  if (start.file.json) return start;
  // A long part is looked through only for a place that is told: there may be as many of them as lines.
  if (part.length < LOOKED_THROUGH && !part.includes("\n")) return start;
  let at: number | undefined;
  return {
    file: start.file,
    get at() {
      return (at ??= afterLines(start.file.text(), start.at as number, part.split("\n").slice(0, -1)));
    },
  };
}

const LOOKED_THROUGH = 1_000;

/** Moves on by whole lines; columns are not kept, since indentation may have been taken off. */
function afterLines(source: string, from: number, lines: readonly string[]): number {
  let at = from;
  for (const line of lines) {
    const next = source.indexOf("\n", at);
    // A quoted text is one line of the file, however many escaped line breaks it has.
    if (next < 0 || escapedBreaks(source.slice(at, next)) > escapedBreaks(line)) return at;
    at = next + 1;
  }
  return at;
}

const escapedBreaks = (text: string): number => text.split("\\n").length;
