import { describe, expect, it } from "vitest";
import { TookTooLong, watched, watchedInTurn } from "../../checks/run/watch.js";

const forEver = (): never => {
  for (;;);
};

describe("a watch", () => {
  it("gives what the work gives, and throws what it throws", () => {
    expect(watched(10_000, () => 7)).toBe(7);
    expect(() => watched(10_000, () => JSON.parse("{") as unknown)).toThrow(SyntaxError);
  });

  it("breaks off what does not end", () => {
    expect(() => watched(20, forEver)).toThrow(TookTooLong);
  });
});

describe("work in turn", () => {
  const outcomes = (items: readonly number[], work: (item: number) => number): unknown[] =>
    [...watchedInTurn(items, 50, work)].map((came) =>
      "result" in came ? [came.of, came.result] : [came.of, came.error],
    );

  it("gives what came of each item, in their order", () => {
    const items = Array.from({ length: 5_000 }, (_, item) => item);
    expect(outcomes(items, (item) => 2 * item)).toEqual(items.map((item) => [item, 2 * item]));
    expect(outcomes([], (item) => item)).toEqual([]);
  });

  it("goes on after one that does not end, and after one that fails", () => {
    const work = (item: number): number => {
      if (item === 1) forEver();
      if (item === 2) throw new RangeError("no");
      return item;
    };
    expect(outcomes([0, 1, 2, 3], work)).toEqual([
      [0, 0],
      [1, expect.any(TookTooLong)],
      [2, expect.any(RangeError)],
      [3, 3],
    ]);
  });

  it("does each item once", () => {
    const begun: number[] = [];
    outcomes([0, 1, 2], (item) => {
      begun.push(item);
      if (item === 1) forEver();
      return item;
    });
    expect(begun).toEqual([0, 1, 2]);
  });
});
