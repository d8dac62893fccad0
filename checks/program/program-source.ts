import { placeAfter, type Place } from "../configuration/place.js";
import { concrete, literal, type Fragment, type SymbolicString } from "../values/symbolic-string.js";

const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARK = /\uE000(\d+)\uE001/g;

/**
 * A script's text with a mark in place of everything that Terraform writes into it, so that a shell parser can read it. The marks are
 * characters for private use, which mean nothing to a shell. A known text without an origin of interest is written out, and the
 * comma between items: it may well hold syntax.
 */
export class ProgramSource {
  public readonly text: string;
  private readonly holes: Fragment[] = [];
  private readonly runs: { start: number; fragment: Fragment }[] = [];

  public constructor(text: SymbolicString) {
    let source = "";
    for (const fragment of text) {
      this.runs.push({ start: source.length, fragment });
      source += this.write(fragment);
    }
    this.text = source;
  }

  private write(fragment: Fragment): string {
    const plain = fragment.text?.replace(/[\uE000\uE001]/g, "");
    if (plain !== undefined && (fragment.provenance.length === 0 || !/^(?!,$|\w+=$)[\w.~:/%+=@,-]+$/.test(plain)))
      return plain;
    this.holes.push(fragment);
    return `${OPEN}${String(this.holes.length - 1)}${CLOSE}`;
  }

  /** The fragments of a part of the source: marks become what they stand for. */
  public fragments(part: string, place?: Place): SymbolicString {
    if (!part.includes(OPEN)) return part === "" ? [] : [literal(part, place)];
    const result: Fragment[] = [];
    let from = 0;
    for (const mark of part.matchAll(MARK)) {
      if (mark.index > from) result.push(literal(part.slice(from, mark.index), place));
      const fragment = this.holes[Number(mark[1])];
      if (fragment) result.push({ ...fragment, interpolated: true });
      from = mark.index + mark[0].length;
    }
    if (from < part.length) result.push(literal(part.slice(from), place));
    return result;
  }

  /** Where an offset of the source is in the files. */
  public place(offset: number): Place | undefined {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.runs[low];
    const place = run?.fragment.place ?? this.runs.find((other) => other.fragment.place !== undefined)?.fragment.place;
    if (!run || !place || run.fragment.place === undefined) return place;
    return placeAfter(place, (concrete([run.fragment]) ?? "").slice(0, offset - run.start));
  }
}
