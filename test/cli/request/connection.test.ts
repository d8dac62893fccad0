import { mkdtempSync, rmSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { startConnectProxy } from "../../server/connect-proxy";
import { oidcProvider } from "../../server/oidc-provider";
import { createPrivateCa } from "../../server/private-ca";
import { json, startScriptedServer } from "../../server/scripted-server";
import { SharedServer } from "../../server/server-for";
import { command } from "../command";

const SECRET = "p$ss+w%rd=";
const GOOD = { access_token: "t0ken", token_type: "bearer" };
const folder = mkdtempSync(join(tmpdir(), "request-connection-"));
const ca = createPrivateCa(folder);
const shared = new SharedServer(oidcProvider, () => ({
  clients: [{ id: "a", method: "client_secret_basic", secret: SECRET }],
  tls: ca,
}));
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

const request = (...args: readonly string[]) =>
  command(["request", ...args, "--client-id", "a", "--client-secret-env", "S"], { env: { S: SECRET } });

describe("--proxy", () => {
  it.for(["token-endpoint", "issuer"] as const)("is gone through to the --%s", async (option, context) => {
    const { issuer, tokenEndpoint } = await shared.for(context);
    const proxy = await startConnectProxy();
    onTestFinished(() => proxy.close());
    const url = option === "issuer" ? issuer : tokenEndpoint;
    const { status, stderr } = await request(`--${option}`, url, "--ca-file", ca.caFile, "--proxy", proxy.url);
    expect([status, stderr]).toEqual([0, ""]);
    expect(proxy.tunnels).toEqual(Array(option === "issuer" ? 2 : 1).fill(new URL(issuer).host));
  });

  it("is named where it does not answer", async (context) => {
    const { tokenEndpoint } = await shared.for(context);
    const { status, stdout, stderr } = await request(
      ...["--token-endpoint", tokenEndpoint, "--ca-file", ca.caFile, "--proxy", "http://127.0.0.1:9"],
    );
    expect([status, stdout]).toEqual([20, ""]);
    expect(stderr).toContain("through the proxy http://127.0.0.1:9");
  });
});

/** Gives a token to whoever it agrees with on the connection. */
async function startTlsServer(options: ServerOptions): Promise<string> {
  const server = createServer({ key: ca.key, cert: ca.cert, ...options }, (_, response) => {
    json(response, 200, GOOD);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
}

it.each([
  ["1.2", 0],
  ["1.3", 21],
])("--minimum-tls-version %s ends with %i at a server that has 1.2", async (version, code) => {
  const url = await startTlsServer({ maxVersion: "TLSv1.2" });
  const { status } = await request(
    ...["--token-endpoint", url, "--ca-file", ca.caFile, "--minimum-tls-version", version],
  );
  expect(status).toBe(code);
});

it("--http1-only speaks HTTP/1.1 to a server that has HTTP/2", async () => {
  const versions: string[] = [];
  const server = createSecureServer({ key: ca.key, cert: ca.cert, allowHTTP1: true }, (received, response) => {
    versions.push(received.httpVersion);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(GOOD));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
  const { status } = await request("--token-endpoint", url, "--ca-file", ca.caFile, "--http1-only");
  expect([status, versions]).toEqual([0, ["1.1"]]);
});

it.each([
  [[], 34, 1],
  [["--retry", "1"], 34, 2],
  [["--retry", "2"], 0, 3],
])("%j of a server that fails twice ends with %i after %i requests", async (args, code, requests) => {
  const server = await startScriptedServer((_, response) => {
    if (server.received.length < 3) json(response, 503, {});
    else json(response, 200, GOOD);
  });
  onTestFinished(() => server.close());
  const { status } = await request("--token-endpoint", server.url, ...args);
  expect([status, server.received.length]).toEqual([code, requests]);
});

it.each([
  [["--retry", "0"], "--retry: allowed are whole numbers from 1 to 10"],
  [["--retry", "11"], "--retry: allowed are whole numbers from 1 to 10"],
  [["--retry"], "--retry needs a value"],
  [["--timeout", "3601"], "--timeout: allowed are whole seconds from 1 to 3600"],
  [["--connect-timeout", "1.5"], "--connect-timeout: allowed are whole seconds from 1 to 3600"],
  [["--minimum-tls-version", "1.1"], "--minimum-tls-version: allowed are 1.2 and 1.3"],
  [["--proxy", "http://me:hunter2@proxy.example.com"], "--proxy: the proxy has credentials"],
  [["--proxy", "hunter2"], "--proxy: this is not a proxy"],
  [["--proxy", "http://proxy.example.com/?hunter2"], "--proxy: this is not a proxy"],
  [["--proxy", "--json"], "--proxy needs a value"],
  [["--ca-file", ""], "--ca-file is empty"],
  [["--http1-only=no"], "--http1-only takes no value"],
])("refuses %j", async (given, said) => {
  const { status, stdout, stderr } = await request("--token-endpoint", "http://127.0.0.1:9/token", ...given);
  expect([status, stdout]).toEqual([10, ""]);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("hunter2");
});
