import type { Place } from "../configuration/place.js";

/**
 * What a piece of text is to a token request. `secret`: a credential; `token`, `response`, `status`, `field`: what the
 * endpoint answered, the token out of it, the HTTP status, or another field of it, which is no secret.
 */
export type Nature = "secret" | "token" | "response" | "status" | "field";

/** Something that text came through: `variable.x` of a module, or a variable of a shell script. */
export interface Reference {
  /** The module's folder, or "shell". */
  readonly scope: string;
  readonly address: string;
  /** The part of it that was taken: `client_secret` of an object, which tells nothing about its `client_id`. */
  readonly member?: string;
  /** What it came through before was a whole of which only this part is known by name. */
  readonly part?: boolean;
}

/** A run of text of which either the characters are known or where they come from. */
export interface Piece {
  /** Undefined where the characters are not known before Terraform, or the script, runs. */
  readonly text?: string;
  /** A default, which another value may replace: good enough to find a host, not to tell that a value needs no encoding. */
  readonly assumed?: boolean;
  readonly refs: readonly Reference[];
  readonly encoded?: boolean;
  readonly nature?: Nature;
  /** The requests whose answer this is, or was made from. */
  readonly from?: readonly object[];
  readonly place?: Place;
  /** The content of something that is there but was not, or cannot be, read. */
  readonly unread?: boolean;
  /** Made from what it refers to, in a way that is not known: no longer that value itself. */
  readonly derived?: boolean;
  /** The text that this is the Base64 of. */
  readonly decoded?: Text;
  /** Written by Terraform into a text, in distinction to what a shell expands when it runs. */
  readonly interpolated?: boolean;
  /** Expanded from a variable of the shell: no longer only Terraform's text. */
  readonly expanded?: boolean;
}

export type Text = readonly Piece[];

export const literal = (text: string, place?: Place): Piece => ({ text, refs: [], ...(place && { place }) });
export const unknown = (rest: Partial<Piece> = {}): Piece => ({ refs: [], ...rest });

/** The characters where all are known. */
export function known(text: Text): string | undefined {
  let all = "";
  for (const piece of text) {
    if (piece.text === undefined) return undefined;
    all += piece.text;
  }
  return all;
}

/** The characters, with a mark that occurs in no real text where they are not known. */
export const HOLE = "\u{FFFC}";
export const sketch = (text: Text): string => text.map((piece) => piece.text ?? HOLE).join("");

export const isSecret = (piece: Piece): boolean => piece.nature === "secret" || piece.nature === "token";
export const requestsOf = (text: Text): object[] => [...new Set(text.flatMap((piece) => piece.from ?? []))];

/** One unknown piece in the place of many, keeping what is known of them: what an unknown program makes of its input. */
export function blend(text: Text, change: Partial<Piece> = {}): Text {
  if (text.length === 0) return [];
  const nature = NATURES.find((n) => text.some((piece) => piece.nature === n));
  const from = requestsOf(text);
  // Of an id and a secret put together, only the secret's origin makes a secret of the whole.
  const same = text.length === 1 && nature !== undefined;
  const origins = nature === "secret" || nature === "token" ? text.filter((piece) => piece.nature === nature) : text;
  return [
    {
      refs: uniqueReferences(origins.flatMap((piece) => piece.refs)),
      ...(nature && { nature }),
      ...(from.length > 0 && { from }),
      ...(!same && nature !== "secret" && nature !== "token" && { derived: true }),
      ...change,
    },
  ];
}

const NATURES = ["secret", "token", "response", "field", "status"] as const;

export const referenceKey = ({ scope, address, member = "" }: Reference): string => `${scope}|${address}|${member}`;

/** What was taken out of something: the last thing that it came through is known by that part. */
export function taken(piece: Piece, path: readonly string[], part = false): Piece {
  const steps = path.filter((step) => !/^(?:\d+|\*)$/.test(step));
  const last = piece.refs.at(-1);
  if (!last || steps.length === 0) return piece;
  const member = [...(last.member === undefined ? [] : [last.member]), ...steps].join(".");
  return { ...piece, refs: [...piece.refs.slice(0, -1), { ...last, member, ...(part && { part }) }] };
}

export function uniqueReferences(refs: readonly Reference[]): Reference[] {
  const seen = new Map<string, Reference>();
  for (const ref of refs) seen.set(referenceKey(ref), ref);
  return [...seen.values()];
}

/** A part of a text by its offsets in `sketch`. */
export function slice(text: Text, start: number, end = Number.POSITIVE_INFINITY): Text {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of text) {
    const length = piece.text?.length ?? HOLE.length;
    if (at + length > start && at < end) {
      if (piece.text === undefined) result.push(piece);
      else result.push({ ...piece, text: piece.text.slice(Math.max(0, start - at), end - at) });
    }
    at += length;
    if (at >= end) break;
  }
  return result;
}

/** Splits where a pattern, or a word as it stands, is in known text. */
export function split(text: Text, separator: RegExp | string): Text[] {
  const whole = sketch(text);
  const parts: [start: number, end: number][] = [];
  let from = 0;
  for (const [start, end] of typeof separator === "string" ? everyPlace(whole, separator) : matches(whole, separator)) {
    parts.push([from, start]);
    from = end;
  }
  return slices(text, [...parts, [from, whole.length]]);
}

type Range = readonly [start: number, end: number];

const matches = (whole: string, pattern: RegExp): Range[] =>
  [...whole.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);

function everyPlace(whole: string, word: string): Range[] {
  const places: Range[] = [];
  if (word === "") return places;
  for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length))
    places.push([at, at + word.length]);
  return places;
}

/** Parts of a text by their offsets in `sketch`, each of which begins where the one before ends or later. */
export function slices(text: Text, ranges: readonly Range[]): Text[] {
  let index = 0;
  let at = 0;
  return ranges.map(([start, end]) => {
    const part: Piece[] = [];
    for (; index < text.length; index++) {
      const piece = text[index];
      if (piece === undefined) break;
      const length = piece.text?.length ?? HOLE.length;
      if (at + length > start && at < end)
        part.push(
          piece.text === undefined ? piece : { ...piece, text: piece.text.slice(Math.max(0, start - at), end - at) },
        );
      if (at + length > end) break;
      at += length;
    }
    return part;
  });
}

/** Adds to a list. Spread as arguments, a long list would not fit on the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

export function trim(text: Text): Text {
  const whole = sketch(text);
  const start = whole.length - whole.trimStart().length;
  return slice(text, start, whole.trimEnd().length);
}
