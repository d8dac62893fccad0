import { access, constants, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { runChild } from "./child";
import { engineEnvironment } from "./engine-environment";
import { goBuild, partsOf, toolchainFor, type GoModule, type Log } from "./go-build";
import { cached } from "./tool-cache";

export type EngineName = "terraform" | "tofu";

export interface Engine {
  readonly name: EngineName;
  /** Such as "Terraform 1.11.4". */
  readonly title: string;
  readonly version: string;
  readonly binary: string;
  readonly origin: "found" | "built";
}

export interface MissingEngine {
  readonly name: EngineName;
  readonly why: string;
}

export interface ObtainedEngines {
  readonly engines: readonly Engine[];
  readonly missing: readonly MissingEngine[];
}

export const ENGINE_NAMES: readonly EngineName[] = ["terraform", "tofu"];
const PRODUCT = { terraform: "Terraform", tofu: "OpenTofu" } as const;

/** Without the flag a build calls itself 1.12.6-dev. */
const OPENTOFU: GoModule = { folder: "opentofu", ldflags: "-X github.com/opentofu/opentofu/version.dev=no" };

/** The engine of that name on PATH. */
export async function findEngine(name: EngineName): Promise<Engine | undefined> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const binary = resolve(folder || ".", name);
    if (!(await isExecutable(binary))) continue;
    // A version manager's shim may be on PATH with nothing behind it: look further.
    const engine = await describe(name, binary, "found").catch(() => undefined);
    if (engine) return engine;
  }
  return undefined;
}

/** Both engines as far as they can be had: Terraform only where it is found, OpenTofu also by building it with Go. */
export async function obtainEngines(options: { log: Log }): Promise<ObtainedEngines> {
  const engines: Engine[] = [];
  const missing: MissingEngine[] = [];
  for (const name of ENGINE_NAMES) {
    const found = await findEngine(name);
    if (found) {
      engines.push(found);
    } else if (name === "terraform") {
      missing.push({ name, why: "Terraform is not on PATH" });
    } else {
      try {
        engines.push(await buildOpenTofu(options.log));
      } catch (error) {
        missing.push({
          name,
          why: `OpenTofu is not on PATH; ${error instanceof Error ? error.message : String(error)}`,
        });
      }
    }
  }
  return { engines, missing };
}

/** One engine of at least the version that is needed: found, or else OpenTofu built. */
export async function obtainAnyEngine(
  needed: Readonly<Record<EngineName, string>>,
  options: { log: Log },
): Promise<Engine | { missing: string }> {
  for (const name of ENGINE_NAMES) {
    const found = await findEngine(name);
    if (found && isAtLeast(found, needed)) return found;
    if (found) options.log(`${found.title} is on PATH, but older than ${needed[name]}`);
  }
  try {
    return await buildOpenTofu(options.log);
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

export function isAtLeast({ name, version }: Engine, needed: Readonly<Record<EngineName, string>>): boolean {
  return version.localeCompare(needed[name], "en", { numeric: true }) >= 0;
}

async function buildOpenTofu(log: Log): Promise<Engine> {
  const from = await partsOf(OPENTOFU, await toolchainFor(OPENTOFU));
  const folder = await cached({
    name: "opentofu",
    from,
    build: (into) => {
      log("OpenTofu is not on PATH: building it from its pinned source with Go, once (minutes)");
      return goBuild(OPENTOFU, { package: "github.com/opentofu/opentofu/cmd/tofu", binary: join(into, "tofu") }, log);
    },
  });
  return describe("tofu", join(folder, "tofu"), "built");
}

async function describe(name: EngineName, binary: string, origin: Engine["origin"]): Promise<Engine> {
  const options = { cwd: tmpdir(), env: engineEnvironment({ TF_CLI_CONFIG_FILE: "/dev/null" }), timeoutMs: 60_000 };
  const run = await runChild(binary, ["version", "-json"], options);
  if (run.code !== 0) throw new Error(`${binary} version ended with ${run.code}: ${run.output}`);
  const { terraform_version: version } = JSON.parse(run.stdout) as { terraform_version: string };
  return { name, title: `${PRODUCT[name]} ${version}`, version, binary, origin };
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
