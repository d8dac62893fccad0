import {
  ACCESS_TOKEN_REQUEST_PROPS,
  OPTIONAL_CLIENT_AUTHENTICATION,
  type AccessTokenRequestProps,
} from "../access-token-request-props";
import type { ClientAuthentication } from "../client-authentication";
import type { Secret } from "../secret";
import type { Grant } from "./grant";

/** What an access token request by a JWT is made of (RFC 7523 section 2.1). */
export interface JwtBearerRequest extends AccessTokenRequestProps {
  /**
   * As whom.
   *
   * @default - no client authentication: the JWT says who asks
   */
  readonly clientAuthentication?: ClientAuthentication;
  /** The JWT. It is read anew in each run. */
  readonly assertion: Secret;
}

/** @internal */
export const JWT_BEARER: Grant<JwtBearerRequest> = {
  factory: "jwtBearer",
  grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
  properties: {
    ...ACCESS_TOKEN_REQUEST_PROPS,
    clientAuthentication: OPTIONAL_CLIENT_AUTHENTICATION,
    assertion: { type: "secret", required: true, allowed: "a Secret" },
  },
  secrets: ({ assertion }) => ({ assertion }),
};
