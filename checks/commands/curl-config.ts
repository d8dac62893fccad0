import { sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { CURL } from "./curl-options.js";
import { parseArgs, type Option } from "./options.js";
import type { Input } from "./request-input.js";

/** Options in a curl config file: `user = "id:secret"`, `url https://...`, `--data @body`, `-s`. */
export function configOptions(input: Input, file: SymbolicString): Option[] {
  return input.lines(input.file(file).content).flatMap((line): Option[] => {
    const whole = sketch(line);
    if (/^\s*#/.test(whole)) return [];
    const match = /^\s*(-{0,2})([A-Za-z][\w.-]*)(?:\s*[=:]\s*|\s+|$)/.exec(whole);
    if (match?.[2] === undefined) return [];
    const name = match[2];
    const value = quoted(slice(line, match[0].length));
    if (match[1] === "-")
      return [...parseArgs([slice(line, whole.indexOf("-"), match[0].trimEnd().length), value], CURL).options];
    return [{ name, value: CURL.longWithValue(name) ? value : undefined }];
  });
}

/** The content of quotes, with their escapes taken away. */
function quoted(value: SymbolicString): SymbolicString {
  const whole = sketch(value);
  if (!whole.startsWith('"')) return slice(value, 0, whole.trimEnd().length);
  const end = whole.lastIndexOf('"');
  return slice(value, 1, end > 0 ? end : whole.length).map((fragment) =>
    fragment.text?.includes("\\") ? { ...fragment, text: fragment.text.replace(/\\(.)/g, "$1") } : fragment,
  );
}
