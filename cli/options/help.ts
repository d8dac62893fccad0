import type { Option } from "./option.js";

const WIDTH = 100;

/** The options of a command as lines of its help text. */
export function optionLines(rows: readonly Option[]): string {
  const named = rows.map((row) => [nameOf(row), row.help] as const);
  const column = Math.max(...named.map(([name]) => name.length)) + 4;
  return named.map(([name, help]) => `  ${name}`.padEnd(column) + wrapped(help, column)).join("\n");
}

function nameOf({ name, value, short }: Option): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

function wrapped(text: string, column: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && column + last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join(`\n${" ".repeat(column)}`);
}
