import { fromBase64, toBase64 } from "../values/base64.js";
import { concrete, remade, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, newline, type Invocation } from "../program/invocation.js";
import { oneOf, parseArgs, type Grammar } from "./options.js";
import { readOperands } from "./output.js";

const BASE64: Grammar = { shortWithValue: "wbio", longWithValue: oneOf("wrap break input output") };

/** base64 of GNU's coreutils, which breaks lines after 76 characters; of macOS and the BSDs, `-D`, `-b` and `-i`. */
export function base64(invocation: Invocation): ExitStatus {
  const { options, operands } = parseArgs(invocation.args, BASE64);
  const last = (...names: string[]): SymbolicString | undefined =>
    options.filter(({ name }) => names.includes(name)).at(-1)?.value;
  const from = last("i", "input");
  const input = readOperands(invocation, from ? [from] : operands);
  const width = last("w", "wrap", "b", "break");
  const decodes = options.some(({ name }) => /^(?:d|D|decode)$/.test(name));
  emit(invocation, decodes ? fromBase64(input) : inLines(toBase64(input), width ? Number(concrete(width)) : 76));
  return tellsNothing;
}

/** A line break after each so many characters, and at the end; with 0, none. */
export function inLines(text: SymbolicString, width: number): SymbolicString {
  if (text.length === 0 || width === 0) return text;
  const whole = concrete(text);
  if (whole === undefined || !(width > 0) || whole.length <= width) return [...text, newline];
  const lines = Array.from({ length: Math.ceil(whole.length / width) }, (_, line) =>
    whole.slice(line * width, (line + 1) * width),
  );
  return [...remade(lines.join("\n"), text), newline];
}
