import { CLIENT_ACCESS_TOKEN_REQUEST_PROPS, type ClientAccessTokenRequestProps } from "../access-token-request-props";
import type { Grant } from "./grant";

/** What a client credentials access token request is made of (RFC 6749 section 4.4.2). */
// An interface of its own, because jsii gives other languages a class for each.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ClientCredentialsRequest extends ClientAccessTokenRequestProps {}

/** @internal */
export const CLIENT_CREDENTIALS: Grant<ClientCredentialsRequest> = {
  factory: "clientCredentials",
  grantType: "client_credentials",
  properties: CLIENT_ACCESS_TOKEN_REQUEST_PROPS,
};
