import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const CLIENT_SECRET_JWT: ClientAuthenticationMethod = {
  factory: "clientSecretJwt",
  name: "client_secret_jwt",
  secret: { slot: "client_secret", what: "the client secret" },
};
