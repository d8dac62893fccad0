import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "./child";
import type { Log } from "./go-build";
import { cached } from "./tool-cache";

const TIMEOUT_MS = 600_000;

/** The Python of a virtual environment that holds what a requirements file pins, made on its first use on a machine. */
export async function pythonEnvironment(
  name: string,
  requirements: string,
  log: Log,
): Promise<{ python: string } | { unavailable: string }> {
  const options = { cwd: tmpdir(), env: process.env, timeoutMs: TIMEOUT_MS };
  const asked = await runChild("python3", ["-c", "import ensurepip, venv, sys; print(sys.version)"], options);
  if (asked.code !== 0) return { unavailable: "Python 3 with its venv module is not there" };
  const build = async (into: string) => {
    log(`Installing ${name} for Python from PyPI, once`);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
    for (const [command, args] of [
      ["python3", ["-m", "venv", into]] as const,
      [join(into, "bin/python"), pip] as const,
    ]) {
      const run = await runChild(command, args, options);
      if (run.code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${run.code}: ${run.output}`);
    }
  };
  try {
    const folder = await cached({ name, from: [asked.stdout, await readFile(requirements, "utf8")], build });
    return { python: join(folder, "bin/python") };
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  }
}
