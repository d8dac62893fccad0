import type { Dialect } from "./dialect.js";
import { piecesOf } from "./texts.js";
import { endsOperand, type Piece, type Token } from "./tokens.js";

/** The beginning of a here-document, whose text begins with the next line. */
export interface Heredoc {
  readonly length: number;
  readonly word: string;
  readonly isRaw: boolean;
  readonly isIndented: boolean;
  readonly pieces: Piece[];
}

const OPENING: Readonly<Record<Dialect["name"], RegExp | undefined>> = {
  ruby: /<<([-~])?(["'`]?)([A-Z_a-z]\w*)\2/y,
  perl: /<<(~)?(["']?)([A-Z_a-z]\w*)\2/y,
  php: /<<<([ \t]?)(["']?)([A-Z_a-z]\w*)\2/y,
  go: undefined,
};

export function heredocAt(
  dialect: Dialect,
  source: string,
  at: number,
  before: Token | undefined,
): Heredoc | undefined {
  const pattern = OPENING[dialect.name];
  if (!pattern) return undefined;
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  if (!match) return undefined;
  const [whole, mark = "", quote = "", word = ""] = match;
  // Without any mark it may be a shift, or what is appended: `list <<item`.
  if (dialect.name !== "php" && mark === "" && quote === "" && (endsOperand(before) || !/^[A-Z]/.test(word)))
    return undefined;
  return { length: whole.length, word, isRaw: quote === "'", isIndented: mark === "~", pieces: [] };
}

/** Reads the text of a here-document, and says where what follows its end begins. */
export function readHeredoc(dialect: Dialect, source: string, from: number, { word, ...doc }: Heredoc): number {
  let at = from;
  let end = source.length;
  let next = source.length;
  while (at < source.length) {
    const lineEnd = source.indexOf("\n", at);
    const stop = lineEnd < 0 ? source.length : lineEnd;
    const line = source.slice(at, stop);
    const start = line.length - line.trimStart().length;
    if (line.startsWith(word, start) && !/^\w/.test(line.slice(start + word.length))) {
      end = at;
      next = dialect.name === "php" ? at + start + word.length : stop;
      break;
    }
    at = stop + 1;
  }
  const text = source.slice(from, end);
  for (const piece of piecesOf(dialect, text, from, doc.isRaw ? "raw" : "full"))
    doc.pieces.push(
      piece.kind === "characters" && doc.isIndented
        ? { ...piece, text: piece.text.replace(/(^|\n)[ \t]+/g, "$1") }
        : piece,
    );
  return next;
}
