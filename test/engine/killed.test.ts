import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { engineEnvironment } from "./engine-environment";
import { preparedStack, succeeds } from "./prepared-stack";

const SECRET = "k1lled-s3cr3t-0123456789";
const LIMIT_SECONDS = 3;

let server: ScriptedServer;
let answers = false;
beforeEach(async () => {
  answers = false;
  server = await startScriptedServer((_, response) => {
    if (answers) json(response, 200, { access_token: "token", token_type: "bearer" });
  });
});
afterEach(() => server.close());

/** What of the program still runs, for this test's server. */
function programs(): string[] {
  const port = new URL(server.url).port;
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`%3A${port}%2F`);
    } catch {
      return false; // It ended in the meantime.
    }
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith(".terraform/providers"))
    .sort();
}

describe.each(["terraform", "tofu"] as const)("%s that is killed in mid-request", (engineName) => {
  it.for(["SIGKILL", "SIGTERM", "SIGINT"] as const)(
    "by %s leaves no process and no file of the request, and the next apply works",
    async (signal, context) => {
      const workspace = await preparedStack(context, engineName, (stack) => {
        new LocalExecAccessToken(stack, "verify", {
          request: AccessTokenRequest.clientCredentials({
            tokenEndpoint: TokenEndpoint.fromUrl(server.url),
            clientAuthentication: ClientAuthentication.clientSecretPost(
              "abc123",
              Secret.ephemeralVariable(stack, "secret"),
            ),
          }),
          timeoutSeconds: LIMIT_SECONDS,
        });
      });
      const { folder, engine } = workspace;
      const before = filesOf(folder);
      const child = spawn(engine.binary, ["apply", "-input=false", "-auto-approve", "-lock=false"], {
        cwd: folder,
        env: engineEnvironment({ TF_DATA_DIR: join(folder, ".terraform"), TF_VAR_secret: SECRET, TMPDIR: folder }),
        stdio: "ignore",
      });
      await vi.waitFor(
        () => {
          expect(server.received.length).toBe(1);
        },
        { timeout: 60_000 },
      );
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
      // Nobody can end what a killed engine has started: its own time limit does.
      await vi.waitFor(
        () => {
          expect(programs()).toEqual([]);
        },
        { timeout: (LIMIT_SECONDS + 10) * 1000 },
      );
      const further = filesOf(folder).filter((name) => !before.includes(name));
      expect(further.filter((name) => !/^(terraform\.tfstate|\.terraform\.tfstate|plugin\d*)/.test(name))).toEqual([]);
      for (const name of further.filter((name) => name.includes("tfstate")))
        expect(readFileSync(join(folder, name), "utf8")).not.toContain(SECRET);

      answers = true;
      await succeeds(workspace.apply({ vars: { secret: SECRET } }));
      expect(server.received.length).toBe(2);
    },
  );
});
