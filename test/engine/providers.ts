import { link, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { goBuild, partsOf, toolchainFor, type GoModule, type Log } from "./go-build";
import { cached } from "./tool-cache";

/** A filesystem mirror that holds the providers the tests use, in versions that can be built without a registry. */
export interface ProviderMirror {
  readonly folder: string;
  /** A CLI configuration file that makes an engine install from the mirror and from nowhere else. */
  readonly cliConfig: string;
  /** Such as {null: "1.0.0"}. */
  readonly versions: Readonly<Record<string, string>>;
}

interface BuiltProvider {
  readonly name: string;
  readonly version: string;
  readonly module: GoModule;
  readonly package: string;
}

/** Each engine looks for `hashicorp/null` at a host of its own: the first part of a provider's address. */
const DEFAULT_HOSTS = ["registry.terraform.io", "registry.opentofu.org"];

const EARLIER: GoModule = { folder: "providers" };
const LOCAL: GoModule = { folder: "provider-local" };
const VENDOR = "github.com/terraform-providers";

/** The versions are those that the modules' go.mod files pin. */
const PROVIDERS: readonly BuiltProvider[] = [
  { name: "null", version: "1.0.0", module: EARLIER, package: `${VENDOR}/terraform-provider-null` },
  { name: "external", version: "1.2.0", module: EARLIER, package: `${VENDOR}/terraform-provider-external` },
  { name: "http", version: "1.2.0", module: EARLIER, package: `${VENDOR}/terraform-provider-http` },
  { name: "local", version: "2.9.0", module: LOCAL, package: `${VENDOR}/terraform-provider-local` },
];

let obtained: Promise<ProviderMirror | { unavailable: string }> | undefined;

/** Builds the mirror on its first use on a machine, and then finds it. */
export function obtainProviderMirror(log: Log): Promise<ProviderMirror | { unavailable: string }> {
  obtained ??= buildMirror(log).catch((error: unknown) => ({
    unavailable: error instanceof Error ? error.message : String(error),
  }));
  return obtained;
}

async function buildMirror(log: Log): Promise<ProviderMirror> {
  const toolchain = await toolchainFor(LOCAL);
  const layout = JSON.stringify([DEFAULT_HOSTS, PROVIDERS]);
  const folder = await cached({
    name: "providers",
    from: [layout, ...(await partsOf(EARLIER, toolchain)), ...(await partsOf(LOCAL, toolchain))],
    build: async (into, final) => {
      log("Building the providers null, external, http and local from their pinned source with Go, once");
      for (const provider of PROVIDERS) await addToMirror(into, provider, toolchain.platform, log);
      await writeFile(join(into, "cli.tfrc"), mirrorOnly(final));
    },
  });
  const versions = Object.fromEntries(PROVIDERS.map(({ name, version }) => [name, version]));
  return { folder, cliConfig: join(folder, "cli.tfrc"), versions };
}

/** The first host's binary is the one that is built; the others share it. */
async function addToMirror(mirror: string, provider: BuiltProvider, platform: string, log: Log): Promise<void> {
  const { name, version } = provider;
  const [binary, ...further] = DEFAULT_HOSTS.map((host) =>
    join(mirror, host, "hashicorp", name, version, platform, `terraform-provider-${name}_v${version}`),
  );
  if (binary === undefined) return;
  await goBuild(provider.module, { package: provider.package, binary }, log);
  for (const other of further) {
    await mkdir(dirname(other), { recursive: true });
    await link(binary, other);
  }
}

function mirrorOnly(folder: string): string {
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`;
}
