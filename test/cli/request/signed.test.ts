import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { authlib } from "../../server/authlib";
import { oidcProvider } from "../../server/oidc-provider";
import { json, startScriptedServer, type ScriptedServer } from "../../server/scripted-server";
import { SharedServer } from "../../server/server-for";
import { assertionClaims, newTestKey, signedJwt } from "../../server/test-key";
import { JWT_BEARER } from "../../server/test-server";
import { command } from "../command";

const SECRET = "a-client-secret-of-more-than-32-bytes";
const KEY = newTestKey("RS256");
const ISSUER = newTestKey("ES256");
const folder = mkdtempSync(join(tmpdir(), "request-signed-"));
const file = join(folder, "key.pem");
writeFileSync(file, KEY.privateKey);

const clients = [
  { id: "by-key", method: "private_key_jwt", key: KEY },
  { id: "by-secret", method: "client_secret_jwt", secret: SECRET },
] as const;
const provider = new SharedServer(oidcProvider, () => ({ clients }));
const withGrants = new SharedServer(authlib, () => ({
  clients: [{ id: "bearer", method: "client_secret_post", secret: SECRET, grants: [JWT_BEARER] }],
  users: [{ name: "jane", password: "unused" }],
  trustedIssuers: [{ issuer: "https://ci.example.com", key: ISSUER, subjects: ["jane"] }],
}));
let scripted: ScriptedServer;
beforeAll(async () => {
  scripted = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "t0ken", token_type: "Bearer" });
  });
});
afterAll(async () => {
  await provider.close();
  await withGrants.close();
  await scripted.close();
  rmSync(folder, { recursive: true });
});

const at = (endpoint: string, ...args: string[]) => ["request", "--token-endpoint", endpoint, ...args];

it("private-key-jwt is taken, and said in TypeScript", async (context) => {
  const { tokenEndpoint } = await provider.for(context);
  const args = ["--client-id", "by-key", "--method", "private-key-jwt", "--private-key-file", file];
  const { status, stdout } = await command(at(tokenEndpoint, ...args, "--jwt-key-id", KEY.id));
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(
      `ClientAuthentication.privateKeyJwt("by-key", SignedJwt.withPrivateKey({ algorithm: JwtAlgorithm.RS256, key: Secret.fromFile("${file}"), keyId: "${KEY.id}" })),`,
    ),
  ]);
  expect((await command(at(tokenEndpoint, ...args, "--jwt-audience", "https://elsewhere.example.com"))).status).toBe(
    31,
  );
});

it("client-secret-jwt is taken", async (context) => {
  const { tokenEndpoint } = await provider.for(context);
  const args = ["--client-id", "by-secret", "--method", "client-secret-jwt", "--client-secret-env", "S"];
  const { status, stdout } = await command(at(tokenEndpoint, ...args), { env: { S: SECRET } });
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining('clientSecretJwt("by-secret", Secret.fromEnvironment("S")),'),
  ]);
});

it("a JWT is taken as the grant, given or signed here", async (context) => {
  const { tokenEndpoint } = await withGrants.for(context);
  const client = ["--client-id", "bearer", "--method", "post", "--client-secret-env", "S"];
  const env = {
    S: SECRET,
    JWT: signedJwt(ISSUER, assertionClaims("https://ci.example.com", "jane", tokenEndpoint)),
    KEY: ISSUER.privateKey,
  };
  const given = ["--grant", "jwt-bearer", "--assertion-env", "JWT"];
  expect(await command(at(tokenEndpoint, ...client, ...given), { env })).toMatchObject({ status: 0 });
  const jwt = ["--jwt-algorithm", "ES256", "--jwt-key-id", ISSUER.id, "--jwt-issuer", "https://ci.example.com"];
  const signed = ["--grant", "signed-jwt-bearer", "--private-key-env", "KEY", ...jwt, "--jwt-subject", "jane"];
  expect(await command(at(tokenEndpoint, ...client, ...signed), { env })).toMatchObject({ status: 0 });
});

it("a token is exchanged, and a grant of the server's own is sent, without a client", async () => {
  const env = { T: "t/1", KEY: "k&1" };
  const jwt = "urn:ietf:params:oauth:token-type:jwt";
  const exchange = ["--grant", "token-exchange", "--subject-token-env", "T", "--subject-token-type", jwt];
  const audiences = ["--audience", "one", "--audience", "two"];
  expect(await command(at(scripted.url, ...exchange, ...audiences), { env })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("  client: none\n") as string,
  });
  const apikey = ["--grant", "extension", "--grant-type", "urn:ibm:params:oauth:grant-type:apikey"];
  const secret = ["--secret-parameter-env", "apikey=KEY"];
  expect((await command(at(scripted.url, ...apikey, ...secret), { env })).status).toBe(0);
  expect((await command(at(scripted.url, "--grant", "none", ...secret), { env })).status).toBe(0);
  expect(scripted.received.map(({ body }) => [...new URLSearchParams(body)])).toEqual([
    [
      ["grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"],
      ["audience", "one"],
      ["audience", "two"],
      ["subject_token_type", jwt],
      ["subject_token", "t/1"],
    ],
    [
      ["grant_type", "urn:ibm:params:oauth:grant-type:apikey"],
      ["apikey", "k&1"],
    ],
    [["apikey", "k&1"]],
  ]);
});

it("a secret parameter is sent by its own name, whatever other secret the name is like", async () => {
  const client = ["--client-id", "a", "--method", "post", "--client-secret-env", "S"];
  const names = ["client-secret", "tls_key", "a-b", "a.b"];
  const args = names.flatMap((name, i) => ["--secret-parameter-env", `${name}=V${i}`]);
  const values = Object.fromEntries(names.map((_, i) => [`V${i}`, `value-${i}`]));
  const { status, stderr } = await command(at(scripted.url, ...client, ...args), { env: { S: SECRET, ...values } });
  expect([status, stderr]).toEqual([0, ""]);
  expect([...new URLSearchParams(scripted.received.at(-1)?.body)].slice(1)).toEqual([
    ...names.map((name, i) => [name, `value-${i}`]),
    ["client_id", "a"],
    ["client_secret", SECRET],
  ]);
});

it.each([
  [["--grant", "extension"], "--grant extension needs --grant-type"],
  [
    ["--grant", "token-exchange", "--subject-token-env", "PATH"],
    "needs --subject-token-type VALUE: the type of the subject token",
  ],
  [["--client-id", "a", "--method", "tls"], "--method tls needs --certificate PATH, and the certificate's key"],
  [["--client-id", "a", "--username", "jane"], "no use with this grant and method: it goes with --grant password."],
  [
    ["--grant", "none", "--jwt-issuer", "x"],
    "--grant signed-jwt-bearer, --method private-key-jwt, --method client-secret-jwt",
  ],
  [["--client-id", "a", "--certificate-key-env", "PATH"], "it goes with --certificate."],
  [["--grant", "signed-jwt-bearer", "--private-key-env", "PATH"], "A JWT as grant needs --jwt-issuer"],
  [["--client-id", "a", "--method", "private-key-jwt"], "it is not typed, because it has line breaks"],
  [
    ["--client-id", "a", "--method", "private-key-jwt", "--jwt-claim", "iss=x"],
    "--jwt-claim iss: it is not given as a claim",
  ],
  [["--grant", "none", "--secret-parameter-env", "client_secret=PATH"], "one that another option sets"],
  [["--grant", "none", "--secret-parameter-env", "Pin=PATH", "--parameter", "pin=1"], "another option sets it"],
  [["--private-key", "hunter2"], "a secret is never an argument"],
])("%j is refused", async (args, words) => {
  const { status, stderr } = await command(at("http://127.0.0.1:9/", ...args));
  expect([status === 10 || status === 11, stderr]).toEqual([true, expect.stringContaining(words)]);
  expect(stderr).not.toContain("hunter2");
});
