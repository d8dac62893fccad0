import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const PRIVATE_KEY_JWT: ClientAuthenticationMethod = { factory: "privateKeyJwt", name: "private_key_jwt" };
