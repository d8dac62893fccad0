import { generateKeyPairSync, randomUUID, type JsonWebKey } from "node:crypto";

/** A key pair that signs JWTs. */
export interface TestKey {
  readonly id: string;
  readonly algorithm: Algorithm;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** The public half for a server, with `kid`, `alg` and `use`. */
  readonly jwk: JsonWebKey & Readonly<Record<string, unknown>>;
}

export type Algorithm = "RS256" | "PS256" | "ES256" | "ES384";

export function newTestKey(algorithm: Algorithm): TestKey {
  const { privateKey, publicKey } = algorithm.startsWith("ES")
    ? generateKeyPairSync("ec", { namedCurve: algorithm === "ES256" ? "P-256" : "P-384" })
    : generateKeyPairSync("rsa", { modulusLength: 2048 });
  const id = randomUUID();
  return {
    id,
    algorithm,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    jwk: { ...publicKey.export({ format: "jwk" }), kid: id, alg: algorithm, use: "sig" },
  };
}
