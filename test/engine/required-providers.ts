import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Requirement {
  readonly source: string;
  readonly version?: string;
}

interface Stack {
  readonly terraform?: { readonly required_providers?: Readonly<Record<string, Requirement>> };
}

/** A file of this name is merged over the stack's own, by both engines. */
const OVERRIDE = "engine_override.tf.json";

/**
 * Makes init take the versions that were built instead of those the stack pins, for the providers that the stack
 * requires. A file of its own rather than an edit: the stack stays what was synthesized, and the folder says what was done.
 */
export async function overrideVersions(folder: string, built: Readonly<Record<string, string>>): Promise<void> {
  const overrides = Object.entries(await requiredProviders(folder)).flatMap(([local, { source }]) => {
    const version = built[source.split("/").at(-1) ?? local];
    return version === undefined ? [] : [[local, { source, version }] as const];
  });
  const override = { terraform: { required_providers: Object.fromEntries(overrides) } };
  await writeFile(join(folder, OVERRIDE), JSON.stringify(override, undefined, 2));
}

/** Whether the stack requires a provider below an address. */
export async function requiresProviderBelow(folder: string, address: string): Promise<boolean> {
  return Object.values(await requiredProviders(folder)).some(({ source }) => source.startsWith(`${address}/`));
}

export async function removeOverride(folder: string): Promise<void> {
  await rm(join(folder, OVERRIDE), { force: true });
}

/** The versions that init has chosen, by provider: {null: "3.2.4"}. */
export async function lockedVersions(folder: string): Promise<Record<string, string>> {
  const lock = await readFile(join(folder, ".terraform.lock.hcl"), "utf8").catch(() => "");
  const entries = lock.matchAll(/^provider "[^"]*\/([^"/]+)" \{\s*version\s*=\s*"([^"]+)"/gm);
  return Object.fromEntries([...entries].map(([, name = "", version = ""]) => [name, version] as const));
}

async function requiredProviders(folder: string): Promise<Readonly<Record<string, Requirement>>> {
  const stack = JSON.parse(await readFile(join(folder, "cdk.tf.json"), "utf8")) as Stack;
  return stack.terraform?.required_providers ?? {};
}
