import {
  ACCESS_TOKEN_REQUEST_PROPS,
  OPTIONAL_CLIENT_AUTHENTICATION,
  type AccessTokenRequestProps,
} from "../access-token-request-props";
import type { ClientAuthentication } from "../client-authentication";
import type { Grant } from "./grant";

/**
 * What an access token request of an extension grant is made of (RFC 6749 section 4.5). What the grant needs besides goes into
 * `parameters` and `secretParameters`.
 */
export interface ExtensionRequest extends AccessTokenRequestProps {
  /**
   * As whom.
   *
   * @default - no client authentication
   */
  readonly clientAuthentication?: ClientAuthentication;
}

/** @internal */
export const EXTENSION: Omit<Grant<ExtensionRequest>, "grantType"> = {
  factory: "extension",
  properties: {
    ...ACCESS_TOKEN_REQUEST_PROPS,
    clientAuthentication: OPTIONAL_CLIENT_AUTHENTICATION,
  },
};
