/**
 * The program that the constructs of this package place: it is in every stack that uses them, and known without being followed.
 * A comment of its own says what it is, so that its text may change: see lib/program/files/request.sh.
 * A script that says so and lies hides from the checks, as an acknowledgement would hide it.
 */
const MARKER = /^# Program of cdktf-oauth2-token, version (\d+):/;

/** What its requests are made by. */
export const OWN_PROGRAM = "access-token-request";

/** Versions whose arguments mean what these checks take them for. */
const KNOWN_VERSIONS: readonly string[] = ["1"];

/** The version of that program which a script says it is; undefined where it is another program. */
export function ownProgramVersion(script: string): { readonly version: string; readonly known: boolean } | undefined {
  const version = script
    .slice(0, 1_000)
    .split("\n", 5)
    .map((line) => MARKER.exec(line)?.[1])
    .find((found) => found !== undefined);
  return version === undefined ? undefined : { version, known: KNOWN_VERSIONS.includes(version) };
}
