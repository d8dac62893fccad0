import { constants, createHmac, generateKeyPairSync, randomUUID, sign, type JsonWebKey } from "node:crypto";

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

export type Claims = Readonly<Record<string, unknown>>;

/** A JWT (RFC 7519) that is signed without the program: by a key, or with HS256 by a secret. */
export function signedJwt(signer: TestKey | string, claims: Claims): string {
  const header = typeof signer === "string" ? { alg: "HS256" } : { alg: signer.algorithm, kid: signer.id };
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return [...parts, signature(signer, parts.join("."))].join(".");
}

/** What RFC 7523 wants of a JWT for an authorization server. */
export function assertionClaims(issuer: string, subject: string, audience: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, sub: subject, aud: audience, iat: now, exp: now + 60, jti: randomUUID() };
}

function signature(signer: TestKey | string, text: string): string {
  if (typeof signer === "string") return createHmac("sha256", signer).update(text).digest("base64url");
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const options = {
    key: signer.privateKey,
    dsaEncoding: "ieee-p1363",
    ...(signer.algorithm === "PS256" && pss),
  } as const;
  return sign(`sha${signer.algorithm.slice(2)}`, Buffer.from(text), options).toString("base64url");
}
