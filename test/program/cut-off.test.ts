import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { requestArguments } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { searchPath } from "./trials";

const FILES = fileURLToPath(new URL("../../lib/program/files", import.meta.url));
/** Nothing listens there, so nothing can succeed. */
const ARGUMENTS = requestArguments("http://127.0.0.1:1/token", "output=json");

/** Runs a copy of the program in which one file has only the first part of its bytes. */
function runWithout(name: string, kept: number, shell: string[], path: string) {
  const copy = mkdtempSync(join(tmpdir(), "cut-off-"));
  cpSync(FILES, copy, { recursive: true });
  const text = readFileSync(join(FILES, name));
  writeFileSync(join(copy, name), text.subarray(0, Math.floor(text.length * kept)));
  const [command = "", ...options] = shell;
  const result = spawnSync(command, [...options, join(copy, "request.sh"), ...ARGUMENTS], {
    env: { PATH: path, SECRET: "s3cr3t" },
    encoding: "latin1",
  });
  rmSync(copy, { recursive: true });
  return result;
}

it.for(SHELLS)("a program text that is cut off is a failure under %s", ([title, shell], context) => {
  available(context, title, shell[0] ?? "");
  for (let part = 1; part < 20; part++) {
    const { status, stdout } = runWithout("request.sh", part / 20, shell, process.env["PATH"] ?? "");
    expect(status, `${part}/20`).not.toBe(0);
    expect(stdout).toBe("");
  }
});

it.for(AWKS)("a part that is cut off, or empty, makes no failure pass with %s", ([title, awk], context) => {
  available(context, title, awk);
  const path = searchPath(awk);
  for (const name of readdirSync(FILES).filter((file) => file.endsWith(".awk")))
    for (const kept of [0, 0.6]) {
      const { status, stdout, stderr } = runWithout(name, kept, ["/bin/sh"], path);
      expect(status, `${name} ${kept}`).not.toBe(0);
      expect(stdout + stderr).not.toContain("s3cr3t");
    }
});
