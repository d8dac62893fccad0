import { registry } from "./registry.js";

/** A resource that signs a JWT, which may be the assertion of a token request (RFC 7523), and keeps the key beside it. */
export interface SigningResource {
  readonly type: string;
  readonly key: string;
  readonly source: string;
}

export const SIGNING_RESOURCES: readonly SigningResource[] = [
  { type: "jwt_hashed_token", key: "secret", source: registry("camptocamp/jwt", "resources/hashed_token") },
  { type: "jwt_signed_token", key: "key", source: registry("camptocamp/jwt", "resources/signed_token") },
];

/** What the attribute with the key is called. */
export const signingKey = (type: string): string | undefined => SIGNING_RESOURCES.find((row) => row.type === type)?.key;
