/** Breaks a text between its words, or between given parts, into lines of a width, of which all but the first are indented. */
export function wrap(text: string | readonly string[], width: number, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of typeof text === "string" ? text.split(" ") : text) {
    if (line !== "" && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** How wide lines may get: as wide as the terminal, but not so that they are hard to read. */
export const widthOf = (columns: number | undefined): number => Math.min(Math.max(columns ?? 80, 40), 100);
