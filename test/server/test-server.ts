import type { PrivateCa } from "./private-ca";
import type { SeenRequest, Interception } from "./front";
import type { Algorithm, TestKey } from "./test-key";

/**
 * OAuth servers of several makes, each a real one, behind one interface:
 *
 * - `oidcProvider` (oidc-provider.ts): in this process, at once.
 * - `authlib` (authlib.ts): Authlib with Flask, up in a second; it wants Python 3 with venv.
 * - `hydra` (hydra.ts): Ory Hydra, built with Go and a C compiler on its first use on a machine; then up in a second.
 * - `keycloak` (keycloak.ts): a realm of the Keycloak that `npm run test:keycloak` starts, which takes Java and Maven.
 *
 * A test asks for one by `serverFor(context, make, options)` of server-for.ts, which announces a make that the machine
 * cannot have, and closes the server when the test has ended. `make.supports` tells what it takes.
 *
 * All of them are reached through a front (front.ts) that records each request as it was sent, ends TLS, asks for a client
 * certificate, and answers in place of the server where a test says so.
 */
export interface ServerMake {
  /** Such as "Authlib". */
  readonly name: string;
  readonly supports: Support;
  /** Starts a server; says why where this machine has not what it needs. */
  start(options: ServerOptions): Promise<RunningServer | Unavailable>;
}

export interface Unavailable {
  readonly unavailable: string;
}

/** What a make takes; the rest is refused by it. */
export interface Support {
  readonly grants: readonly GrantType[];
  readonly methods: readonly ClientMethod[];
  /** Algorithms of the JWTs of private_key_jwt and, where it has that grant, of jwt-bearer. */
  readonly algorithms: readonly Algorithm[];
  /** Where its metadata is: below the issuer (OpenID Connect Discovery) or at the host's root (RFC 8414 section 3.1). */
  readonly metadata: "openid-configuration" | "oauth-authorization-server";
  /** What the `aud` of a JWT for it may be. */
  readonly audience: readonly ("token endpoint" | "issuer")[];
  /** RFC 7009. */
  readonly revocation: boolean;
  /** RFC 8707. */
  readonly resource: boolean;
}

/** Values of `grant_type`. */
export type GrantType = "client_credentials" | "password" | "refresh_token" | typeof JWT_BEARER | typeof TOKEN_EXCHANGE;

export const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
export const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

/** Values of `token_endpoint_auth_method` (RFC 7591 section 2, RFC 8705 section 2). */
export type ClientMethod =
  | "client_secret_post"
  | "client_secret_basic"
  | "client_secret_jwt"
  | "private_key_jwt"
  | "tls_client_auth"
  | "self_signed_tls_client_auth"
  | "none";

/** A client that a server knows. */
export interface TestClient {
  readonly id: string;
  readonly method: ClientMethod;
  /** With the methods that have one. */
  readonly secret?: string;
  /** With private_key_jwt. */
  readonly key?: TestKey;
  /** The certificate, in PEM, of self_signed_tls_client_auth; with tls_client_auth that of which the subject counts. */
  readonly certificate?: string;
  /** @default client_credentials */
  readonly grants?: readonly GrantType[];
  /** Keycloak only: an administrator has switched the client off. @default false */
  readonly disabled?: boolean;
}

export interface TestUser {
  readonly name: string;
  readonly password: string;
}

/** Whose JWTs are taken as authorization grants (RFC 7523 section 2.1). */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly key: TestKey;
  /** The users that it may speak for. */
  readonly subjects: readonly string[];
}

export interface ServerOptions {
  readonly clients: readonly TestClient[];
  /** @default none */
  readonly users?: readonly TestUser[];
  /** @default none */
  readonly trustedIssuers?: readonly TrustedIssuer[];
  /** @default SCOPE alone */
  readonly scopes?: readonly string[];
  /** Of an access token. @default 3600 */
  readonly lifetimeSeconds?: number;
  /** Whether a refresh token is taken once and replaced in the answer. @default true */
  readonly rotatesRefreshTokens?: boolean;
  /** Authlib only: what its clock is ahead of this machine's, or behind it. @default 0 */
  readonly clockAheadSeconds?: number;
  /** Serves https with this certificate. Client certificates are asked for, and checked with its authority. */
  readonly tls?: PrivateCa;
  /** Refuses the handshake of a client without a certificate of that authority. @default false */
  readonly demandsClientCertificate?: boolean;
  /** Is called with each request before the server sees it, and may answer in its place. */
  readonly intercept?: Interception;
}

/** An answer of the token endpoint (RFC 6749 section 5.1). */
export type Granted = Readonly<Record<string, unknown>> & { readonly access_token: string };

export interface RunningServer {
  /** Such as "Authlib 1.9.10". */
  readonly title: string;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly introspectionEndpoint?: string;
  readonly revocationEndpoint?: string;
  /** The address of its metadata (RFC 8414, OpenID Connect Discovery). */
  readonly metadata: string;
  /** What makes curl trust it: the environment that the program gets besides its secrets. */
  readonly trust: Readonly<Record<string, string>>;
  /** Each request so far, of any kind, in the order of arrival. */
  readonly requests: readonly SeenRequest[];
  /** Those of the token endpoint. */
  readonly tokenRequests: readonly SeenRequest[];
  /** What the token endpoint has answered by status 200 so far. */
  readonly granted: readonly Granted[];
  /** The access tokens of these answers. */
  readonly issued: readonly string[];
  /** Whether an API that asks this server would take the access token now. */
  isLive(accessToken: string): Promise<boolean>;
  /** A refresh token as the user's login with this client would have given, where the make has the grant. */
  newRefreshToken(client: TestClient, user: TestUser): Promise<string>;
  close(): Promise<void>;
}

export const SCOPE = "urn:nice:cxone:platform:api";
