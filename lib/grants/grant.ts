import type { AccessTokenRequestProps } from "../access-token-request-props";
import type { ClientAuthentication } from "../client-authentication";
import type { Properties } from "../properties";
import type { Secret } from "../secret";
import type { SignedJwt } from "../signed-jwt";

/** What a request of any grant is made of. */
export type GrantRequest = AccessTokenRequestProps & { readonly clientAuthentication?: ClientAuthentication };

/**
 * A grant: what its request takes, and what of it goes into the body.
 *
 * @internal
 */
export interface Grant<Request extends GrantRequest> {
  /** The factory of `AccessTokenRequest` that makes it. */
  readonly factory: string;
  /** The value of `grant_type`; none for a server that takes none. */
  readonly grantType: string | undefined;
  readonly properties: Properties<Request>;
  /** Parameters of the body that are not secret, besides grant type, scope and client. */
  readonly parameters?: (request: Partial<Request>) => readonly (readonly [name: string, value: string | undefined])[];
  /** What is wrong with properties that depend on each other, as far as they can be read. */
  readonly faults?: (request: Partial<Request>, gives: (name: keyof Request) => boolean) => readonly string[];
  /** Parameters of the body that are secrets, each in a slot of its name. */
  readonly secrets?: (request: Partial<Request>) => Readonly<Record<string, Secret | undefined>>;
  /** Parameters of the body that are JWTs, which the program signs, each in a slot of its name. */
  readonly signed?: (request: Request) => Readonly<Record<string, SignedJwt | undefined>>;
}
