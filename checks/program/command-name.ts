/** The name of a program, of which a path is known: `/usr/bin/curl`, `curl.exe` and `\\curl` are one. */
export const baseName = (path: string): string =>
  path
    .replace(/^.*[\\/]/, "")
    .replace(/\.exe$/i, "")
    .replace(/^\\/, "");
