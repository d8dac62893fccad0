import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const CLIENT_ASSERTION: ClientAuthenticationMethod = {
  factory: "clientAssertion",
  name: "client_assertion",
  secret: { slot: "client_assertion", what: "the client assertion" },
};
