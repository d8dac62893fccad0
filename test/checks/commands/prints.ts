import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it, type TestContext } from "vitest";
import { hole, type Fragment } from "../../../checks/values/symbolic-string";
import { cannotRun } from "../../needs";
import { follow } from "../shell/run";

/**
 * A script, and what it prints: characters, and in guillemets what only a run tells, such as `«secret»` (of a
 * secret), `«?»` (of something else) or `«secret encoded»`.
 */
export type Printed = readonly [script: string, printed: string];

interface Around {
  /** Files beside the script. */
  readonly files?: Readonly<Record<string, string>>;
  /** Programs that must be on the machine for the script to be run there, too. */
  readonly needs?: readonly string[];
}

/** What the environment holds: for the checks only what its names tell. */
const ENVIRONMENT = { CLIENT_SECRET: "s3cr3t/+ &x", REGION: "eu" };

/** Each script twice: as the checks follow it, and as the real programs run it, which may print nothing that the checks deny. */
export function itPrints(title: string, rows: readonly Printed[], { files = {}, needs = [] }: Around = {}): void {
  describe(title, () => {
    it.each(rows)("%s", (script, printed) => {
      expect(told(script, files)).toBe(printed);
    });

    const folder = mkdtempSync(join(tmpdir(), "prints-"));
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    it("is what the real programs print", (context) => {
      const real = run(rows, files, folder, needs, context);
      const both = rows.map(([script, printed], index) => ({ script, printed, real: real[index] ?? "" }));
      expect(both.filter((row) => !allows(row.printed, row.real))).toEqual([]);
    });
  });
}

/** What the checks say that a script prints. */
export function told(script: string, files: Readonly<Record<string, string>> = {}): string {
  const environment = {
    CLIENT_SECRET: [hole({ taint: "secret" })],
    REGION: [hole()],
  };
  return follow(script, files, environment)
    .effects.logged.flatMap(({ text }) => text.map(inWords))
    .join("");
}

const inWords = ({ text, taint, encoded }: Fragment): string => text ?? `«${taint ?? "?"}${encoded ? " encoded" : ""}»`;

/** Whether a text may be what was told, in which anything may stand in guillemets. */
export function allows(printed: string, real: string): boolean {
  const [first = "", ...rest] = printed.split(/«[^»]*»/);
  if (rest.length === 0) return first === real;
  const last = rest.pop() ?? "";
  if (!real.startsWith(first) || !real.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = real.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return real.length - last.length >= at;
}

/** Runs each script with bash in a folder of its own, all of them with one start. */
function run(
  rows: readonly Printed[],
  files: Readonly<Record<string, string>>,
  folder: string,
  needs: readonly string[],
  context: TestContext,
): readonly string[] {
  for (const program of ["bash", ...needs])
    if (spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0) cannotRun(context, `needs ${program}`);
  rows.forEach((_, index) => {
    for (const [path, content] of [["", ""], ...Object.entries(files)]) {
      const target = join(folder, String(index), path ?? "");
      mkdirSync(path === "" ? target : dirname(target), { recursive: true });
      if (path !== "") writeFileSync(target, content ?? "");
    }
  });
  const each =
    'i=0; for script; do (cd "$i" && exec bash -c "$script" 2>/dev/null </dev/null); printf "\\0"; i=$((i+1)); done';
  const { stdout, status } = spawnSync("bash", ["-c", each, "bash", ...rows.map(([script]) => script)], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8", ...ENVIRONMENT },
    timeout: 60_000,
  });
  expect(status).toBe(0);
  return stdout.split("\0");
}
