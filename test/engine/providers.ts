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
  /** The provider's addresses without its name. */
  readonly addresses: readonly string[];
}

/** Each engine looks for `hashicorp/null` at a host of its own: the first part of a provider's address. */
const HASHICORP = ["registry.terraform.io/hashicorp", "registry.opentofu.org/hashicorp"];

/** The provider that only these tests have: no registry is asked for what is at this address. */
export const OWN_ADDRESS = "example.test/cdktf-oauth2-token";

const EARLIER: GoModule = { folder: "providers" };
const LOCAL: GoModule = { folder: "provider-local" };
const OWN: GoModule = { folder: "provider-protected" };

/** The versions are those that the modules' go.mod files pin. */
const PROVIDERS: readonly BuiltProvider[] = [
  vendored("null", "1.0.0", EARLIER),
  vendored("external", "1.2.0", EARLIER),
  vendored("http", "1.2.0", EARLIER),
  vendored("local", "2.9.0", LOCAL),
  { name: "protected", version: "1.0.0", module: OWN, package: ".", addresses: [OWN_ADDRESS] },
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
  const layout = JSON.stringify(PROVIDERS);
  const modules = [...new Set(PROVIDERS.map(({ module }) => module))];
  const folder = await cached({
    name: "providers",
    from: [layout, ...(await Promise.all(modules.map((module) => partsOf(module, toolchain)))).flat()],
    build: async (into, final) => {
      log(`Building providers from their pinned source with Go, once: ${PROVIDERS.map(({ name }) => name).join(", ")}`);
      for (const provider of PROVIDERS) await addToMirror(into, provider, toolchain.platform, log);
      await writeFile(join(into, "cli.tfrc"), mirrorOnly(final));
    },
  });
  const versions = Object.fromEntries(PROVIDERS.map(({ name, version }) => [name, version]));
  return { folder, cliConfig: join(folder, "cli.tfrc"), versions };
}

function vendored(name: string, version: string, module: GoModule): BuiltProvider {
  const vendor = "github.com/terraform-providers";
  return { name, version, module, package: `${vendor}/terraform-provider-${name}`, addresses: HASHICORP };
}

/** The first address's binary is the one that is built; the others share it. */
async function addToMirror(mirror: string, provider: BuiltProvider, platform: string, log: Log): Promise<void> {
  const { name, version } = provider;
  const [binary, ...further] = provider.addresses.map((address) =>
    join(mirror, address, name, version, platform, `terraform-provider-${name}_v${version}`),
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
