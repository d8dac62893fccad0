import { setTimeout as sleep } from "node:timers/promises";
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
  type AccessTokenProps,
} from "cdktf-oauth2-token";
import type { TerraformResourceLifecycle, TerraformStack } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CALL_API } from "../../examples/call-api";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { json, startScriptedServer } from "../server/scripted-server";
import { ENGINE_NAMES } from "./engines";
import { preparedStack, said, succeeds } from "./prepared-stack";

const SECRET = "p$4-0123456789abcdef";
const ENV = { CLIENT_SECRET: SECRET };
const LIFETIME_SECONDS = 2;

/** Of the tokens that are issued from now on. */
let lifetimeSeconds: number;
let server: OAuthServer;
beforeEach(async () => {
  const clients = [{ id: "abc123", secret: SECRET, method: "client_secret_post" }] as const;
  lifetimeSeconds = LIFETIME_SECONDS;
  server = await startOAuthServer({ clients, lifetimeSeconds: () => lifetimeSeconds });
});
afterEach(() => server.close());

const untilExpired = () => sleep(LIFETIME_SECONDS * 1000 + 500);

function requestAt(url: string): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(url),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
  });
}

/** A resource whose provisioner calls the API with the token. */
function caller(stack: TerraformStack, accessToken: string, lifecycle: TerraformResourceLifecycle = {}): void {
  new NullProvider(stack, "null");
  const environment = { ACCESS_TOKEN: accessToken, API_URL: server.api };
  new Resource(stack, "call", {
    lifecycle,
    provisioners: [{ type: "local-exec", command: CALL_API, environment }],
  });
}

describe.each(ENGINE_NAMES)("%s, where tokens live for 2 seconds,", (name) => {
  it("applies a saved plan with the expired token in it, which the API then refuses", async (context) => {
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const token = new ExternalAccessToken(stack, "token", { request: requestAt(server.tokenEndpoint) });
        caller(stack, token.accessToken);
      },
      ENV,
    );
    await succeeds(workspace.plan({ out: "saved.plan" }));
    await untilExpired();
    const apply = await workspace.apply({ plan: "saved.plan" });
    expect(apply.code, apply.output).not.toBe(0);
    expect(server.apiAnswers).toEqual([401]);
  });

  it("fails such a plan by stillValid before anything is done with the token", async (context) => {
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const token = new ExternalAccessToken(stack, "token", { request: requestAt(server.tokenEndpoint) });
        caller(stack, token.accessToken, { precondition: [token.stillValid()] });
      },
      ENV,
    );
    await succeeds(workspace.plan({ out: "saved.plan" }));
    await untilExpired();
    const apply = await workspace.apply({ plan: "saved.plan" });
    expect(apply.code, apply.output).not.toBe(0);
    expect(said(apply)).toMatch(
      /The access token read at \d{4}-\d\d-\d\dT[\d:]+Z expired at \d{4}-\d\d-\d\dT[\d:]+Z: run plan again, or set readAtApply on stack\/token\./,
    );
    expect(server.apiAnswers).toEqual([]);
  });

  it("reads at apply with readAtApply, and announces it in every plan", async (context) => {
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const request = requestAt(server.tokenEndpoint);
        const token = new ExternalAccessToken(stack, "token", { request, readAtApply: true });
        caller(stack, token.accessToken, { precondition: [token.stillValid()] });
        new Resource(stack, "keeps", { triggers: { scope: token.scope } });
      },
      ENV,
    );
    await succeeds(workspace.plan({ out: "saved.plan" }));
    await untilExpired();
    // However long the apply takes, what it reads itself has not expired.
    lifetimeSeconds = 3600;
    await succeeds(workspace.apply({ plan: "saved.plan" }));
    expect(server.apiAnswers).toEqual([200]);
    const again = await workspace.plan({ args: ["-detailed-exitcode"] });
    expect(again.code, again.output).toBe(2);
    expect(again.output).toContain("data.external.token will be read during apply");
    expect(again.output).toContain("null_resource.keeps must be replaced");
    expect(again.output).toContain("Plan: 1 to add, 0 to change, 1 to destroy.");
  });

  it("gives an ephemeral token to a saved plan that is as fresh as the apply", async (context) => {
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const token = new EphemeralAccessToken(stack, "token", { request: requestAt(server.tokenEndpoint) });
        caller(stack, token.accessToken);
      },
      ENV,
    );
    await succeeds(workspace.plan({ out: "saved.plan" }));
    await untilExpired();
    // However long the apply takes, what it reads itself has not expired.
    lifetimeSeconds = 3600;
    await succeeds(workspace.apply({ plan: "saved.plan" }));
    expect(server.apiAnswers).toEqual([200]);
    await succeeds(workspace.plan({ args: ["-detailed-exitcode"] }));
  });

  const kinds: [string, (stack: TerraformStack, props: AccessTokenProps) => void][] = [
    ["LocalExecAccessToken", (stack, props) => new LocalExecAccessToken(stack, "token", props)],
    ["ExternalAccessToken", (stack, props) => new ExternalAccessToken(stack, "token", props)],
    [
      "EphemeralAccessToken",
      (stack, props) => {
        caller(stack, new EphemeralAccessToken(stack, "token", props).accessToken);
      },
    ],
  ];
  it.for(kinds)("fails %s by minimumLifetimeSeconds", async ([, build], context) => {
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        build(stack, { request: requestAt(server.tokenEndpoint), minimumLifetimeSeconds: 300 });
      },
      ENV,
    );
    const apply = await workspace.apply();
    expect(apply.code).not.toBe(0);
    expect(said(apply)).toContain(
      "The access token expires too soon: the token endpoint hands it out for 2 seconds, and minimumLifetimeSeconds is 300.",
    );
    expect(server.apiAnswers).toEqual([]);
  });
});

describe.each(ENGINE_NAMES)("%s, where the lifetime of tokens is not given,", (name) => {
  it("takes a token for valid", async (context) => {
    const silent = await startScriptedServer((_, response) => {
      json(response, 200, { access_token: "t0ken", token_type: "Bearer" });
    });
    const workspace = await preparedStack(
      context,
      name,
      (stack) => {
        const token = new ExternalAccessToken(stack, "token", { request: requestAt(silent.url) });
        new NullProvider(stack, "null");
        new Resource(stack, "uses", { lifecycle: { precondition: [token.stillValid()] } });
      },
      ENV,
    );
    await succeeds(workspace.plan({ out: "saved.plan" }));
    await succeeds(workspace.apply({ plan: "saved.plan" }));
    await succeeds(workspace.plan({ args: ["-detailed-exitcode"] }));
    await silent.close();
  });
});
