import {
  ACCESS_TOKEN_REQUEST_PROPS,
  OPTIONAL_CLIENT_AUTHENTICATION,
  type AccessTokenRequestProps,
} from "../access-token-request-props";
import type { ClientAuthentication } from "../client-authentication";
import type { Secret } from "../secret";
import type { SignedJwt } from "../signed-jwt";
import type { Grant } from "./grant";

/** What an access token request by a JWT is made of (RFC 7523 section 2.1). */
export interface JwtBearerRequest extends AccessTokenRequestProps {
  /**
   * As whom.
   *
   * @default - no client authentication: the JWT says who asks
   */
  readonly clientAuthentication?: ClientAuthentication;
  /**
   * The JWT, signed by something else. It is read anew in each run.
   *
   * @default - none: signedAssertion is given
   */
  readonly assertion?: Secret;
  /**
   * The JWT, signed by the program in each run.
   *
   * @default - none: assertion is given
   */
  readonly signedAssertion?: SignedJwt;
}

/** @internal */
export const JWT_BEARER: Grant<JwtBearerRequest> = {
  factory: "jwtBearer",
  grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
  properties: {
    ...ACCESS_TOKEN_REQUEST_PROPS,
    clientAuthentication: OPTIONAL_CLIENT_AUTHENTICATION,
    assertion: { type: "secret", allowed: "a Secret" },
    signedAssertion: { type: { member: "_hasIssuer" }, allowed: "SignedJwt.withPrivateKey(...)" },
  },
  faults: ({ signedAssertion }, gives) => [
    ...(gives("assertion") === gives("signedAssertion")
      ? [
          `${gives("assertion") ? "both" : "neither"} of assertion and signedAssertion ${gives("assertion") ? "are" : "is"} given. Give one of them.`,
        ]
      : []),
    ...(signedAssertion && !signedAssertion._hasIssuer
      ? [
          "signedAssertion has no issuer, which a JWT as authorization grant needs (RFC 7523 section 3). Give SignedJwt.withPrivateKey an issuer.",
        ]
      : []),
  ],
  secrets: ({ assertion }) => ({ assertion }),
  signed: ({ signedAssertion }) => ({ assertion: signedAssertion }),
};
