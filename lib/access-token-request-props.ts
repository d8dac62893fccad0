import type { ClientAuthentication } from "./client-authentication";
import type { ClientCertificate } from "./client-certificate";
import type { Properties } from "./properties";
import type { Secret } from "./secret";
import type { TokenEndpoint } from "./token-endpoint";

/** What access token requests of all grants are made of. */
export interface AccessTokenRequestProps {
  /** Where the request goes. */
  readonly tokenEndpoint: TokenEndpoint;
  /**
   * The scopes (RFC 6749 section 3.3). Items may be references, and lists that only Terraform knows may stand among them, as
   * in `["read", ...variable.listValue]`.
   *
   * @default - no scope parameter: the server's default
   */
  readonly scopes?: string[];
  /**
   * Further parameters of the request body, such as `audience` or `resource`. Not for secrets: they are in the
   * synthesized text.
   *
   * @default - none
   */
  readonly parameters?: Record<string, string>;
  /**
   * Further parameters of the request body that are sent once for each of their values, in their order, where an extension of
   * the server has them so, such as `audience`. RFC 6749 section 3.2 has every parameter once: `resources` is
   * for the `resource` of RFC 8707, and `audiences` of `tokenExchange` for the `audience` of RFC 8693. Not for secrets.
   *
   * @default - none
   */
  readonly repeatedParameters?: Record<string, string[]>;
  /**
   * The URIs of the services where the token is to be used, each a `resource` of its own (RFC 8707).
   *
   * @default - none
   */
  readonly resources?: string[];
  /**
   * Further header fields of the request, such as a tenant's id. Not for secrets: they are in the synthesized text.
   *
   * @default - none
   */
  readonly headers?: Record<string, string>;
  /**
   * Further parameters of the request body whose values are secrets.
   *
   * @default - none
   */
  readonly secretParameters?: Record<string, Secret>;
  /**
   * What to show in the TLS handshake besides the client's own authentication, where a gateway wants it or where tokens are
   * bound to it (RFC 8705 section 3).
   *
   * @default - no client certificate, but for `ClientAuthentication.tlsClient`
   */
  readonly clientCertificate?: ClientCertificate;
}

/** What access token requests of a grant that needs a client are made of. */
export interface ClientAccessTokenRequestProps extends AccessTokenRequestProps {
  /** As whom. */
  readonly clientAuthentication: ClientAuthentication;
}

const CLIENT_AUTHENTICATION =
  "ClientAuthentication.clientSecretPost(...), clientSecretBasic(...) or another of its methods";

/** @internal */
export const ACCESS_TOKEN_REQUEST_PROPS: Properties<AccessTokenRequestProps> = {
  tokenEndpoint: {
    type: { member: "url" },
    required: true,
    allowed: "TokenEndpoint.fromUrl(...), fromIssuer(...), genesysCloud(...) or another of its methods",
  },
  scopes: { type: "texts", allowed: '["read", "write"]' },
  parameters: { type: "texts by name", allowed: "an object of texts" },
  repeatedParameters: { type: "lists of texts by name", allowed: 'an object such as { audience: ["a", "b"] }' },
  clientCertificate: { type: { member: "certificateFile" }, allowed: "{ certificateFile, key }" },
  resources: { type: "texts", allowed: '["https://api.example.com/"]' },
  headers: { type: "texts by name", allowed: "an object of texts" },
  secretParameters: { type: "secrets by name", allowed: "an object of Secrets" },
};

/** @internal */
export const CLIENT_ACCESS_TOKEN_REQUEST_PROPS: Properties<ClientAccessTokenRequestProps> = {
  ...ACCESS_TOKEN_REQUEST_PROPS,
  clientAuthentication: { type: { member: "_secrets" }, required: true, allowed: CLIENT_AUTHENTICATION },
};

/**
 * For a grant that may do without a client.
 *
 * @internal
 */
export const OPTIONAL_CLIENT_AUTHENTICATION = {
  type: { member: "_secrets" },
  allowed: CLIENT_AUTHENTICATION,
} as const;
