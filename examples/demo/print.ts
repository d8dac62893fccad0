import { clearLine, cursorTo } from "node:readline";
import { stripVTControlCharacters, styleText } from "node:util";

type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;

const MARGIN = "  ";
const GAP = "   ";

/** Whether what is printed may be coloured: by NO_COLOR, FORCE_COLOR and the terminal. */
export const COLOURS = styled("red", "x") !== "x";

/** Each line by itself, so that lines can be put side by side. */
export function styled(style: Style, text: string): string {
  const options = { stream: process.stdout, validateStream: true };
  return text.replaceAll(/.+/g, (line) => styleText(style, line, options));
}

export function heading(text: string): void {
  print(`\n${styled("bold", styled("cyan", text))}\n`);
}

/** A text below a heading. */
export function say(text: string): void {
  print(indented(text));
}

/** What a program printed, or what is in a file. */
export function quote(text: string): void {
  const bar = styled("gray", "│");
  say(
    text
      .trim()
      .replaceAll(/^(?=.)/gm, `${bar} `)
      .replaceAll(/^$/gm, bar),
  );
}

/** What takes minutes: on a terminal one line that is written over, elsewhere a line of its own. */
export function waitFor(what: string): void {
  if (process.stdout.isTTY) doing(what);
  else say(what);
}

/** What takes seconds: a line that is written over, on a terminal only. */
export function doing(what: string): void {
  if (!process.stdout.isTTY) return;
  forget();
  process.stdout.write(styled("gray", indented(what.trim()).slice(0, (process.stdout.columns || 80) - 1)));
}

/** A row for each list of cells. Cells may have several lines, and styles. */
export function table(rows: readonly (readonly string[])[]): void {
  const cells = rows.map((row) => row.map((cell) => cell.split("\n")));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...cells.flatMap((row) => (row[column] ?? []).map(width))),
  );
  for (const row of cells)
    for (let line = 0; line < Math.max(...row.map((cell) => cell.length)); line++)
      say(
        widths
          .map((wide, column) => padded(row[column]?.[line] ?? "", wide))
          .join(GAP)
          .trimEnd(),
      );
}

function print(text: string): void {
  forget();
  process.stdout.write(`${text}\n`);
}

function forget(): void {
  if (!process.stdout.isTTY) return;
  clearLine(process.stdout, 0);
  cursorTo(process.stdout, 0);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, MARGIN);
}

function width(text: string): number {
  return stripVTControlCharacters(text).length;
}

function padded(text: string, wide: number): string {
  return text + " ".repeat(wide - width(text));
}
