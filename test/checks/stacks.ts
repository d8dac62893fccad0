import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { afterEach } from "vitest";
import { rmSync } from "node:fs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "checks-"));
  folders.push(folder);
  return folder;
}

/** A real app, whose output is removed after the test. */
export function app(more: { readonly skipValidation?: boolean } = {}): App {
  return new App({ outdir: temporaryFolder(), ...more });
}

export function stackIn(scope: Construct, id: string): TerraformStack {
  const stack = new TerraformStack(scope, id);
  new NullProvider(stack, "null");
  return stack;
}

/** The mistake that this project began with. */
export const JSON_REQUEST = `curl -sf -X POST https://login.example.com/oauth/token -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials","client_id":"abc"}' -o /dev/null`;

/** A resource whose provisioner runs a command. */
export function runs(scope: Construct, id: string, command: string): Resource {
  return new Resource(scope, id, { provisioners: [{ type: "local-exec", command }] });
}

/** What a synthesis fails with; a test fails where it does not. */
export function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("it did not fail");
}
