const SHOWN_AFTER_MS = 1_000;
const EVERY_MS = 100;

export interface Progress {
  readonly onProgress: (done: number, all: number) => void;
  /** Removes what was shown. */
  readonly end: () => void;
}

/** Shows on a terminal how far the checks are, once they take long. */
export function progressOn(terminal: NodeJS.WriteStream, start = Date.now()): Progress {
  let last = 0;
  return {
    onProgress: (done, all) => {
      const now = Date.now();
      if (!terminal.isTTY || now - start < SHOWN_AFTER_MS || (now - last < EVERY_MS && done < all)) return;
      last = now;
      terminal.write(`\r\u001b[Kchecked ${done} of ${all}`);
    },
    end: () => {
      if (last > 0) terminal.write("\r\u001b[K");
    },
  };
}
