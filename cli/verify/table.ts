/** Rows in columns as wide as they need to be. `shown` may colour a cell, once its width is known. */
export function table(
  rows: readonly (readonly string[])[],
  shown: (cell: string, row: number, column: number) => string,
): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row, at) =>
      row
        .map((cell, column) => {
          const space = column === row.length - 1 ? "" : " ".repeat((widths[column] ?? 0) - cell.length + 2);
          return shown(cell, at, column) + space;
        })
        .join("")
        .trimEnd(),
    )
    .join("\n");
}
