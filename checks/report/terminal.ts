import type { TextOptions } from "./text.js";

/** What of a terminal matters to a report; a pipe or a file has neither. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Colours where there is a terminal, unless `NO_COLOR` (https://no-color.org) or `FORCE_COLOR` decide; and its width. */
export function terminalOptions(
  { isTTY = false, columns }: TerminalStream,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Pick<TextOptions, "colors" | "columns"> {
  return { colors: wantsColors(isTTY, environment), ...(isTTY && columns !== undefined && { columns }) };
}

function wantsColors(isTTY: boolean, { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>) {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY && TERM !== "dumb";
}
