import type { Place, SourceFile } from "./place.js";

interface Placed {
  readonly place: Place;
}

/** Finds which of many things of a file holds a place, without going through all of them. */
export class PlaceIndex<T extends Placed> {
  private readonly byOffset: readonly (readonly [start: number, item: T])[];
  private readonly byPath = new Map<string, T>();

  public constructor(items: readonly T[]) {
    const byOffset: (readonly [number, T])[] = [];
    for (const item of items) {
      const { at } = item.place;
      const path = typeof at === "number" ? undefined : JSON.stringify(at);
      if (typeof at === "number") byOffset.push([at, item]);
      else if (path !== undefined && !this.byPath.has(path)) this.byPath.set(path, item);
    }
    this.byOffset = byOffset.sort(([a], [b]) => a - b);
  }

  public holding(at: Place["at"]): T | undefined {
    return typeof at === "number" ? this.lastBefore(at) : this.around(at);
  }

  /** HCL: what begins last before the offset holds it. */
  private lastBefore(at: number): T | undefined {
    let low = 0;
    for (let high = this.byOffset.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.byOffset[middle]?.[0] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.byOffset[low - 1]?.[1];
  }

  /** JSON: the outermost whose way leads there. */
  private around(at: readonly (string | number)[]): T | undefined {
    for (let length = 0; length <= at.length; length++) {
      const item = this.byPath.get(JSON.stringify(at.slice(0, length)));
      if (item) return item;
    }
    return undefined;
  }
}

/** An index for each file that some of the things are in. */
export function indexByFile<T extends Placed>(items: Iterable<T>): ReadonlyMap<SourceFile, PlaceIndex<T>> {
  const byFile = new Map<SourceFile, T[]>();
  for (const item of items) {
    const { file } = item.place;
    const those = byFile.get(file);
    if (those) those.push(item);
    else byFile.set(file, [item]);
  }
  return new Map([...byFile].map(([file, those]) => [file, new PlaceIndex(those)]));
}
