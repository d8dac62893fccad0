import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformVariable, type TerraformStack } from "cdktf";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  TokenRevocation,
  type LocalExecAccessTokenProps,
} from "cdktf-oauth2-token";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { engineEnvironment } from "./engine-environment";
import { preparedStack, succeeds } from "./prepared-stack";

const SECRETS = { CLIENT_SECRET: "cl1ent-s3cr3t-0123456789" };

let server: ScriptedServer;
let revokes = true;
let issued = 0;
beforeEach(async () => {
  revokes = true;
  issued = 0;
  server = await startScriptedServer(({ path }, response) => {
    if (path === "/token") json(response, 200, { access_token: `token-${++issued}`, token_type: "bearer" });
    else json(response, revokes ? 200 : 400, revokes ? {} : { error: "unsupported_token_type" });
  });
});
afterEach(() => server.close());

/** What the server was asked, each token by its number. */
function events(): string[] {
  return server.received.map(({ path, body }) => `${path} ${new URLSearchParams(body).get("token") ?? ""}`.trim());
}

function callOf(stack: TerraformStack, props: Partial<LocalExecAccessTokenProps>): void {
  // Only Terraform knows the endpoint, and a destroy provisioner only what the resource keeps.
  const endpoint = new TerraformVariable(stack, "revocation_endpoint", { type: "string" });
  new LocalExecAccessToken(stack, "call", {
    request: AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.fromUrl(server.url),
      clientAuthentication: ClientAuthentication.clientSecretBasic("abc", Secret.fromEnvironment("CLIENT_SECRET")),
    }),
    revoke: TokenRevocation.at(endpoint.stringValue),
    ...props,
  });
}

describe.each(["terraform", "tofu"] as const)("%s", (name) => {
  const vars = () => ({ revocation_endpoint: server.url.replace("/token", "/revoke") });

  it("revokes a token after its command, at apply and at destroy", async (context) => {
    const stack = (of: TerraformStack) => {
      callOf(of, { run: ["true"], runAtDestroy: ["true"] });
    };
    const workspace = await preparedStack(context, name, stack, SECRETS);
    await succeeds(workspace.apply({ vars: vars() }));
    expect(events()).toEqual(["/token", "/revoke token-1"]);
    await succeeds(workspace.destroy({ vars: vars() }));
    expect(events()).toEqual(["/token", "/revoke token-1", "/token", "/revoke token-2"]);
  });

  it("fails where the token was not revoked, says why, and makes the request again", async (context) => {
    const stack = (of: TerraformStack) => {
      callOf(of, { run: ["true"] });
    };
    const workspace = await preparedStack(context, name, stack, SECRETS);
    revokes = false;
    const { code, output } = await workspace.apply({ vars: vars() });
    expect(code).not.toBe(0);
    const said = output.replace(/[│╷╵\s]+/g, " ");
    expect(said).toContain("exit status 52");
    expect(said).toContain("The server does not revoke access tokens (RFC 7009 section 2.2.1)");
    expect(said).toContain("The access token was not revoked: it may live until it expires.");
    expect(said).not.toMatch(/cl1ent|token-1/);
    revokes = true;
    await succeeds(workspace.apply({ vars: vars() }));
    expect(events()).toEqual(["/token", "/revoke token-1", "/token", "/revoke token-2"]);
  });

  it.for(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "that is ended by %s while the command runs leaves no live token",
    async (signal, context) => {
      const started = join(mkdtempSync(join(tmpdir(), "revocation-")), "started");
      const stack = (of: TerraformStack) => {
        callOf(of, { run: ["/bin/sh", "-c", 'echo x >"$0"; exec sleep 3', started] });
      };
      const { engine, folder } = await preparedStack(context, name, stack, SECRETS);
      const child = spawn(engine.binary, ["apply", "-input=false", "-auto-approve", "-lock=false"], {
        cwd: folder,
        env: engineEnvironment({
          TF_DATA_DIR: join(folder, ".terraform"),
          TF_VAR_revocation_endpoint: vars().revocation_endpoint,
          ...SECRETS,
        }),
        stdio: "ignore",
      });
      await vi.waitFor(
        () => {
          expect(existsSync(started) && readFileSync(started, "utf8")).toBe("x\n");
        },
        { timeout: 60_000 },
      );
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
      await vi.waitFor(
        () => {
          expect(events()).toEqual(["/token", "/revoke token-1"]);
        },
        { timeout: 20_000 },
      );
    },
  );
});
