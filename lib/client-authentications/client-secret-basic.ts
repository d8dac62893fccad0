import type { Properties } from "../properties";
import type { ClientAuthenticationMethod } from "./method";

/** Options of `ClientAuthentication.clientSecretBasic`. */
export interface ClientSecretBasicOptions {
  /**
   * Leaves client id and secret as they are, for servers that do not decode them as RFC 6749 section 2.3.1 asks.
   *
   * @default false
   */
  readonly raw?: boolean;
}

/** @internal */
export const CLIENT_SECRET_BASIC_OPTIONS: Properties<ClientSecretBasicOptions> = {
  raw: { type: "boolean", allowed: "true or false" },
};

const factory = "clientSecretBasic";
const secret = { slot: "client_secret", what: "the client secret" };

/** @internal */
export const CLIENT_SECRET_BASIC: ClientAuthenticationMethod = { factory, name: "client_secret_basic", secret };

/** @internal */
export const CLIENT_SECRET_BASIC_RAW: ClientAuthenticationMethod = {
  factory,
  name: "client_secret_basic_raw",
  secret,
  clientIdFault: (clientId) =>
    clientId.includes(":")
      ? `the client id "${clientId}" has a ":", which ends the id in raw Basic credentials. Leave raw out, or use clientSecretPost.`
      : undefined,
};
