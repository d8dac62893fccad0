import { fromBase64 } from "../values/base64.js";
import { literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { isCloudConfig } from "./cloud-config.js";

/** Further in, no header of a document stands. */
const MAX_HEADER = 2_000;

/** The parts of a multipart document (RFC 2046, section 5.1), as cloud-init takes it; a text that is none is its only part. */
export function partsOf(text: SymbolicString): SymbolicString[] {
  const whole = sketch(text);
  const boundary = boundaryIn(whole.slice(0, MAX_HEADER));
  if (boundary === undefined) return [text];
  const parts: SymbolicString[] = [];
  const mark = `--${boundary}`;
  let from = whole.indexOf(`\n${mark}`);
  while (from >= 0 && !whole.startsWith("--", from + 1 + mark.length)) {
    const begin = whole.indexOf("\n", from + 1);
    const end = whole.indexOf(`\n${mark}`, from + mark.length);
    if (begin >= 0) parts.push(part(slice(text, begin + 1, end < 0 ? whole.length : end + 1)));
    from = end;
  }
  return parts;
}

function boundaryIn(beginning: string): string | undefined {
  const header = /^\s*(?:[\w-]+:[^\n]*\n)*?Content-Type:\s*multipart\/[^\n]*/i.exec(beginning)?.[0];
  return header === undefined ? undefined : /boundary="?([^"\s;]+)/i.exec(header)?.[1];
}

/** A part without its own header, which says what it is and how it is written. */
function part(text: SymbolicString): SymbolicString {
  const whole = sketch(text);
  const blank = /(?:^|\n)[ \t\r]*\n/.exec(whole);
  if (!blank) return [];
  const header = whole.slice(0, blank.index).toLowerCase();
  const written = slice(text, blank.index + blank[0].length);
  const content = /transfer-encoding:\s*base64/.test(header) ? fromBase64(written) : written;
  return header.includes("text/cloud-config") && !isCloudConfig(content)
    ? [literal("#cloud-config\n"), ...content]
    : content;
}
