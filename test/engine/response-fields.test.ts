import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { TerraformOutput, TerraformStack } from "cdktf";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { encodingsOf, tokenEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { authlib } from "../server/authlib";
import { serverFor } from "../server/server-for";
import { SCOPE, type RunningServer } from "../server/test-server";
import { AuditedStack } from "./audited-stack";
import { announce, initialized } from "./engine-for";
import { ENGINE_NAMES, type EngineName } from "./engines";
import { ephemeralEngineFor } from "./prepared-stack";

const CLIENT = {
  id: "abc123",
  method: "client_secret_post",
  secret: "s3cret",
  grants: ["password"],
} as const;
const USER = { name: "jane", password: "p4ssword" };

/** Authlib's answer to the password grant has a refresh token; `expiry` is a member that it does not have. */
const responseFields = { refresh_token: {}, expiry: { optional: true, sensitive: false } };
const APPEND = 'printf "%s\\n" "$ACCESS_TOKEN_RESPONSE_REFRESH_TOKEN" >>"$TO"';

let outside: string;
let received: string;
let server: RunningServer;
let stack: AuditedStack | undefined;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "fields-"));
  received = join(outside, "received");
});
afterEach(() => {
  stack?.remove();
  stack = undefined;
  rmSync(outside, { recursive: true });
});

async function applied(
  context: TestContext,
  name: EngineName,
  build: (stack: TerraformStack, request: AccessTokenRequest) => void,
): Promise<AuditedStack> {
  const engine = await ephemeralEngineFor(context, name);
  server = await serverFor(context, authlib, { clients: [CLIENT], users: [USER] });
  const request = AccessTokenRequest.password({
    tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("CLIENT_SECRET")),
    username: USER.name,
    password: Secret.fromEnvironment("USER_PASSWORD"),
    scopes: [SCOPE],
  });
  const created = (stack = new AuditedStack({
    engine,
    audit: new LeakAudit({}),
    name: "stack",
    create: (app, id) => {
      const synthesized = new TerraformStack(app, id);
      build(synthesized, request);
      return synthesized;
    },
    env: { CLIENT_SECRET: CLIENT.secret, USER_PASSWORD: USER.password, TO: received },
    log: announce,
  }));
  await initialized(context, created.workspace, () => created.init());
  return created;
}

/** In which files of a run, and in which of these outputs, one of the refresh tokens is that the server has given. */
function placesOf({ folder }: AuditedStack, outputs: Readonly<Record<string, string>>): string[] {
  const tokens = server.granted.map(({ refresh_token: token }) => token as string);
  expect(tokens.length).toBeGreaterThan(0);
  const places = tokens.flatMap((token) => {
    expect(token).toMatch(/^\w{20,}$/);
    const audit = new LeakAudit(encodingsOf("refresh token", tokenEncodings(token)));
    audit.files(folder);
    for (const [title, text] of Object.entries(outputs)) audit.output(title, text);
    return audit.findings.map((finding) => finding.replace(/: .*$/, "").replace(/^.*\//, ""));
  });
  return [...new Set(places)].sort();
}

describe.each(ENGINE_NAMES)("a response field in %s", (name) => {
  it("of LocalExecAccessToken is in the environment of run, and nowhere else", async (context) => {
    const run = await applied(context, name, (stack, request) => {
      new LocalExecAccessToken(stack, "call", { request, responseFields, run: ["/bin/sh", "-c", APPEND] });
    });
    const plan = await run.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
    const apply = await run.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
    expect(readFileSync(received, "utf8").trim()).toBe(server.granted[0]?.["refresh_token"]);
    expect(placesOf(run, { plan, apply })).toEqual([]);
  });

  it("of EphemeralAccessToken is handed to a provisioner, and is in the trace log alone", async (context) => {
    const run = await applied(context, name, (stack, request) => {
      const token = new EphemeralAccessToken(stack, "token", { request, responseFields });
      const environment = {
        ACCESS_TOKEN_RESPONSE_REFRESH_TOKEN: token.responseField("refresh_token"),
        EXPIRY: token.responseField("expiry"),
      };
      new NullProvider(stack, "null");
      const command = `${APPEND}; echo "and $ACCESS_TOKEN_RESPONSE_REFRESH_TOKEN<$EXPIRY>"`;
      new Resource(stack, "call", { provisioners: [{ type: "local-exec", command, environment }] });
    });
    const plan = await run.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
    const apply = await run.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
    expect(server.granted.map(({ refresh_token: token }) => token)).toContain(readFileSync(received, "utf8").trim());
    expect(placesOf(run, { plan, apply })).toEqual(["trace.log"]);
  });

  it("of ExternalAccessToken is sensitive unless said otherwise, and in state", async (context) => {
    const run = await applied(context, name, (stack, request) => {
      const token = new ExternalAccessToken(stack, "token", { request, responseFields });
      new TerraformOutput(stack, "hidden", { value: token.responseField("refresh_token"), sensitive: true });
      new TerraformOutput(stack, "shown", { value: `<${token.responseField("expiry")}>` });
    });
    const plan = await run.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
    const apply = await run.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
    expect(plan).toMatch(/hidden\s+= \(sensitive value\)/);
    expect(apply).toContain('shown = "<>"');
    // A backup and a log of what the program prints come with another apply and with a later provider.
    const places = placesOf(run, { plan, apply }).filter((place) => place !== "trace.log");
    expect(places).toEqual(["saved.plan", "terraform.tfstate"]);
  });

  it("of ExternalAccessToken cannot be an output that anybody sees", async (context) => {
    const shown = `shown_${randomBytes(4).toString("hex")}`;
    const run = await applied(context, name, (stack, request) => {
      const token = new ExternalAccessToken(stack, "token", { request, responseFields });
      new TerraformOutput(stack, shown, { value: token.responseField("refresh_token") });
    });
    const plan = await run.run("plan", (workspace) => workspace.plan());
    expect(plan.code).not.toBe(0);
    expect(plan.output.replace(/[│╷╵\s]+/g, " ")).toMatch(/Output refers to sensitive values/);
    // That is said before the request is made.
    expect(server.granted).toEqual([]);
  });
});
