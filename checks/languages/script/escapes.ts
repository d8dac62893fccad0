const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The characters that the escapes of a Python or JavaScript string stand for. */
export const unescaped = (written: string): string =>
  written.replace(
    /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]{1,6})\}|(\r?\n)|([^]))/g,
    (whole, byte?: string, unit?: string, point?: string, lineEnd?: string, other?: string) => {
      const code = byte ?? unit ?? point;
      if (code !== undefined) {
        const number = Number.parseInt(code, 16);
        return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
      }
      return lineEnd === undefined ? (ESCAPES[other ?? ""] ?? other ?? "") : "";
    },
  );
