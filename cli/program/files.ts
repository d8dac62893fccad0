import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The program that the constructs place, beside the sources and in the package. */
const PLACES = ["../../lib/program/files/request.sh", "../lib/program/files/request.sh"];

/** The path of this package's own program. */
export function programPath(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Error("The package is incomplete: its program is missing. Install it anew.");
  return found;
}
