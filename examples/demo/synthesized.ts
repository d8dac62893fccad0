import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { App } from "cdktf";
import type { Example } from "..";
import type { OAuthServer } from "../../test/server/oauth-server";
import { say } from "./print";

/** The part of a synthesized stack that starts the program. */
export interface Synthesized {
  readonly resource?: {
    readonly null_resource?: Record<string, { readonly provisioner?: { readonly "local-exec": LocalExec }[] }>;
  };
  readonly data?: { readonly external?: Record<string, { readonly program: string[] }> };
}

export interface LocalExec {
  readonly interpreter?: string[];
  readonly command: string;
  readonly environment?: Record<string, string>;
}

/** Synthesizes an example for the server, and gives what it wrote to a reader; nothing of it stays. */
export async function withSynthesized<T>(
  { name, Stack }: Example,
  server: OAuthServer,
  read: (stack: Synthesized, folder: string) => T | Promise<T>,
): Promise<T> {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-oauth2-token-"));
  try {
    const app = new App({ outdir });
    new Stack(app, name, TokenEndpoint.fromUrl(server.tokenEndpoint), server.api);
    app.synth();
    const folder = join(outdir, "stacks", name);
    return await read(JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Synthesized, folder);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Prints the blocks that start the program. */
export async function showSynthesized(example: Example, server: OAuthServer): Promise<void> {
  await withSynthesized(example, server, ({ resource, data }) => {
    say(`${example.name}: ${example.shows}`);
    const blocks = [
      ...Object.entries(resource?.null_resource ?? {}).map(
        ([name, block]) => [`null_resource.${name}`, block] as const,
      ),
      ...Object.entries(data?.external ?? {}).map(([name, block]) => [`data.external.${name}`, block] as const),
    ];
    const shown = blocks.filter(([, block]) => JSON.stringify(block).includes("/request.sh"));
    const withoutMetadata = (key: string, value: unknown) => (key === "//" ? undefined : value);
    say(JSON.stringify(Object.fromEntries(shown), withoutMetadata, 2), 4);
  });
}
