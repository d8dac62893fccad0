import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformVariable, type TerraformStack } from "cdktf";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { ENGINE_NAMES } from "./engines";
import { preparedStack, succeeds } from "./prepared-stack";

const SECRET = "cl1ent-s3cr3t-0123456789";
const PRINTED = "printed-by-the-command";
const folder = mkdtempSync(join(tmpdir(), "printed-"));
const file = join(folder, "secret");
writeFileSync(file, SECRET);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "t0ken-of-the-server", token_type: "bearer" });
  });
});
afterEach(() => server.close());

const variable = (stack: TerraformStack) =>
  new TerraformVariable(stack, "client_secret", { type: "string", sensitive: true });

/** Who knows the secret, and so what becomes of the command's output. */
const SECRETS: readonly (readonly [by: string, shown: boolean, secret: (stack: TerraformStack) => Secret])[] = [
  ["ephemeralVariable", false, (stack) => Secret.ephemeralVariable(stack, "client_secret")],
  ["fromVariable", false, (stack) => Secret.fromVariable(variable(stack))],
  ["fromExpression", false, (stack) => Secret.fromExpression(variable(stack).stringValue)],
  ["fromEnvironment", true, () => Secret.fromEnvironment("CLIENT_SECRET")],
  ["fromFile", true, () => Secret.fromFile(file)],
  ["fromCommand", true, () => Secret.fromCommand(["cat", file])],
];

describe.each(ENGINE_NAMES)("%s, of what a command of run prints,", (name) => {
  it.for(SECRETS)(
    "with a secret by %s, shows it: %s, and where the command fails",
    async ([, shown, secret], context) => {
      const workspace = await preparedStack(
        context,
        name,
        (stack) => {
          const clientAuthentication = ClientAuthentication.clientSecretBasic("abc123", secret(stack));
          const tokenEndpoint = TokenEndpoint.fromUrl(server.url);
          new LocalExecAccessToken(stack, "call", {
            request: AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication }),
            run: ["/bin/sh", "-c", `echo ${PRINTED.replaceAll("-", '"-"')}; exit "$STATUS_OF_THE_COMMAND"`],
          });
        },
        { CLIENT_SECRET: SECRET, TF_VAR_client_secret: SECRET },
      );
      const output = await succeeds(workspace.apply({ env: { STATUS_OF_THE_COMMAND: "0" } }));
      expect(output.includes(PRINTED)).toBe(shown);
      if (!shown) expect(output).toMatch(/output suppressed due to [a-z, ]+ in config/);
      const env = { STATUS_OF_THE_COMMAND: "3" };
      const failed = await workspace.apply({ env, args: ["-replace=null_resource.call"] });
      expect([failed.code, failed.output]).toEqual([1, expect.stringContaining(PRINTED)]);
    },
  );
});
