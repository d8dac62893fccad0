/**
 * `, did you mean "json-body"?` where one of the allowed words is near. `lib/did-you-mean.ts` has it too: jsii compiles `lib`
 * alone, and the declarations of the checks are rooted in `checks`, so neither can import the other.
 */
export function didYouMean(given: string, allowed: readonly string[]): string {
  const lower = given.toLowerCase().slice(0, 60);
  const ranked = allowed
    .map((word) => ({ word, distance: distance(lower, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const nearest = ranked[0];
  if (nearest === undefined || nearest.distance > Math.max(2, Math.floor(nearest.word.length / 3))) return "";
  return `, did you mean "${nearest.word}"?`;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
