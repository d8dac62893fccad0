import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, type TestContext } from "vitest";
import { asFields, asHeader, get, post, type Answer } from "./post";
import { createClientCertificate, createPrivateCa, type ClientCertificate } from "./private-ca";
import { SharedServer } from "./server-for";
import { assertionClaims, newTestKey, signedJwt, type TestKey } from "./test-key";
import {
  JWT_BEARER,
  SCOPE,
  TOKEN_EXCHANGE,
  type GrantType,
  type RunningServer,
  type ServerMake,
  type TestClient,
} from "./test-server";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
/** RFC 6749 section 5.1: without regard to case. */
const BEARER = expect.stringMatching(/^bearer$/i) as string;
const USER = { name: "jane", password: "p&ss=w+rd" };
const ISSUER = "https://issuer.example";

/** How a client proves who it is. What is false is refused. */
type Proof = "true" | "false";

/** Tests that a make takes what it says it takes and refuses what differs: else a test of ours could pass for nothing. */
export function proveMake(make: ServerMake): void {
  const { supports } = make;
  const folder = mkdtempSync(join(tmpdir(), "make-"));
  const tls = createPrivateCa(folder);
  const certificates: Record<string, ClientCertificate> = {
    tls_client_auth: createClientCertificate(folder, "tls-client"),
    self_signed_tls_client_auth: createClientCertificate(folder, "self-signed", "itself"),
  };
  const another = createClientCertificate(folder, "another");
  const issuerKey = newTestKey("ES256");

  const signing = supports.algorithms.map((algorithm): TestClient => {
    return { id: `by-${algorithm}`, method: "private_key_jwt", key: newTestKey(algorithm) };
  });
  const others = supports.methods
    .filter((method) => method !== "none" && method !== "private_key_jwt")
    .map((method): TestClient => {
      const certificate = certificates[method]?.cert;
      const secret = method.startsWith("client_secret") ? "s3cret-of-more-than-thirty-two-bytes" : undefined;
      return { id: `by-${method}`, method, ...(secret && { secret }), ...(certificate && { certificate }) };
    });
  const posting = { id: "posting", method: "client_secret_post", secret: "s3cret", grants: supports.grants } as const;
  const open = { id: "open", method: "none", grants: ["refresh_token", "password"] } as const;
  const clients = [...signing, ...others, posting, ...(supports.methods.includes("none") ? [open] : [])];

  const shared = new SharedServer(make, () => ({
    clients,
    users: [USER],
    trustedIssuers: [{ issuer: ISSUER, key: issuerKey, subjects: [USER.name] }],
    tls,
  }));
  afterAll(async () => {
    await shared.close();
    rmSync(folder, { recursive: true });
  });

  function ask(server: RunningServer, client: TestClient, fields: Record<string, string>, proof: Proof = "true") {
    const shown = proof === "true" ? certificates[client.method] : another;
    const secret = proof === "true" ? client.secret : "another-of-more-than-thirty-two-bytes";
    const asked = { ...client, ...(secret !== undefined && { secret }) };
    const signer =
      proof === "true" ? (client.key ?? client.secret) : client.key ? newTestKey(client.key.algorithm) : secret;
    const assertion = client.method.endsWith("_jwt") && signer !== undefined && assertionOf(server, client.id, signer);
    return post(
      server.tokenEndpoint,
      { ...fields, ...(assertion || asFields(asked)) },
      {
        trust: server.trust,
        headers: asHeader(asked),
        ...(client.method.includes("tls") && shown && { certificate: shown }),
      },
    );
  }

  function has(grant: GrantType): boolean {
    return supports.grants.includes(grant);
  }

  const takes = async (server: RunningServer, answer: Answer) => {
    expect(answer, answer.body).toMatchObject({ status: 200, json: { token_type: BEARER } });
    const { access_token: token } = answer.json as { access_token: string };
    expect(await server.isLive(token)).toBe(true);
    return { ...(answer.json as { refresh_token?: string; scope?: string }), token };
  };
  const refuses = ({ status, json, body }: Answer) => {
    expect(status, body).toBeGreaterThanOrEqual(400);
    expect(json).toMatchObject({ error: expect.any(String) as string });
    return json as { error: string };
  };
  const test = (title: string, body: (server: RunningServer) => Promise<void>) => {
    it(title, async (context: TestContext) => {
      await body(await shared.for(context));
    });
  };

  for (const client of [...signing, ...others])
    test(`takes a client ${client.id}, and refuses it with a false proof`, async (server) => {
      const fields = { grant_type: "client_credentials", scope: SCOPE };
      const { scope } = await takes(server, await ask(server, client, fields));
      expect(scope).toContain(SCOPE);
      refuses(await ask(server, client, fields, "false"));
      refuses(await ask(server, client, { ...fields, grant_type: "password", username: USER.name, password: "x" }));
    });

  const [byKey] = signing;
  if (byKey?.key)
    test("takes a client's JWT once, and for the audiences it says", async (server) => {
      const { id, key } = byKey;
      const fields = { grant_type: "client_credentials" };
      const once = assertionOf(server, id, key as TestKey);
      const send = (assertion: object) =>
        post(server.tokenEndpoint, { ...fields, ...assertion }, { trust: server.trust });
      await takes(server, await send(once));
      refuses(await send(once));
      const byIssuer = await send(assertionOf(server, id, key as TestKey, server.issuer));
      if (supports.audience.includes("issuer")) await takes(server, byIssuer);
      else refuses(byIssuer);
      refuses(await send(assertionOf(server, id, key as TestKey, "https://another.example/token")));
    });

  if (has("password"))
    test("takes a user's password, and refuses another", async (server) => {
      const fields = { grant_type: "password", username: USER.name, password: USER.password };
      const { refresh_token: refresh } = await takes(server, await ask(server, posting, fields));
      expect(refresh).toEqual(expect.any(String));
      refuses(await ask(server, posting, { ...fields, password: "another" }));
      if (clients.includes(open)) await takes(server, await ask(server, open, fields));
    });

  if (has("refresh_token"))
    test("takes a refresh token once, and gives the next", async (server) => {
      const first = await server.newRefreshToken(posting, USER);
      const fields = { grant_type: "refresh_token", refresh_token: first };
      const { refresh_token: second } = await takes(server, await ask(server, posting, fields));
      expect(second).not.toBe(first);
      expect(refuses(await ask(server, posting, fields))).toMatchObject({ error: "invalid_grant" });
    });

  if (has(JWT_BEARER))
    test("takes a JWT of a trusted issuer as a grant, and refuses another's", async (server) => {
      const fields = (assertion: string) => ({ grant_type: JWT_BEARER, assertion, scope: SCOPE });
      const claims = () => assertionClaims(ISSUER, USER.name, server.tokenEndpoint);
      await takes(server, await ask(server, posting, fields(signedJwt(issuerKey, claims()))));
      refuses(await ask(server, posting, fields(signedJwt(newTestKey("ES256"), claims()))));
      refuses(await ask(server, posting, fields(signedJwt(issuerKey, { ...claims(), sub: "nobody" }))));
      refuses(
        await ask(server, posting, fields(signedJwt(issuerKey, { ...claims(), aud: "https://another.example" }))),
      );
    });

  if (has(TOKEN_EXCHANGE))
    test("exchanges an access token of its own, and refuses another", async (server) => {
      const { token } = await takes(server, await ask(server, posting, { grant_type: "client_credentials" }));
      const fields = { grant_type: TOKEN_EXCHANGE, subject_token: token, subject_token_type: ACCESS_TOKEN };
      const answer = await ask(server, posting, fields);
      await takes(server, answer);
      expect(answer.json).toMatchObject({ issued_token_type: ACCESS_TOKEN });
      refuses(await ask(server, posting, { ...fields, subject_token: "another" }));
    });

  if (supports.revocation)
    test("revokes a token", async (server) => {
      const { token } = await takes(server, await ask(server, posting, { grant_type: "client_credentials" }));
      const { status } = await post(
        server.revocationEndpoint ?? "",
        { token, ...asFields(posting) },
        { trust: server.trust },
      );
      expect(status).toBe(200);
      expect(await server.isLive(token)).toBe(false);
    });

  test("tells its endpoints in its metadata", async (server) => {
    const { json } = await get(server.metadata, { trust: server.trust });
    expect(json).toMatchObject({
      issuer: server.issuer,
      token_endpoint: server.tokenEndpoint,
      ...(server.revocationEndpoint !== undefined && { revocation_endpoint: server.revocationEndpoint }),
    });
    expect(server.metadata).toContain(`/.well-known/${supports.metadata}`);
  });
}

function assertionOf(server: RunningServer, id: string, signer: TestKey | string, audience = server.tokenEndpoint) {
  const assertion = signedJwt(signer, assertionClaims(id, id, audience));
  return { client_assertion_type: ASSERTION_TYPE, client_assertion: assertion };
}
