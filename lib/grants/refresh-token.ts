import { CLIENT_ACCESS_TOKEN_REQUEST_PROPS, type ClientAccessTokenRequestProps } from "../access-token-request-props";
import type { Secret } from "../secret";
import type { Grant } from "./grant";

/** What an access token request by a refresh token is made of (RFC 6749 section 6). */
export interface RefreshTokenRequest extends ClientAccessTokenRequestProps {
  /** The refresh token. A server that rotates it takes it once: the next run then has none that is valid. */
  readonly refreshToken: Secret;
}

/** @internal */
export const REFRESH_TOKEN: Grant<RefreshTokenRequest> = {
  factory: "refreshToken",
  grantType: "refresh_token",
  properties: {
    ...CLIENT_ACCESS_TOKEN_REQUEST_PROPS,
    refreshToken: { type: "secret", required: true, allowed: "a Secret" },
  },
  secrets: ({ refreshToken }) => ({ refresh_token: refreshToken }),
};
