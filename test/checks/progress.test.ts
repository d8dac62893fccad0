import { describe, expect, it } from "vitest";
import { progressOn } from "../../checks/cli/progress.js";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

const LONG_AGO = 0;

describe("progress", () => {
  it("is shown on a terminal when it takes long, and removed at the end", () => {
    const { stream, written } = terminal(true);
    const progress = progressOn(stream, LONG_AGO);
    progress.onProgress(1, 3);
    progress.onProgress(3, 3);
    progress.end();
    expect(written).toEqual(["\r\u001b[Kchecked 1 of 3", "\r\u001b[Kchecked 3 of 3", "\r\u001b[K"]);
  });

  it("is not shown while it is quick, nor where nobody looks", () => {
    for (const [isTTY, start] of [
      [true, Date.now()],
      [false, LONG_AGO],
    ] as const) {
      const { stream, written } = terminal(isTTY);
      const progress = progressOn(stream, start);
      progress.onProgress(1, 3);
      progress.end();
      expect(written).toEqual([]);
    }
  });

  it("is not written more often than a person reads", () => {
    const { stream, written } = terminal(true);
    const progress = progressOn(stream, LONG_AGO);
    for (let done = 1; done < 1_000; done++) progress.onProgress(done, 1_000);
    expect(written.length).toBeLessThan(100);
  });
});
