import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Where a command prints. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours what goes to `out`, where that is a terminal that shows colours. */
  readonly paint: (style: Style, text: string) => string;
}

export const PROCESS: Output = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  // hasColors() knows NO_COLOR, FORCE_COLOR and TERM=dumb; only a terminal has it, whatever the type says.
  paint: (style, text) => (process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text),
};
