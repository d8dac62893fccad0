import { concrete, propagate, remade, sketch, trim, type SymbolicString } from "../values/symbolic-string.js";
import type { Invocation } from "../program/invocation.js";

/** Each with the line break that ends it. */
export const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** What head, tail, sort and uniq leave of a known text, or of one line of which only a part is known. */
export function chosenLines({ name, args }: Invocation, input: SymbolicString): SymbolicString {
  const whole = concrete(input);
  if (whole === undefined) return sketch(trim(input)).includes("\n") ? propagate(input) : input;
  const lines = linesOf(whole);
  const chosen = choose(name, args.map(sketch), lines);
  return chosen ? remade(chosen.join(""), input) : propagate(input);
}

function choose(name: string, words: readonly string[], lines: readonly string[]): readonly string[] | undefined {
  if (name === "sort" || name === "uniq") {
    if (words.length > 0) return undefined;
    if (name === "uniq") return lines.filter((line, index) => line !== lines[index - 1]);
    // The order of other characters depends on the locale.
    return lines.every((line) => /^[a-z]*\n?$/.test(line)) ? [...lines].sort() : undefined;
  }
  const count = /^(?:-(?:n|-lines)?[ =]?([-+]?\d+))?$/.exec(words.filter((word) => !word.includes("/")).join(" "));
  if (!count) return undefined;
  const number = Number(count[1] ?? 10);
  if (name === "head") return lines.slice(0, number);
  return count[1]?.startsWith("+") ? lines.slice(Math.max(number - 1, 0)) : lines.slice(-Math.abs(number));
}
