import type { Place } from "../configuration/place.js";
import { known, literal, type Piece, type Text } from "../values/text.js";

const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARK = /\uE000(\d+)\uE001/g;

/**
 * A script's text with a mark in place of everything that Terraform writes into it, so that a shell parser can read it. The marks are
 * characters for private use, which mean nothing to a shell. A known text without an origin of interest is written out: it may
 * well hold syntax.
 */
export class Composition {
  public readonly source: string;
  private readonly holes: Piece[] = [];
  private readonly runs: { start: number; piece: Piece }[] = [];

  public constructor(text: Text) {
    let source = "";
    for (const piece of text) {
      this.runs.push({ start: source.length, piece });
      source += this.write(piece);
    }
    this.source = source;
  }

  private write(piece: Piece): string {
    const plain = piece.text?.replace(/[\uE000\uE001]/g, "");
    if (plain !== undefined && (piece.refs.length === 0 || !/^[\w.~:/%+=@,-]+$/.test(plain))) return plain;
    this.holes.push(piece);
    return `${OPEN}${String(this.holes.length - 1)}${CLOSE}`;
  }

  /** The pieces of a part of the source: marks become what they stand for. */
  public pieces(part: string, place?: Place): Text {
    if (!part.includes(OPEN)) return part === "" ? [] : [literal(part, place)];
    const result: Piece[] = [];
    let from = 0;
    for (const mark of part.matchAll(MARK)) {
      if (mark.index > from) result.push(literal(part.slice(from, mark.index), place));
      const piece = this.holes[Number(mark[1])];
      if (piece) result.push({ ...piece, interpolated: true });
      from = mark.index + mark[0].length;
    }
    if (from < part.length) result.push(literal(part.slice(from), place));
    return result;
  }

  /** Where an offset of the source stands in the files. */
  public place(offset: number): Place | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.runs[low];
    const place = run?.piece.place ?? this.runs.find((other) => other.piece.place !== undefined)?.piece.place;
    if (!run || !place || typeof place.at !== "number" || run.piece.place === undefined) return place;
    // Escapes make the text shorter than the file's, but never move it to another line by less than whole lines.
    return placeOn(place, run.piece, offset - run.start);
  }
}

/** Counted when it is asked for, which only a finding does. */
function placeOn(start: Place, piece: Piece, offset: number): Place {
  let at: number | undefined;
  return {
    file: start.file,
    get at() {
      return (at ??= linesOn(start, piece, offset));
    },
  };
}

/** Moves on by the lines of the text; columns are not kept, since indentation may have been taken off. */
function linesOn(place: Place, piece: Piece, offset: number): number {
  const start = place.at as number;
  const lines = (known([piece]) ?? "").slice(0, offset).split("\n").length - 1;
  if (lines === 0) return start;
  const source = place.file.text();
  let at = start;
  for (let line = 0; line < lines; line++) {
    const next = source.indexOf("\n", at);
    if (next < 0) return start;
    at = next + 1;
  }
  return at;
}
