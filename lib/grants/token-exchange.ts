import {
  ACCESS_TOKEN_REQUEST_PROPS,
  OPTIONAL_CLIENT_AUTHENTICATION,
  type AccessTokenRequestProps,
} from "../access-token-request-props";
import type { ClientAuthentication } from "../client-authentication";
import type { Secret } from "../secret";
import type { Grant } from "./grant";

/** What a token exchange request is made of (RFC 8693 section 2.1). */
export interface TokenExchangeRequest extends AccessTokenRequestProps {
  /**
   * As whom.
   *
   * @default - no client authentication: the subject token says who asks
   */
  readonly clientAuthentication?: ClientAuthentication;
  /** The token of the party on behalf of whom the request is made. It is read anew in each run. */
  readonly subjectToken: Secret;
  /** The type of the subject token (RFC 8693 section 3), such as `urn:ietf:params:oauth:token-type:jwt`. */
  readonly subjectTokenType: string;
  /**
   * The token of the acting party.
   *
   * @default - none
   */
  readonly actorToken?: Secret;
  /**
   * The type of the actor token. It is needed where there is one.
   *
   * @default - none
   */
  readonly actorTokenType?: string;
  /**
   * The type of the token that is wanted.
   *
   * @default - the server's
   */
  readonly requestedTokenType?: string;
  /**
   * The names of the services where the token is to be used.
   *
   * @default - none
   */
  readonly audiences?: string[];
}

const TOKEN_TYPE = 'a type as text, such as "urn:ietf:params:oauth:token-type:access_token"';

/** @internal */
export const TOKEN_EXCHANGE: Grant<TokenExchangeRequest> = {
  factory: "tokenExchange",
  grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
  properties: {
    ...ACCESS_TOKEN_REQUEST_PROPS,
    clientAuthentication: OPTIONAL_CLIENT_AUTHENTICATION,
    subjectToken: { type: "secret", required: true, allowed: "a Secret" },
    subjectTokenType: { type: "text", required: true, allowed: TOKEN_TYPE },
    actorToken: { type: "secret", allowed: "a Secret" },
    actorTokenType: { type: "text", allowed: TOKEN_TYPE },
    requestedTokenType: { type: "text", allowed: TOKEN_TYPE },
    audiences: { type: "texts", allowed: '["orders"]' },
  },
  faults: (_, gives) =>
    gives("actorToken") === gives("actorTokenType")
      ? []
      : ["only one of actorToken and actorTokenType is given. Give both, or neither (RFC 8693 section 2.1)."],
  parameters: (request) => [
    ...(request.audiences ?? []).map((audience) => ["audience", audience] as const),
    ["requested_token_type", request.requestedTokenType],
    ["subject_token_type", request.subjectTokenType],
    ["actor_token_type", request.actorTokenType],
  ],
  secrets: ({ subjectToken, actorToken }) => ({ subject_token: subjectToken, actor_token: actorToken }),
};
