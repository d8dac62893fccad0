import {
  EphemeralAccessToken,
  ExternalAccessToken,
  Secret,
  AccessTokenRequest,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GRANTS, METHODS } from "../grant-cases";
import { emptyStack, synthesized } from "../requests";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { newTestKey } from "../server/test-key";
import { runProgram } from "./run-program";

/** Each secret of the cases is its variable's name in small letters. */
const SECRETS: Record<string, string> = {
  ...Object.fromEntries(
    ["CLIENT_SECRET", "PASSWORD", "REFRESH_TOKEN", "JWT", "SUBJECT", "ACTOR", "API_KEY", "OTHER"].map((name) => [
      name,
      name.toLowerCase(),
    ]),
  ),
  PRIVATE_KEY: newTestKey("ES256").privateKey,
};

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { token_type: "Bearer", access_token: "t0ken", expires_in: 3600 });
  });
});
afterAll(() => server.close());

const body = () => [...new URLSearchParams(server.received.at(-1)?.body ?? "")];

describe.each(Object.entries({ ...GRANTS, ...METHODS }))("%s", (_, of) => {
  it("is sent by the program as the constructs ask for it", async () => {
    const stack = emptyStack();
    new ExternalAccessToken(stack, "token", { request: of.request(TokenEndpoint.fromUrl(server.url)) });
    const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
    const { code, stderr } = await runProgram(["/bin/sh"], words, SECRETS);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(body()).toEqual(of.body);
  });
});

it("two secrets that Terraform knows are read from standard input", async () => {
  const stack = emptyStack();
  const variable = (id: string) => Secret.fromVariable(new TerraformVariable(stack, id, { sensitive: true }));
  new EphemeralAccessToken(stack, "token", {
    request: AccessTokenRequest.tokenExchange({
      tokenEndpoint: TokenEndpoint.fromUrl(server.url),
      subjectToken: variable("subject"),
      subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
      actorToken: variable("actor"),
      actorTokenType: "urn:ietf:params:oauth:token-type:jwt",
    }),
  });
  const { ephemeral } = synthesized(stack) as unknown as {
    ephemeral: { local_command: Record<string, { arguments: string[]; stdin: string }> };
  };
  const { arguments: words = [], stdin = "" } = ephemeral.local_command["token"] ?? {};
  const input = stdin.replace("${urlencode(var.subject)}", "s%26s").replace("${urlencode(var.actor)}", "a%3Da");
  const { code, stderr } = await runProgram(["/bin/sh"], words.slice(1), {}, undefined, input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(Object.fromEntries(body())).toMatchObject({ subject_token: "s&s", actor_token: "a=a" });
});

it("a secret parameter is sent by its own name, whatever else the name says to the program", async () => {
  const names =
    "client-secret client.assertion tls_key tls_key_passphrase form form_secret header jwt secret run output 2fa a-b a.b";
  const secretParameters = Object.fromEntries(names.split(" ").map((name) => [name, Secret.fromEnvironment("OTHER")]));
  const sent = Object.keys(secretParameters).map((name) => [name, "other"]);
  for (const given of [secretParameters, { "client-secret": Secret.fromCommand(["printenv", "OTHER"]) }]) {
    const stack = emptyStack();
    const request = AccessTokenRequest.withoutGrantType({
      tokenEndpoint: TokenEndpoint.fromUrl(server.url),
      secretParameters: given,
    });
    new ExternalAccessToken(stack, "token", { request });
    const [, , ...words] = synthesized(stack).data.external["token"]?.program ?? [];
    const { code, stderr } = await runProgram(["/bin/sh"], words, SECRETS);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(body()).toEqual(sent.filter(([name = ""]) => name in given));
  }
});
