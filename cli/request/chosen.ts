import { didYouMean } from "../../checks/options/suggest.js";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/**
 * The row that an option names; the first one where it is not given.
 *
 * @throws UsageError
 */
export function chosen<Row extends { readonly name: string }>(
  given: Given,
  option: string,
  rows: readonly [Row, ...Row[]],
): Row {
  const name = given.one(option);
  const names = rows.map((row) => row.name);
  const row = name === undefined ? rows[0] : rows.find((candidate) => candidate.name === name);
  if (row !== undefined) return row;
  throw new UsageError(
    `--${option}: this is not a known ${option}${didYouMean(name ?? "", names) || "."} Allowed: ${names.join(", ")}.`,
  );
}
