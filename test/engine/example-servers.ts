import { createPrivateKey, randomBytes } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { TokenEndpoint } from "cdktf-oauth2-token";
import { encodingsOf, keyEncodings, secretEncodings, type Encodings } from "../audit/encodings";
import { authlib } from "../server/authlib";
import { oidcProvider } from "../server/oidc-provider";
import { asFields, post } from "../server/post";
import { createClientCertificate, createPrivateCa } from "../server/private-ca";
import { newTestKey } from "../server/test-key";
import { JWT_BEARER, SCOPE, TOKEN_EXCHANGE } from "../server/test-server";
import type { RunningServer, ServerMake, ServerOptions, TestClient } from "../server/test-server";
import type { SecretValues } from "./example-secrets";

/** A server that takes an example's request, and what that is made of. */
export interface ExampleServer {
  readonly make: ServerMake;
  readonly options: ServerOptions;
  readonly values: SecretValues;
  /** Values that the server refuses, in place of those of the same name. */
  readonly wrong: SecretValues;
  /** What the program says of the wrong ones. */
  readonly refused: string;
  /** How each secret would look, where it is no text like any other. */
  readonly encodings?: Readonly<Record<string, (value: string) => Encodings>>;
  readonly endpoint?: (server: RunningServer) => TokenEndpoint;
  /** Secrets that come from the server itself. */
  readonly issuedFor?: (server: RunningServer) => Promise<SecretValues>;
}

const random = () => randomBytes(12).toString("hex");
/** As nasty as its place allows. */
const nasty = () => `p$4"\\+&% =\${x}%{y}'${random()}@<>`;

/** Servers by the names of examples, each made anew with all secrets, below a folder for files. */
const SERVERS: Readonly<Record<string, (folder: string) => ExampleServer>> = {
  "password-grant": () => {
    const values = { "client secret": nasty(), password: nasty(), "gateway key": nasty() };
    return {
      make: authlib,
      options: {
        clients: [clientWith(values["client secret"], ["password"])],
        users: [{ name: "jane", password: values.password }],
      },
      values,
      wrong: { password: nasty() },
      refused: "error: invalid_request",
    };
  },
  "private-key-jwt": () => {
    const [key, other] = [newTestKey("ES256"), newTestKey("ES256")];
    const passphrase = nasty();
    return {
      make: oidcProvider,
      options: { clients: [{ id: "abc123", method: "private_key_jwt", key }] },
      values: { "private key": encrypted(key.privateKey, passphrase), passphrase },
      wrong: { "private key": encrypted(other.privateKey, passphrase) },
      refused: "error: invalid_client",
      encodings: { "private key": (pem) => keyEncodings(pem, passphrase) },
      endpoint: ({ issuer }) => TokenEndpoint.fromIssuer(issuer),
    };
  },
  "tls-client": (folder) => {
    const tls = createPrivateCa(folder);
    const certificate = createClientCertificate(folder, "client");
    const other = createClientCertificate(folder, "other");
    const passphrase = `p$4"\\+&% ='${random()}`;
    return {
      make: oidcProvider,
      options: {
        clients: [{ id: "abc123", method: "tls_client_auth", certificate: certificate.cert }],
        tls,
      },
      values: { "private key": encrypted(certificate.key, passphrase), passphrase },
      get wrong() {
        // A key belongs to its certificate, which is no secret.
        copyFileSync(other.certFile, join(folder, "client.pem"));
        return { "private key": encrypted(other.key, passphrase) };
      },
      refused: "error: invalid_client",
      encodings: { "private key": (pem) => keyEncodings(pem, passphrase) },
    };
  },
  "jwt-bearer": () => {
    const [key, other] = [newTestKey("RS256"), newTestKey("RS256")];
    const values = { "client secret": nasty(), "private key": key.privateKey.trim() };
    return {
      make: authlib,
      options: {
        clients: [clientWith(values["client secret"], [JWT_BEARER])],
        users: [{ name: "jane", password: random() }],
        trustedIssuers: [{ issuer: "https://issuer.example.com", key, subjects: ["jane"] }],
      },
      values,
      wrong: { "private key": other.privateKey.trim() },
      refused: "error: invalid_grant",
      encodings: { "private key": keyEncodings },
    };
  },
  "token-exchange": () => {
    const secret = nasty();
    const other: TestClient = { id: "machine", method: "client_secret_post", secret: random() };
    return {
      make: authlib,
      options: { clients: [clientWith(secret, [TOKEN_EXCHANGE]), other] },
      values: { "client secret": secret },
      wrong: { "subject token": random() },
      refused: "error: invalid_request",
      issuedFor: async ({ tokenEndpoint }) => {
        const form = { grant_type: "client_credentials", scope: SCOPE, ...asFields(other) };
        return { "subject token": ((await post(tokenEndpoint, form)).json as { access_token: string }).access_token };
      },
    };
  },
};

/** The server of an example: if it has none of its own, one that takes its client's secret. */
export function exampleServer(name: string, folder: string): ExampleServer {
  const own = SERVERS[name];
  if (own) return own(folder);
  const secret = nasty();
  return {
    make: oidcProvider,
    options: { clients: [clientWith(secret, ["client_credentials"])] },
    values: { "client secret": secret },
    wrong: { "client secret": `wrong$"\\${random()}` },
    refused: "error: invalid_client",
  };
}

/** What an audit has to look for, by the name of each secret. */
export function encodingsOfSecrets(values: SecretValues, { encodings = {} }: ExampleServer): Encodings {
  return Object.assign(
    {},
    ...Object.entries(values).map(([what, value]) => encodingsOf(what, (encodings[what] ?? secretEncodings)(value))),
  ) as Encodings;
}

function clientWith(secret: string, grants: TestClient["grants"]): TestClient {
  return { id: "abc123", method: "client_secret_post", secret, ...(grants && { grants }) };
}

function encrypted(pem: string, passphrase: string): string {
  const options = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase } as const;
  return createPrivateKey(pem).export(options).toString().trim();
}
