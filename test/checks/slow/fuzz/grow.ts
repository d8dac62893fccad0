/** How a text grows out of small pieces. What one seed grows into is always the same. */
export interface Growth {
  readonly shape: string;
  /** A text of about so many characters. */
  readonly grow: (characters: number) => string;
}

/** mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const pick = <T>(random: (below: number) => number, of: readonly T[]): T => of[random(of.length)] as T;

/** A few pieces, some of them damaged. */
function unitOf(random: (below: number) => number, pieces: readonly string[]): string {
  const parts = Array.from({ length: 1 + random(4) }, () => pick(random, pieces));
  const unit = parts.join(random(3) === 0 ? " " : "");
  if (random(4) > 0 || unit.length < 2) return unit;
  const at = random(unit.length);
  return unit.slice(0, at) + unit.slice(at + 1 + random(3));
}

/** One way of growing: the same unit again and again, units within each other, or one long run with something after it. */
export function growthOf(seed: number, pieces: readonly string[]): Growth {
  const random = randomOf(seed);
  const [before, unit, close, after] = [unitOf, unitOf, unitOf, unitOf].map((of) => of(random, pieces)) as [
    string,
    string,
    string,
    string,
  ];
  const [head, tail] = [random(2) === 0 ? "" : before, random(2) === 0 ? "" : after];
  const one = unit === "" ? "a" : unit;
  const shapes: readonly Growth[] = [
    {
      shape: `${head} + ${one} again and again + ${tail}`,
      grow: (characters) => head + one.repeat(Math.ceil(characters / one.length)) + tail,
    },
    {
      shape: `${head} + ${one} that nests, and ${close} + ${tail}`,
      grow: (characters) => {
        const count = Math.ceil(characters / (one.length + close.length));
        return head + one.repeat(count) + close.repeat(count) + tail;
      },
    },
    {
      shape: `${head} + ${one} and its number, line by line + ${tail}`,
      grow: (characters) => {
        const count = Math.ceil(characters / (one.length + 6));
        return head + Array.from({ length: count }, (_, index) => `${one}${index}\n`).join("") + tail;
      },
    },
  ];
  return pick(random, shapes);
}
