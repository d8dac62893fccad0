import { styleText } from "node:util";
import { terminalOptions } from "../checks/report/terminal.js";
import type { TextOptions } from "../checks/report/text.js";

type Style = Parameters<typeof styleText>[0];

/** Where a command prints. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours what goes to `out`, where that is a terminal that shows colours. */
  readonly paint: (style: Style, text: string) => string;
  /** How a report of the checks is written to `out`. */
  readonly report?: Pick<TextOptions, "colors" | "columns">;
}

export const PROCESS: Output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  // hasColors() knows NO_COLOR, FORCE_COLOR and TERM=dumb; only a terminal has it, whatever the type says.
  paint: (style, text) => (process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text),
  report: terminalOptions(process.stdout),
};
