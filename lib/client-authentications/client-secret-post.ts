import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const CLIENT_SECRET_POST: ClientAuthenticationMethod = {
  factory: "clientSecretPost",
  name: "client_secret_post",
  secret: { slot: "client_secret", what: "the client secret" },
};
