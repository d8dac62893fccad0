import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "../../test/engine/child.js";
import { cached } from "../../test/engine/tool-cache.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RICH = "rich==15.0.0";
const COLUMNS = 104;
/** The acts of `npm start` that are drawn, by the beginning of their titles. */
const ACTS = ["2. ", "4. "];

export const PICTURE = join(ROOT, "docs", "terminal.svg");

/** A picture of what `npm start` has printed in colour. */
export async function pictureOf(output: string): Promise<string> {
  const python = join(await richInstalled(), "bin", "python");
  const script = join(ROOT, "scripts", "docs", "terminal.py");
  return execFileSync(python, [script, "npm start", String(COLUMNS)], { input: shown(output), encoding: "utf8" });
}

/** Runs `npm start` as on a terminal that shows colours. */
async function coloured(): Promise<string> {
  const options = { cwd: ROOT, env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: undefined }, timeoutMs: 20 * 60_000 };
  const { code, stdout, output } = await runChild("npm", ["start"], options);
  if (code !== 0) throw new Error(`npm start ended with ${code}:\n${output}`);
  return stdout;
}

/** The acts that are drawn, without what is another at each start. */
function shown(output: string): string {
  const acts = output.split(/\n(?=\S*\u001b\[36m\d\. )/).slice(1);
  return acts
    .filter((act) => ACTS.some((title) => act.includes(`m${title}`)))
    .map((act) => act.trimEnd())
    .join("\n\n")
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "https://auth.example.com");
}

/** A virtual environment with Rich, the kept library that draws. */
function richInstalled(): Promise<string> {
  return cached({
    name: "rich",
    from: [RICH],
    // A virtual environment holds its own path, so it is made where it stays.
    build: (_, final) => {
      execFileSync("python3", ["-m", "venv", final], { stdio: "ignore" });
      execFileSync(join(final, "bin", "pip"), ["install", "--quiet", RICH], { stdio: "ignore" });
      return Promise.resolve();
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  void coloured()
    .then(pictureOf)
    .then((svg) => {
      writeFileSync(PICTURE, svg);
    });
