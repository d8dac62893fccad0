/**
 * A way to authenticate the client at the token endpoint.
 *
 * @internal
 */
export interface ClientAuthenticationMethod {
  /** The factory of `ClientAuthentication` that makes it. */
  readonly factory: string;
  /** The program's `client_authentication`. */
  readonly name: string;
  /** The slot of the secret, and how an error names it. */
  readonly secret?: { readonly slot: string; readonly what: string };
  /** Why the method cannot take a client id. */
  readonly clientIdFault?: (clientId: string) => string | undefined;
}
