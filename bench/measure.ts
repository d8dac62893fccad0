/** One way measured against another: both ran in turn, so that what else the machine did hit both. */
export interface Comparison {
  readonly title: string;
  /** What the ratio is to stay below. */
  readonly aim?: number;
  /** Milliseconds of each pair: ours, theirs. */
  readonly pairs: readonly (readonly [number, number])[];
}

export async function compare(
  title: string,
  count: number,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  aim?: number,
): Promise<Comparison> {
  const pairs: [number, number][] = [];
  for (let i = -Math.min(3, count); i < count; i++) {
    // Which comes first changes from pair to pair, as the second may find warmer caches.
    const [first, second] = i % 2 === 0 ? [ours, theirs] : [theirs, ours];
    const [a, b] = [await milliseconds(first), await milliseconds(second)];
    // The first ones warm up.
    if (i >= 0) pairs.push(i % 2 === 0 ? [a, b] : [b, a]);
  }
  const { median, low, high } = spread(ratios({ pairs }));
  console.log(`${title}: ${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`);
  return { title, pairs, ...(aim === undefined ? {} : { aim }) };
}

export function ratios({ pairs }: Pick<Comparison, "pairs">): number[] {
  return pairs.map(([ours, theirs]) => ours / theirs);
}

/** The median and the quartiles. */
export function spread(values: readonly number[]): { low: number; median: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
