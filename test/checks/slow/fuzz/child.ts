import { loadHclParser } from "../../../../checks/configuration/read.js";
import { wasmOfSources } from "../../../../checks/configuration/hcl/wasm-files.js";
import { growthOf } from "./grow.js";
import { READERS } from "./readers.js";

const SMALLEST = 31_250;
const LARGEST = 1_000_000;
/** A longer look tells no more. */
const ENOUGH_MS = 1_000;
/** Below this much of a processor's time a ratio tells of the machine, not of the reader. */
const TELLING_MS = 250;
/** Twice the text takes twice the time where it is read in linear time, and four times where it is not. */
const MOST = 3.2;
const LOOKS = 3;

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const short = (text: string): string => JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}...` : text);

/** Reads what one seed grows into, larger and larger; says what is wrong with how that goes. */
function grownFrom(seed: number, name: string): string | undefined {
  const reader = READERS[name];
  if (!reader) throw new Error(`There is no reader of ${name}`);
  const { shape, grow } = growthOf(seed, reader.pieces);
  const read = (characters: number): number => {
    const text = grow(characters);
    return processorTime(() => {
      try {
        reader.read(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    });
  };
  try {
    let before = read(SMALLEST);
    for (let characters = 2 * SMALLEST; characters <= LARGEST; characters *= 2) {
      const now = read(characters);
      if (now > TELLING_MS && now / before > MOST) {
        // Looked at again: the first time a process pays for more than its text, such as for the room that it takes.
        const half = Math.max(before, ...Array.from({ length: LOOKS }, () => read(characters / 2)));
        const whole = Math.min(now, ...Array.from({ length: LOOKS }, () => read(characters)));
        if (whole > TELLING_MS && whole / half > MOST)
          return `${characters} characters take ${Math.round(whole)} ms, half of them ${Math.round(half)} ms: ${short(shape)}`;
      }
      if (now > ENOUGH_MS) break;
      before = now;
    }
    return undefined;
  } catch (error) {
    return `${error instanceof Error ? `${error.message}${error.stack?.split("\n")[1] ?? ""}` : String(error)}: ${short(shape)}`;
  }
}

async function main([name = "", first = "0", count = "1"]: readonly string[]): Promise<void> {
  await loadHclParser(wasmOfSources());
  const tell = (what: object): void => {
    process.stdout.write(`${JSON.stringify(what)}\n`);
  };
  for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
    tell({ seed });
    const wrong = grownFrom(seed, name);
    if (wrong !== undefined) tell({ seed, wrong });
  }
  tell({ done: true });
}

void main(process.argv.slice(2));
