import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createCertificate, createPrivateCa } from "../../server/private-ca";
import { startScriptedServer } from "../../server/scripted-server";
import { requestArguments, runProgram } from "../run-program";

const folder = mkdtempSync(join(tmpdir(), "tls-"));
const ca = createPrivateCa(folder);
const trust = { CURL_CA_BUNDLE: ca.caFile };
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The exit status and the first line for a server with these TLS settings, where this is in the environment. */
async function saidBy(options: ServerOptions, environment: Record<string, string>): Promise<string> {
  const requests: unknown[] = [];
  const server = await listening(createServer({ key: ca.key, cert: ca.cert, ...options }, () => requests.push(1)));
  const said = await saidAt(`https://127.0.0.1:${(server.address() as AddressInfo).port}/token`, environment);
  server.close();
  expect(requests).toEqual([]);
  return said;
}

async function saidAt(url: string, environment: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runProgram(["/bin/sh"], requestArguments(url, "timeout=5"), {
    SECRET: "s3cr3t+/=$",
    ...environment,
  });
  expect(stdout).toBe("");
  return `${String(code)} ${stderr.split("\n")[0] ?? ""}`;
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve(server);
    }),
  );
}

describe("TLS fails in its own words", () => {
  it("for a certificate that has expired", async () => {
    const cert = createCertificate(folder, "IP:127.0.0.1", "20200101000000Z", "20200102000000Z");
    expect(await saidBy({ cert }, trust)).toBe(
      "21 The certificate of the token endpoint's host has expired: its operator must renew it. Check this machine's clock too.",
    );
  });

  it("for a certificate that is not valid yet", async () => {
    const cert = createCertificate(folder, "IP:127.0.0.1", "20900101000000Z", "20900102000000Z");
    expect(await saidBy({ cert }, trust)).toBe(
      "21 The certificate of the token endpoint's host is not valid yet: check this machine's clock.",
    );
  });

  it("for a certificate of another name", async () => {
    const cert = createCertificate(folder, "DNS:other.example", "20200101000000Z", "20900102000000Z");
    expect(await saidBy({ cert }, trust)).toBe(
      "21 The certificate of the token endpoint's host is for another name: check the host in the URL.",
    );
  });

  it("for an authority that is not trusted", async () => {
    expect(await saidBy({}, {})).toBe(
      "21 The certificate of the token endpoint's host was not issued by an authority that this machine trusts. For a private certificate authority, give its file as caFile, or set CURL_CA_BUNDLE where Terraform runs.",
    );
  });

  it.each([
    ["is missing", join(folder, "nothing.pem")],
    ["holds no PEM", join(folder, "text.pem")],
  ])("for a file of authorities that %s", async (_, file) => {
    writeFileSync(join(folder, "text.pem"), "text\n");
    expect(await saidBy({}, { CURL_CA_BUNDLE: file })).toBe(
      `21 The file of certificate authorities cannot be read (CURL_CA_BUNDLE is ${file}): it is missing, or not in PEM.`,
    );
  });

  it.each(["TLSv1.2", "TLSv1.3"] as const)("for a client certificate that is demanded, by %s", async (version) => {
    const options = {
      requestCert: true,
      rejectUnauthorized: true,
      ca: [ca.cert],
      minVersion: version,
      maxVersion: version,
    };
    expect(await saidBy(options, trust)).toBe(
      "21 The server ended the TLS handshake: it demands a client certificate (mutual TLS, RFC 8705), or refuses the one that was sent.",
    );
  });

  it("for a port without TLS", async () => {
    const server = await startScriptedServer(() => undefined);
    const said = await saidAt(server.url.replace("http:", "https:"), trust);
    await server.close();
    expect(said).toBe(
      "21 The token endpoint's port does not speak TLS: check the port, or whether a proxy answers there.",
    );
  });

  it("for a TLS port that is asked by plain http", async () => {
    const server = await listening(createServer({ key: ca.key, cert: ca.cert }));
    const said = await saidAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, trust);
    server.close();
    expect(said).toBe(
      "23 The connection to the token endpoint ended without an answer: where its port speaks TLS, the URL must begin with https://.",
    );
  });
});

describe("a proxy of the environment", () => {
  const PROXY = "http://127.0.0.1:1";
  const asked = (environment: Record<string, string>) =>
    runProgram(["/bin/sh"], requestArguments("https://login.example/token", "timeout=5"), {
      SECRET: "s",
      ...environment,
    });

  it.each([
    [{ https_proxy: PROXY }, "  through the proxy of https_proxy: 127.0.0.1:1\n"],
    [{ HTTPS_PROXY: `http://user:pass@127.0.0.1:1` }, "  through the proxy of HTTPS_PROXY: 127.0.0.1:1\n"],
    [{ all_proxy: PROXY }, "  through the proxy of all_proxy: 127.0.0.1:1\n"],
  ])("is named, without its credentials: %o", async (environment, line) => {
    const { code, stderr } = await asked(environment);
    expect(code).toBe(20);
    expect(stderr).toContain(line);
    expect(stderr).not.toContain("pass");
  });

  it("is not named where no_proxy leaves it out", async () => {
    const { stderr } = await asked({ https_proxy: PROXY, no_proxy: ".example" });
    expect(stderr).not.toContain("through the proxy");
  });
});
