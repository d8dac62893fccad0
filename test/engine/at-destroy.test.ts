import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformIterator, TerraformVariable, Token } from "cdktf";
import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { preparedStack, succeeds } from "./prepared-stack";

const SECRETS = { CLIENT_SECRET: "cl1ent-s3cr3t-0123456789", USER_PASSWORD: "p4ssw0rd-0123456789" };

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: `token-${server.received.length}`, token_type: "bearer", tenant: "north" });
  });
});
afterEach(() => server.close());

const append = (event: string) => [
  "/bin/sh",
  "-c",
  `echo "$0 $1 $ACCESS_TOKEN $ACCESS_TOKEN_RESPONSE_TENANT \${CLIENT_SECRET-unset}" >>"$2"`,
  event,
];

describe.each(["terraform", "tofu"] as const)("%s", (name) => {
  it("runs a command with a fresh token at destroy and at -replace, for each item, with no secret in state", async (context) => {
    const log = join(mkdtempSync(join(tmpdir(), "destroyed-")), "log");
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const items = TerraformIterator.fromList(["a", "b"]);
        const audience = new TerraformVariable(stack, "audience", { type: "string" });
        new LocalExecAccessToken(stack, "registered", {
          forEach: items,
          request: AccessTokenRequest.password({
            tokenEndpoint: TokenEndpoint.fromUrl(server.url),
            clientAuthentication: ClientAuthentication.clientSecretBasic(
              "abc",
              Secret.fromEnvironment("CLIENT_SECRET"),
            ),
            username: "user",
            password: Secret.fromEnvironment("USER_PASSWORD"),
            parameters: { audience: audience.stringValue },
          }),
          responseFields: { tenant: {} },
          run: [...append("made"), Token.asString(items.value), log],
          runAtDestroy: [...append("destroyed"), Token.asString(items.value), log],
        });
      },
      SECRETS,
    );
    const entries = () => readFileSync(log, "utf8").trim().split("\n").sort();
    const events = () => entries().map((entry) => entry.split(" ").slice(0, 2).join(" "));
    const vars = { audience: "first" };

    await succeeds(workspace.apply({ vars }));
    expect(events()).toEqual(["made a", "made b"]);
    await succeeds(workspace.apply({ vars, args: ['-replace=null_resource.registered["a"]'] }));
    expect(events()).toEqual(["destroyed a", "made a", "made a", "made b"]);
    const state = readFileSync(join(workspace.folder, "terraform.tfstate"), "utf8");
    expect(state).toContain("access_token_request_at_destroy_");
    for (const secret of [...Object.values(SECRETS), "token-"]) expect(state).not.toContain(secret);
    // A destroy command gets what the resource was made with.
    await succeeds(workspace.destroy({ vars: { audience: "second" } }));
    expect(events()).toEqual(["destroyed a", "destroyed a", "destroyed b", "made a", "made a", "made b"]);
    for (const entry of entries()) expect(entry).toMatch(/ token-\d+ north unset$/);
    expect(new Set(entries().map((entry) => entry.split(" ")[2])).size).toBe(6);
    expect(new Set(server.received.map(({ body }) => new URLSearchParams(body).get("audience")))).toEqual(
      new Set(["first"]),
    );
  });
});
