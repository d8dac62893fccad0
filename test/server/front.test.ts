import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { json } from "./scripted-server";
import { oidcProvider } from "./oidc-provider";
import { asFields, post } from "./post";
import { createClientCertificate, createPrivateCa } from "./private-ca";
import { serverFor } from "./server-for";

const folder = mkdtempSync(join(tmpdir(), "front-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const POSTED = { id: "a", method: "client_secret_post", secret: "s3cret&=" } as const;
const FIELDS = { grant_type: "client_credentials" };

it("records what was sent, and answers in place of the server where a test says so", async (context) => {
  let left = 2;
  const server = await serverFor(context, oidcProvider, {
    clients: [POSTED],
    intercept: (_, response) => {
      if (left-- <= 0) return false;
      json(response, 503, { error: "temporarily_unavailable" });
      return true;
    },
  });
  const ask = () => post(server.tokenEndpoint, { ...FIELDS, ...asFields(POSTED) });
  const statuses = [(await ask()).status, (await ask()).status, (await ask()).status];
  expect(statuses).toEqual([503, 503, 200]);
  expect(server.tokenRequests.map(({ form }) => form.get("client_secret"))).toEqual(Array(3).fill(POSTED.secret));
  await post(`${server.issuer}/elsewhere`, FIELDS);
  expect(server.tokenRequests).toHaveLength(3);
  expect(server.requests.at(-1)).toMatchObject({
    method: "POST",
    path: "/elsewhere",
    body: "grant_type=client_credentials",
  });
});

it("passes on no certificate but that of the handshake", async (context) => {
  const ca = createPrivateCa(folder);
  const { cert } = createClientCertificate(folder, "mine");
  const client = { id: "a", method: "tls_client_auth", certificate: cert } as const;
  const server = await serverFor(context, oidcProvider, { clients: [client], tls: ca });
  const der = cert.replace(/-----[A-Z ]+-----|\s/g, "");
  const claimed = { "client-cert": `:${der}:`, "x-ssl-client-verify": "SUCCESS" };
  const answer = await post(
    server.tokenEndpoint,
    { ...FIELDS, client_id: "a" },
    { trust: server.trust, headers: claimed },
  );
  expect(answer).toMatchObject({ status: 401, json: { error: "invalid_client" } });
});

it("ends the handshake of who shows no certificate, where it is demanded", async (context) => {
  const ca = createPrivateCa(folder);
  const certificate = createClientCertificate(folder, "mine");
  const foreign = createClientCertificate(folder, "foreign", "itself");
  const options = { clients: [POSTED], tls: ca, demandsClientCertificate: true };
  const server = await serverFor(context, oidcProvider, options);
  const ask = (shown: object) =>
    post(server.tokenEndpoint, { ...FIELDS, ...asFields(POSTED) }, { trust: server.trust, ...shown });
  expect(await ask({ certificate })).toMatchObject({ status: 200 });
  await expect(ask({})).rejects.toThrow();
  await expect(ask({ certificate: foreign })).rejects.toThrow();
  expect(server.requests).toHaveLength(1);
});
