import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { File } from "@cdktf/provider-local/lib/file";
import { LocalProvider } from "@cdktf/provider-local/lib/provider";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { App, LocalBackend, TerraformOutput, type TerraformStack } from "cdktf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXAMPLES } from "../../examples";
import { CALL_API } from "../../examples/call-api";
import { encodingsIn, tokenEncodings } from "../audit/encodings";
import { commandLines } from "../audit/processes";
import { startOAuthServer, type OAuthServer } from "../server/oauth-server";
import { announce, initialized } from "./engine-for";
import { ENGINE_NAMES } from "./engines";
import { giveSecrets } from "./example-secrets";
import { ephemeralEngineFor, preparedStack, said, succeeds } from "./prepared-stack";
import { Workspace } from "./workspace";

const SECRET = "p$4\"\\+&% =${x}%{y}'";

/** What the API answers in the course of a run, by example: each number is the calls that a command makes. */
const CALLS: Record<string, { plan: number; apply: number; again: number; destroy: number }> = {
  "run-with-token": { plan: 0, apply: 1, again: 0, destroy: 0 },
  "provisioner-token": { plan: 0, apply: 1, again: 0, destroy: 0 },
  // The provider creates a note, reads it, and reads and removes it.
  "provider-token": { plan: 0, apply: 1, again: 1, destroy: 2 },
  "data-http": { plan: 1, apply: 0, again: 1, destroy: 1 },
};

let server: OAuthServer;
let folder: string;
/** What engines have printed, and the command lines of all processes while the API was called. */
let seen: Buffer[];
beforeEach(async () => {
  seen = [];
  folder = mkdtempSync(join(tmpdir(), "handover-"));
  server = await startOAuthServer({
    clients: [{ id: "abc123", secret: SECRET, method: "client_secret_post" }],
    whileApiIsCalled: () => seen.push(...commandLines().map(({ bytes }) => bytes)),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(ENGINE_NAMES)("%s hands an access token over to an API that answers to a live one only", (engineName) => {
  it.for(Object.entries(CALLS))("%s", async ([name, calls], context) => {
    const engine = await ephemeralEngineFor(context, engineName);
    const example = EXAMPLES.find((candidate) => candidate.name === name);
    if (!example) throw new Error(`There is no example ${name}`);
    const app = new App({ outdir: folder });
    const stack = new example.Stack(app, name, TokenEndpoint.fromUrl(server.tokenEndpoint), server.api);
    const directory = join(folder, "stacks", name);
    new LocalBackend(stack, { path: join(directory, "terraform.tfstate") });
    app.synth();
    const env = giveSecrets(example.secrets, { "client secret": SECRET }, folder);
    const workspace = new Workspace({ engine, folder: directory, log: announce, env });
    const answered = async (run: Promise<string>) => {
      const before = server.apiAnswers.length;
      seen.push(Buffer.from(await run));
      return server.apiAnswers.length - before;
    };

    await initialized(context, workspace, () => workspace.init());
    const plan = await answered(succeeds(workspace.plan({ out: "saved.plan" })));
    const apply = await answered(succeeds(workspace.apply({ plan: "saved.plan" })));
    expect([...server.notes.values()]).toEqual(name === "provider-token" ? [theNote()] : []);
    const again = await answered(succeeds(workspace.plan({ args: ["-detailed-exitcode"] })));
    const destroy = await answered(succeeds(workspace.destroy()));

    expect({ plan, apply, again, destroy }).toEqual(calls);
    expect(new Set(server.apiAnswers)).toEqual(new Set([200]));
    expect([...server.notes.values()]).toEqual([]);
    expect(Buffer.concat(seen).toString()).toContain(engine.binary);
    const encodings = server.issued.map(tokenEncodings);
    expect(encodings.flatMap((of) => seen.flatMap((bytes) => encodingsIn(bytes, of)))).toEqual([]);
  });
});

describe.each(ENGINE_NAMES)("%s refuses an ephemeral token where it would be kept", (engineName) => {
  const uses: [string, (stack: TerraformStack, accessToken: string) => void][] = [
    [
      "in an output",
      (stack, value) => {
        new TerraformOutput(stack, "out", { value, sensitive: true });
      },
    ],
    [
      "in an ordinary argument",
      (stack, token) => {
        new NullProvider(stack, "null");
        new Resource(stack, "keeps", { triggers: { token } });
      },
    ],
  ];
  it.for(uses)("%s", async ([, use], context) => {
    const workspace = await preparedStack(
      context,
      engineName,
      (stack) => {
        use(stack, new EphemeralAccessToken(stack, "token", { request: request() }).accessToken);
      },
      { SECRET },
    );
    const plan = await workspace.plan();
    expect(plan.code, plan.output).not.toBe(0);
    expect(said(plan)).toMatch(/ephemeral/i);
  });
});

describe.each(ENGINE_NAMES)("%s", (engineName) => {
  it("applies what @cdktf/provider-local's classes say beside an ephemeral token, by the override", async (context) => {
    const workspace = await preparedStack(
      context,
      engineName,
      (stack) => {
        stack.addOverride("terraform.required_providers.local.version", ">= 2.7.0");
        new LocalProvider(stack, "local");
        new File(stack, "file", { filename: join(folder, "file"), content: "x" });
        new NullProvider(stack, "null");
        const token = new EphemeralAccessToken(stack, "token", { request: request() });
        const environment = { ACCESS_TOKEN: token.accessToken, API_URL: server.api };
        new Resource(stack, "call", { provisioners: [{ type: "local-exec", command: CALL_API, environment }] });
      },
      { SECRET },
    );
    await succeeds(workspace.apply());
    expect(server.apiAnswers).toEqual([200]);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("x");
  });
});

it("the API answers to nothing else", async () => {
  const statusOf = async (headers: Record<string, string>) => (await fetch(server.api, { headers })).status;
  expect(await statusOf({})).toBe(401);
  expect(await statusOf({ authorization: "Bearer made-up" })).toBe(401);
});

function request(): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("SECRET")),
  });
}

/** The write-only argument has reached the API as a token that this server has issued. */
function theNote(): unknown {
  const text = "created with an access token that is in no state";
  return { text, callback_token: expect.toSatisfy((token: string) => server.issued.includes(token)) as string };
}
