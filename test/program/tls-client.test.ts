import { createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  Secret,
  TlsVersion,
  TokenEndpoint,
  type AccessTokenProps,
  type ClientCertificate,
} from "cdktf-oauth2-token";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { emptyStack, synthesized } from "../requests";
import { oidcProvider } from "../server/oidc-provider";
import { createClientCertificate, createPrivateCa, type PrivateCa } from "../server/private-ca";
import { SharedServer } from "../server/server-for";
import { SCOPE } from "../server/test-server";
import { runProgram } from "./run-program";
import { available, SHELLS } from "./shells";

const PASSPHRASE = "a p'a\\s\"s";
const of = (name: string) => Secret.fromEnvironment(name);

let folder: string;
let ca: PrivateCa;
let byAuthority: ReturnType<typeof createClientCertificate>;
let byItself: ReturnType<typeof createClientCertificate>;
let encryptedFile: string;
let encrypted: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tls-client-"));
  ca = createPrivateCa(folder);
  byAuthority = createClientCertificate(folder, "signed");
  byItself = createClientCertificate(folder, "self", "itself");
  const options = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: PASSPHRASE } as const;
  encrypted = createPrivateKey(byAuthority.key).export(options).toString();
  encryptedFile = join(folder, "encrypted.key");
  writeFileSync(encryptedFile, encrypted);
});
let hold: () => Promise<void> = () => Promise.resolve();
const shared = new SharedServer(oidcProvider, () => ({
  clients: [
    { id: "signed", method: "tls_client_auth", certificate: byAuthority.cert },
    { id: "self", method: "self_signed_tls_client_auth", certificate: byItself.cert },
    { id: "posts", method: "client_secret_post", secret: "s3cret" },
  ],
  tls: ca,
}));
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

function wordsOf(request: AccessTokenRequest, further: Partial<AccessTokenProps> = {}): string[] {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request, ...further });
  return (synthesized(stack).data.external["token"]?.program ?? []).slice(2);
}

const requestOf = (url: string, id: string, certificate: ClientCertificate) =>
  AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(url),
    clientAuthentication: ClientAuthentication.tlsClient(id, certificate),
    scopes: [SCOPE],
  });

const environment = () => ({ KEY: byAuthority.key, ENCRYPTED: encrypted, PASSPHRASE });

describe.each(SHELLS)("under %s, a client is known by its certificate", (title, shell) => {
  const certificateFile = () => byAuthority.certFile;

  it("whose key is a file's, as it is or encrypted", async (context) => {
    available(context, title, shell[0] ?? "");
    const server = await shared.for(context);
    for (const certificate of [
      { certificateFile: certificateFile(), key: Secret.fromFile(byAuthority.keyFile) },
      { certificateFile: certificateFile(), key: Secret.fromFile(encryptedFile), keyPassphrase: of("PASSPHRASE") },
    ]) {
      const words = wordsOf(requestOf(server.tokenEndpoint, "signed", certificate), { caFile: ca.caFile });
      const { code, stdout, stderr } = await runProgram(shell, words, environment());
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(await server.isLive((JSON.parse(stdout) as { access_token: string }).access_token)).toBe(true);
    }
  });

  it("whose key comes from elsewhere, and is in no file", async (context) => {
    available(context, title, shell[0] ?? "");
    if (!existsSync("/proc/self/fd")) cannotRun(context, "open files are seen in /proc, as Linux has it");
    const server = await shared.for(context);
    const audits = [byAuthority.key.split("\n")[1] ?? "", PASSPHRASE].map(
      (text) => new LeakAudit(secretEncodings(text)),
    );
    let watches = true;
    hold = async () => {
      while (watches) for (const audit of audits) await audit.watchFor(5);
    };
    const watching = hold();
    for (const certificate of [
      { certificateFile: certificateFile(), key: of("KEY") },
      { certificateFile: certificateFile(), key: of("ENCRYPTED"), keyPassphrase: of("PASSPHRASE") },
      { certificateFile: certificateFile(), key: Secret.fromCommand(["cat", byAuthority.keyFile]) },
    ]) {
      const words = wordsOf(requestOf(server.tokenEndpoint, "signed", certificate), { caFile: ca.caFile });
      const { code, stderr } = await runProgram(shell, words, environment());
      if (title === "ksh93") {
        expect(code).toBe(12);
        expect(stderr).toContain("the TLS key cannot be given to curl under this shell");
      } else expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    }
    watches = false;
    await watching;
    for (const audit of audits) expect(audit.findings.filter((finding) => !finding.includes(folder))).toEqual([]);
  });
});

it("by a certificate that it has signed itself, and by one besides its secret", async (context) => {
  const server = await shared.for(context);
  const itself = { certificateFile: byItself.certFile, key: Secret.fromFile(byItself.keyFile) };
  const posting = AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl(server.tokenEndpoint),
    clientAuthentication: ClientAuthentication.clientSecretPost("posts", of("CLIENT_SECRET")),
    clientCertificate: itself,
    scopes: [SCOPE],
  });
  for (const request of [requestOf(server.tokenEndpoint, "self", itself), posting]) {
    const words = wordsOf(request, { caFile: ca.caFile, minimumTlsVersion: TlsVersion.V1_3 });
    const { code, stderr } = await runProgram(["/bin/sh"], words, { CLIENT_SECRET: "s3cret" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  }
});

it("another client's certificate is refused by the server", async (context) => {
  const server = await shared.for(context);
  const certificate = { certificateFile: byItself.certFile, key: Secret.fromFile(byItself.keyFile) };
  const words = wordsOf(requestOf(server.tokenEndpoint, "signed", certificate), { caFile: ca.caFile });
  const { code, stdout } = await runProgram(["/bin/sh"], words, {});
  expect({ code, stdout }).toEqual({ code: 31, stdout: "" });
});

describe("nothing is asked of a terminal, and nothing is sent", () => {
  it.for([
    ["an encrypted file without its passphrase", () => Secret.fromFile(encryptedFile), 21, "the passphrase"],
    ["an encrypted key without its passphrase", () => of("ENCRYPTED"), 15, "is encrypted, and no passphrase is given"],
    ["a key that does not belong to the certificate", () => Secret.fromFile(byItself.keyFile), 21, "belong together"],
    ["a key that is not there", () => Secret.fromFile("/nonexistent/key"), 21, "check that the files are there"],
    ["a path in place of the key", () => Secret.fromCommand(["echo", "/etc/key"]), 15, "is no private key in PEM"],
  ] as const)("for %s", async ([, key, code, text], context) => {
    const server = await shared.for(context);
    const before = server.requests.length;
    const certificate = { certificateFile: byAuthority.certFile, key: key() };
    const words = wordsOf(requestOf(server.tokenEndpoint, "signed", certificate), { caFile: ca.caFile });
    const result = await runProgram(["/bin/sh"], words, environment());
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(text);
    expect(server.requests).toHaveLength(before);
  });
});

describe("the way to the server", () => {
  it("is no older TLS than 1.2, or what is demanded", async () => {
    const old = createServer({ key: ca.key, cert: ca.cert, maxVersion: "TLSv1.2" }, (_, response) => {
      response.setHeader("Content-Type", "application/json");
      response.end('{"access_token":"t0ken","token_type":"bearer"}');
    });
    await new Promise<void>((resolve) => old.listen(0, "127.0.0.1", resolve));
    const url = `https://127.0.0.1:${(old.address() as AddressInfo).port}/token`;
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.fromUrl(url),
      clientAuthentication: ClientAuthentication.none("id"),
    });
    const taken = await runProgram(["/bin/sh"], wordsOf(request, { caFile: ca.caFile }), {});
    expect(taken.code).toBe(0);
    const demanding = wordsOf(request, { caFile: ca.caFile, minimumTlsVersion: TlsVersion.V1_3 });
    expect(await runProgram(["/bin/sh"], demanding, {})).toMatchObject({ code: 21, stdout: "" });
    // The machine's own authorities do not know this one.
    expect(await runProgram(["/bin/sh"], wordsOf(request), {})).toMatchObject({ code: 21, stdout: "" });
    old.close();
  });

  it("is through the proxy that is given, which is told", async () => {
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.fromUrl("https://auth.example.com/token"),
      clientAuthentication: ClientAuthentication.none(randomBytes(8).toString("hex")),
    });
    const words = wordsOf(request, { proxy: "http://127.0.0.1:9" });
    const { code, stderr } = await runProgram(["/bin/sh"], words, {});
    expect(code).toBe(20);
    expect(stderr).toContain("through the proxy http://127.0.0.1:9");
  });
});
