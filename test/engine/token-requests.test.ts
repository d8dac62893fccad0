import { readFileSync } from "node:fs";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { Fn, Token, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { AnyProvider, AnyResource } from "../../examples/any-provider";
import { startOAuthServer } from "../server/oauth-server";
import { ENGINE_NAMES } from "./engines";
import { preparedStack, succeeds } from "./prepared-stack";
import type { Workspace } from "./workspace";

const SECRET = "p$4-0123456789abcdef";

function forProvisioner(stack: TerraformStack, token: EphemeralAccessToken): void {
  new NullProvider(stack, "null");
  new Resource(stack, "call", {
    provisioners: [{ type: "local-exec", command: "true", environment: { ACCESS_TOKEN: token.accessToken } }],
  });
}

/** What a row of the table in docs/token-requests.md is measured with. */
const ROWS: Record<string, (stack: TerraformStack, request: AccessTokenRequest, api: string) => void> = {
  LocalExecAccessToken: (stack, request) => {
    new LocalExecAccessToken(stack, "verify", { request });
  },
  "EphemeralAccessToken, for a provisioner": (stack, request) => {
    const token = new EphemeralAccessToken(stack, "token", { request });
    forProvisioner(stack, token);
  },
  "EphemeralAccessToken with dependsOn": (stack, request) => {
    const dependsOn = [new Resource(stack, "first")];
    forProvisioner(stack, new EphemeralAccessToken(stack, "token", { request, dependsOn }));
  },
  "EphemeralAccessToken with a value known at apply": (stack, request) => {
    const first = new Resource(stack, "first");
    const lifetime = Token.asNumber(Fn.min([60, Fn.lengthOf(first.id)]));
    forProvisioner(stack, new EphemeralAccessToken(stack, "token", { request, minimumLifetimeSeconds: lifetime }));
  },
  "EphemeralAccessToken, for a provider": (stack, request, api) => {
    const token = new EphemeralAccessToken(stack, "token", { request });
    const source = "example.test/cdktf-oauth2-token/protected";
    const attributes = { url: api, token: token.accessToken };
    new AnyProvider(stack, "protected", { name: "protected", source, version: "1.0.0", attributes });
    new AnyResource(stack, "note", "protected_note", { text: "x" });
  },
  ExternalAccessToken: (stack, request) => {
    const token = new ExternalAccessToken(stack, "token", { request });
    new NullProvider(stack, "null");
    new Resource(stack, "uses", { triggers: { scope: token.scope } });
  },
  "ExternalAccessToken with readAtApply": (stack, request) => {
    const token = new ExternalAccessToken(stack, "token", { request, readAtApply: true });
    new NullProvider(stack, "null");
    new Resource(stack, "uses", { triggers: { scope: token.scope } });
  },
};

/** What a column of the table is measured by, in this order. */
const COLUMNS: Record<string, (workspace: Workspace) => Promise<unknown>> = {
  plan: (workspace) => succeeds(workspace.plan({ out: "saved.plan" })),
  "apply of a saved plan": (workspace) => succeeds(workspace.apply({ plan: "saved.plan" })),
  "plan, nothing changed": (workspace) => succeeds(workspace.plan()),
  "apply, nothing changed": (workspace) => succeeds(workspace.apply()),
  refresh: (workspace) => succeeds(workspace.apply({ args: ["-refresh-only"] })),
  destroy: (workspace) => succeeds(workspace.destroy()),
  apply: (workspace) => succeeds(workspace.apply()),
};

/** The documented number of requests, by row and column, in the section of an engine. */
function documented(product: string): Record<string, Record<string, number>> {
  const page = readFileSync(new URL("../../docs/token-requests.md", import.meta.url), "utf8");
  const section = page.split("\n## ").find((text) => text.startsWith(`${product} `)) ?? "";
  const [header = [], , ...rows] = section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll("`", "")),
    );
  return Object.fromEntries(
    rows.map(([name = "", ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, column) => [header[column + 1] ?? "", Number(cell)])),
    ]),
  );
}

describe.each(ENGINE_NAMES)("%s makes as many token requests as is documented", (engineName) => {
  it.for(Object.entries(ROWS))("%s", async ([row, build], context) => {
    const server = await startOAuthServer({
      clients: [{ id: "abc123", secret: SECRET, method: "client_secret_post" }],
    });
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
      clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
    });
    const workspace = await preparedStack(
      context,
      engineName,
      (stack) => {
        build(stack, request, server.api);
      },
      { CLIENT_SECRET: SECRET },
    );
    const measured: Record<string, number> = {};
    for (const [column, run] of Object.entries(COLUMNS)) {
      const before = server.tokenRequests.length;
      await run(workspace);
      measured[column] = server.tokenRequests.length - before;
    }
    await server.close();
    const [product = ""] = workspace.engine.title.split(" ");
    expect(measured).toEqual(documented(product)[row]);
  });
});
