export { printable, printableJson } from "../vocabulary/printable.js";

/** `1 file`, `2 files`, `1,000 files`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? noun : plural}`;
}
