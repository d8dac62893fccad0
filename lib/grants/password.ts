import { CLIENT_ACCESS_TOKEN_REQUEST_PROPS, type ClientAccessTokenRequestProps } from "../access-token-request-props";
import type { Secret } from "../secret";
import type { Grant } from "./grant";

/** What a resource owner password credentials access token request is made of (RFC 6749 section 4.3.2). */
export interface PasswordRequest extends ClientAccessTokenRequestProps {
  /** The user's name. It is not secret: it is in the synthesized text. */
  readonly username: string;
  /** The user's password. */
  readonly password: Secret;
}

/** @internal */
export const PASSWORD: Grant<PasswordRequest> = {
  factory: "password",
  grantType: "password",
  properties: {
    ...CLIENT_ACCESS_TOKEN_REQUEST_PROPS,
    username: { type: "text", required: true, allowed: "the user's name, as text" },
    password: { type: "secret", required: true, allowed: "a Secret" },
  },
  parameters: ({ username }) => [["username", username]],
  secrets: ({ password }) => ({ password }),
};
