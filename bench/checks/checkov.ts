import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { cached } from "../../test/engine/tool-cache.js";

const VERSION = "3.3.30";

/** Seconds that checkov takes for a folder, or why it cannot be measured. */
export async function measureCheckov(folder: string): Promise<{ readonly seconds: number } | { readonly why: string }> {
  let venv: string;
  try {
    venv = await cached({
      name: "checkov",
      from: [VERSION],
      // A virtual environment holds its own path, so it is made where it stays.
      build: async (_, final) => {
        execFileSync("python3", ["-m", "venv", final], { stdio: "ignore" });
        execFileSync(join(final, "bin/pip"), ["install", "--quiet", `checkov==${VERSION}`], { stdio: "ignore" });
        return Promise.resolve();
      },
    });
  } catch {
    return { why: `checkov ${VERSION} could not be installed` };
  }
  const started = performance.now();
  const { status } = spawnSync(
    join(venv, "bin/checkov"),
    ["--directory", folder, "--framework", "terraform", "--output", "json", "--quiet", "--compact", "--skip-download"],
    { stdio: "ignore", env: { ...process.env, LOG_LEVEL: "ERROR" } },
  );
  if (status !== 0 && status !== 1) return { why: `checkov ended with ${status ?? "a signal"}` };
  return { seconds: (performance.now() - started) / 1000 };
}
