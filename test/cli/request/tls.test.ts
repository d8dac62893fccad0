import { createPrivateKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { oidcProvider } from "../../server/oidc-provider";
import { createClientCertificate, createPrivateCa } from "../../server/private-ca";
import { SharedServer } from "../../server/server-for";
import { command } from "../command";

const PASSPHRASE = "a p'a\\s\"s";
const folder = mkdtempSync(join(tmpdir(), "request-tls-"));
const ca = createPrivateCa(folder);
const signed = createClientCertificate(folder, "signed");
const other = createClientCertificate(folder, "other");
const encryptedFile = join(folder, "encrypted.key");
writeFileSync(
  encryptedFile,
  createPrivateKey(signed.key).export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: PASSPHRASE,
  }),
);

const shared = new SharedServer(oidcProvider, () => ({
  clients: [
    { id: "signed", method: "tls_client_auth", certificate: signed.cert },
    { id: "posts", method: "client_secret_post", secret: "s3cret" },
  ],
  tls: ca,
  demandsClientCertificate: true,
}));
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

const env = { KEY: signed.key, PASSPHRASE, S: "s3cret" };
const AUTHORITY = ["--ca-file", ca.caFile];
const TLS = ["--client-id", "signed", "--method", "tls", "--certificate", signed.certFile];
const certificateFile = `certificateFile: ${JSON.stringify(signed.certFile)}`;

it.for([
  ["a file", ["--certificate-key-file", signed.keyFile], `Secret.fromFile("${signed.keyFile}")`],
  ["the environment", ["--certificate-key-env", "KEY"], 'Secret.fromEnvironment("KEY")'],
  [
    "a command",
    ["--certificate-key-command", `cat '${signed.keyFile}'`],
    `Secret.fromCommand(["cat", "${signed.keyFile}"])`,
  ],
  [
    "an encrypted file",
    ["--certificate-key-file", encryptedFile, "--certificate-key-passphrase-env", "PASSPHRASE"],
    `Secret.fromFile("${encryptedFile}"), keyPassphrase: Secret.fromEnvironment("PASSPHRASE")`,
  ],
] as const)("--method tls is taken with the key from %s, and said in TypeScript", async ([, key, said], context) => {
  const server = await shared.for(context);
  const before = server.issued.length;
  const args = ["request", "--token-endpoint", server.tokenEndpoint, ...AUTHORITY, ...TLS, ...key];
  const { status, stdout, stderr } = await command(args, { env });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`ClientAuthentication.tlsClient("signed", { ${certificateFile}, key: ${said} }),\n`);
  expect(server.issued).toHaveLength(before + 1);
});

it("a certificate is shown besides a secret, where the server demands one", async (context) => {
  const { tokenEndpoint } = await shared.for(context);
  const client = ["--client-id", "posts", "--method", "post", "--client-secret-env", "S"];
  const certificate = ["--certificate", signed.certFile, "--certificate-key-file", signed.keyFile];
  const args = ["request", "--token-endpoint", tokenEndpoint, ...AUTHORITY, ...client];
  expect(await command(args, { env })).toMatchObject({ status: 21 });
  const { status, stdout } = await command([...args, ...certificate], { env });
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(
      `  clientCertificate: { ${certificateFile}, key: Secret.fromFile("${signed.keyFile}") },\n`,
    ),
  ]);
});

it.for([
  [
    31,
    "another client's certificate",
    [...AUTHORITY, ...TLS.slice(0, -1), other.certFile, "--certificate-key-file", other.keyFile],
    "refused",
  ],
  [
    21,
    "a key that belongs to another",
    [...AUTHORITY, ...TLS, "--certificate-key-file", other.keyFile],
    "belong together",
  ],
  [
    21,
    "an encrypted key without its passphrase",
    [...AUTHORITY, ...TLS, "--certificate-key-file", encryptedFile],
    "the passphrase",
  ],
  [21, "a server whose authority nobody knows", [...TLS, "--certificate-key-file", signed.keyFile], "caFile"],
  [11, "a key that nobody gives", [...AUTHORITY, ...TLS], "Give it by --certificate-key-env NAME"],
] as const)("%i for %s", async ([code, , further, said], context) => {
  const { tokenEndpoint } = await shared.for(context);
  const { status, stdout, stderr } = await command(["request", "--token-endpoint", tokenEndpoint, ...further], { env });
  expect([status, stdout]).toEqual([code, ""]);
  expect(stderr).toContain(said);
});
