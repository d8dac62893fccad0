import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const TLS_CLIENT: ClientAuthenticationMethod = { factory: "tlsClient", name: "tls_client" };
