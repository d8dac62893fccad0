import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { TerraformStack, TerraformVariable } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CALL_API } from "../../examples/call-api";
import { secretEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { AuditedStack } from "./audited-stack";
import { announce, initialized } from "./engine-for";
import { ENGINE_NAMES } from "./engines";
import { ephemeralEngineFor } from "./prepared-stack";

interface Kind {
  readonly title: string;
  readonly secret: (stack: TerraformStack, file: string) => Secret;
  readonly variable?: string;
  /** Where its value ends up, all the same. */
  readonly leaks: RegExp | undefined;
}

const variable = (stack: TerraformStack) =>
  new TerraformVariable(stack, "client_secret", { type: "string", sensitive: true });

const KINDS: Kind[] = [
  {
    title: "ephemeralVariable",
    secret: (stack) => Secret.ephemeralVariable(stack, "client_secret"),
    variable: "TF_VAR_client_secret",
    leaks: undefined,
  },
  {
    title: "fromVariable",
    secret: (stack) => Secret.fromVariable(variable(stack)),
    variable: "TF_VAR_client_secret",
    // The reason for ephemeralVariable.
    leaks: /^stacks\/stack\/saved\.plan: /,
  },
  {
    title: "fromExpression",
    secret: (stack) => Secret.fromExpression(variable(stack).stringValue),
    variable: "TF_VAR_client_secret",
    leaks: /^stacks\/stack\/saved\.plan: /,
  },
  {
    title: "fromEnvironment",
    secret: () => Secret.fromEnvironment("CLIENT_SECRET"),
    variable: "CLIENT_SECRET",
    leaks: undefined,
  },
  { title: "fromFile", secret: (_, file) => Secret.fromFile(file), leaks: undefined },
  { title: "fromCommand", secret: (_, file) => Secret.fromCommand(["cat", file]), leaks: undefined },
];

/** The constructs that take every kind of secret, each with a call of the API. */
const WAYS = {
  LocalExecAccessToken: (stack: TerraformStack, request: AccessTokenRequest, api: string) => {
    new LocalExecAccessToken(stack, "call", { request, run: ["env", `API_URL=${api}`, "sh", "-c", CALL_API] });
  },
  EphemeralAccessToken: (stack: TerraformStack, request: AccessTokenRequest, api: string) => {
    const token = new EphemeralAccessToken(stack, "token", { request });
    new NullProvider(stack, "null");
    const environment = { ACCESS_TOKEN: token.accessToken, API_URL: api };
    new Resource(stack, "call", { provisioners: [{ type: "local-exec", command: CALL_API, environment }] });
  },
};
const WAY_NAMES = ["LocalExecAccessToken", "EphemeralAccessToken"] as const;

let value: string;
let file: string;
let outside: string;
let audit: LeakAudit;
let server: OAuthServer;
let stack: AuditedStack | undefined;

beforeEach(async () => {
  value = `s$"\\ &${randomBytes(12).toString("hex")}`;
  audit = new LeakAudit(secretEncodings(value));
  outside = mkdtempSync(join(tmpdir(), "secret-"));
  file = join(outside, "secret");
  writeFileSync(file, `${value}\n`);
  server = await startOAuthServer({
    clients: [{ id: "abc123", secret: value, method: "client_secret_basic" }],
    hold: () => audit.watchFor(100),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
  stack?.remove();
  stack = undefined;
});

describe.each(ENGINE_NAMES.flatMap((name) => WAY_NAMES.map((way) => ({ name, way }))))(
  "$name, $way takes a secret",
  ({ name, way }) => {
    it.for(KINDS)("by $title", async (kind, context) => {
      const applied = (stack = new AuditedStack({
        engine: await ephemeralEngineFor(context, name),
        audit,
        name: "stack",
        create: (app, id) => {
          const created = new TerraformStack(app, id);
          const request = AccessTokenRequest.clientCredentials({
            tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
            clientAuthentication: ClientAuthentication.clientSecretBasic("abc123", kind.secret(created, file)),
          });
          WAYS[way](created, request, server.api);
          return created;
        },
        log: announce,
        env: kind.variable === undefined ? {} : { [kind.variable]: value },
      }));
      await initialized(context, applied.workspace, () => applied.init());
      await applied.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
      await applied.succeed("apply", (workspace) => workspace.apply({ plan: "saved.plan" }));
      expect(server.apiAnswers).toEqual([200]);
      await applied.succeed("destroy", (workspace) => workspace.destroy());

      const { leaks } = kind;
      if (leaks === undefined) expect(audit.findings).toEqual([]);
      else {
        expect(audit.findings).not.toEqual([]);
        for (const finding of audit.findings) expect(finding).toMatch(leaks);
      }
    });
  },
);
