import { isIndex } from "../configuration/expressions/expression.js";
import { placeAfter, type Place } from "../configuration/place.js";

/**
 * What a fragment of text is to a token request. `secret`: a credential; `token`, `response`, `status`, `field`: what the
 * endpoint answered, the token out of it, the HTTP status, or another field of it, which is no secret.
 */
export type Taint = "secret" | "token" | "response" | "status" | "field";

/** Something that text came through: `variable.x` of a module, or a variable of a shell script. */
export interface Origin {
  /** The module's folder, or "shell". */
  readonly scope: string;
  readonly address: string;
  /** The part of it that was taken: `client_secret` of an object, which tells nothing about its `client_id`. */
  readonly member?: string;
  /** The part of it that this is, where the whole of it was taken. */
  readonly entry?: string;
  /** What it came through before was a whole of which only this part is known by name. */
  readonly part?: boolean;
}

/** A request, or a call of a tool that makes one. */
export interface Asked {
  /** Set once something looks at the result, or passes the failure on. */
  failureChecked: boolean;
}

/** A run of text of which either the characters are known or where they come from. */
export interface Fragment {
  /** Undefined where the characters are not known before Terraform, or the script, runs. */
  readonly text?: string;
  /** A default, which another value may replace: good enough to find a host, not to tell that a value needs no encoding. */
  readonly assumed?: boolean;
  readonly provenance: readonly Origin[];
  readonly encoded?: boolean;
  readonly taint?: Taint;
  /** What gave the answer that this is, or was made from. */
  readonly requests?: readonly Asked[];
  readonly place?: Place;
  /** The content of something that is there but was not, or cannot be, read. */
  readonly unread?: boolean;
  /** Made from what it refers to, in a way that is not known: no longer that value itself. */
  readonly derived?: boolean;
  /** Went through a function that is not followed, which may have left out what it is tainted with. */
  readonly obscured?: boolean;
  /** The text that this is the Base64 of. */
  readonly decoded?: SymbolicString;
  /** Written by Terraform into a text, in distinction to what a shell expands when it runs. */
  readonly interpolated?: boolean;
  /** Expanded from a variable of the shell: no longer only Terraform's text. */
  readonly expanded?: boolean;
}

export type SymbolicString = readonly Fragment[];

export const literal = (text: string, place?: Place): Fragment => ({ text, provenance: [], ...(place && { place }) });
export const hole = (rest: Partial<Fragment> = {}): Fragment => ({ provenance: [], ...rest });

/** The characters where all are known. */
export function concrete(text: SymbolicString): string | undefined {
  let all = "";
  for (const fragment of text) {
    if (fragment.text === undefined) return undefined;
    all += fragment.text;
  }
  return all;
}

/** The characters, with a mark that occurs in no real text where they are not known. */
export const HOLE = "\u{FFFC}";
export const sketch = (text: SymbolicString): string => text.map((fragment) => fragment.text ?? HOLE).join("");

export const carriesSecret = (fragment: Fragment): boolean => fragment.taint === "secret" || fragment.taint === "token";
export const requestsOf = (text: SymbolicString): Asked[] => [
  ...new Set(text.flatMap((fragment) => fragment.requests ?? [])),
];

/** One unknown fragment in the place of many, keeping what is known of them: what an unknown program makes of its input. */
export function propagate(text: SymbolicString, change: Partial<Fragment> = {}): SymbolicString {
  if (text.length === 0) return [];
  const taint = TAINTS.find((n) => text.some((fragment) => fragment.taint === n));
  const from = requestsOf(text);
  // Of an id and a secret put together, only the secret's origin makes a secret of the whole.
  const same = text.length === 1 && taint !== undefined;
  const origins = taint === "secret" || taint === "token" ? text.filter((fragment) => fragment.taint === taint) : text;
  return [
    {
      provenance: uniqueOrigins(origins.flatMap((fragment) => fragment.provenance)),
      ...(taint && { taint }),
      ...(from.length > 0 && { requests: from }),
      ...(text.some(({ obscured }) => obscured) && { obscured: true }),
      ...(!same && taint !== "secret" && taint !== "token" && { derived: true }),
      ...change,
    },
  ];
}

/** Known characters that were made of known ones: where those come from stays. */
export const remade = (text: string, of: SymbolicString): SymbolicString => [
  {
    ...literal(text, of.find(({ place }) => place)?.place),
    ...propagate(of)[0],
    text,
    ...(of.some(({ assumed }) => assumed) && { assumed: true }),
  },
];

const TAINTS = ["secret", "token", "response", "field", "status"] as const;

export const originKey = ({ scope, address, entry = "", member = entry }: Origin): string =>
  `${scope}|${address}|${member}`;

/** What was taken out of something: the last thing that it came through is known by that part. */
export function selectMember(fragment: Fragment, path: readonly string[], part = false): Fragment {
  const steps = path.filter((step) => !isIndex(step));
  const last = fragment.provenance.at(-1);
  if (!last || steps.length === 0) return fragment;
  const member = [...(last.member === undefined ? [] : [last.member]), ...steps].join(".");
  const { scope, address } = last;
  return {
    ...fragment,
    provenance: [...fragment.provenance.slice(0, -1), { scope, address, member, ...(part && { part }) }],
  };
}

export function uniqueOrigins(provenance: readonly Origin[]): Origin[] {
  const seen = new Map<string, Origin>();
  for (const origin of provenance) seen.set(originKey(origin), origin);
  return [...seen.values()];
}

/** A part of a text by its offsets in `sketch`. */
export function slice(text: SymbolicString, start: number, end = Number.POSITIVE_INFINITY): SymbolicString {
  const result: Fragment[] = [];
  let at = 0;
  for (const fragment of text) {
    const length = fragment.text?.length ?? HOLE.length;
    if (at + length > start && at < end) {
      if (fragment.text === undefined) result.push(fragment);
      else result.push(partOf(fragment, fragment.text, Math.max(0, start - at), end - at));
    }
    at += length;
    if (at >= end) break;
  }
  return result;
}

/** Gives part after part of a text by their offsets in `sketch`, in any order, without going through all of it for each. */
export function slicer(text: SymbolicString): (start: number, end: number) => SymbolicString {
  const starts: number[] = [];
  let at = 0;
  for (const fragment of text) {
    starts.push(at);
    at += fragment.text?.length ?? HOLE.length;
  }
  return (start, end) => {
    let first = 0;
    for (let high = starts.length - 1; first < high;) {
      const middle = (first + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) first = middle;
      else high = middle - 1;
    }
    const result: Fragment[] = [];
    for (let index = first; index < text.length && (starts[index] ?? 0) < end; index++) {
      const base = starts[index] ?? 0;
      const fragment = text[index];
      if (fragment === undefined || base + (fragment.text?.length ?? HOLE.length) <= start) continue;
      if (fragment.text === undefined) result.push(fragment);
      else result.push(partOf(fragment, fragment.text, Math.max(0, start - base), end - base));
    }
    return result;
  };
}

function partOf(fragment: Fragment, text: string, start: number, end: number): Fragment {
  const cut = { ...fragment, text: text.slice(start, end) };
  return fragment.place && start > 0 ? { ...cut, place: placeAfter(fragment.place, text.slice(0, start)) } : cut;
}

/** Splits where a pattern, or a word as it stands, is in known text. */
export function split(text: SymbolicString, separator: RegExp | string): SymbolicString[] {
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
export function slices(text: SymbolicString, ranges: readonly Range[]): SymbolicString[] {
  let index = 0;
  let at = 0;
  return ranges.map(([start, end]) => {
    const part: Fragment[] = [];
    for (; index < text.length; index++) {
      const fragment = text[index];
      if (fragment === undefined) break;
      const length = fragment.text?.length ?? HOLE.length;
      if (at + length > start && at < end)
        part.push(
          fragment.text === undefined ? fragment : partOf(fragment, fragment.text, Math.max(0, start - at), end - at),
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

export function trim(text: SymbolicString): SymbolicString {
  const whole = sketch(text);
  const start = whole.length - whole.trimStart().length;
  return slice(text, start, whole.trimEnd().length);
}
