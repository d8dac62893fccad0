import { createPublicKey, X509Certificate } from "node:crypto";
import {
  JWT_BEARER,
  SCOPE,
  TOKEN_EXCHANGE,
  type ClientMethod,
  type ServerOptions,
  type TestClient,
  type TrustedIssuer,
} from "../test-server";

/** Representations of Keycloak's admin REST API. */
type Representation = Readonly<Record<string, unknown>>;

export interface RealmParts {
  readonly realm: Representation;
  readonly clientScopes: readonly Representation[];
  readonly identityProviders: readonly Representation[];
  readonly users: readonly Representation[];
  readonly clients: readonly Representation[];
}

/** Asks Keycloak about tokens, as an API does. */
export const API: TestClient = {
  id: "an-api",
  method: "client_secret_post",
  secret: "secret-of-the-api",
  grants: [],
};

/** Keycloak answers an API only about tokens that name it as audience. */
const AUDIENCE_OF_API: Representation = {
  name: "audience",
  protocol: "openid-connect",
  protocolMapper: "oidc-audience-mapper",
  config: { "included.client.audience": API.id, "access.token.claim": "true", "introspection.token.claim": "true" },
};

const AUTHENTICATORS: Partial<Record<ClientMethod, string>> = {
  client_secret_post: "client-secret",
  client_secret_basic: "client-secret",
  client_secret_jwt: "client-secret-jwt",
  private_key_jwt: "client-jwt",
  tls_client_auth: "client-x509",
};

/** A realm that is what a test says, in the order in which its parts refer to each other. */
export function realmOf(name: string, options: ServerOptions): RealmParts {
  const { clients, users = [], trustedIssuers = [], scopes = [SCOPE] } = options;
  return {
    realm: {
      realm: name,
      enabled: true,
      sslRequired: "none",
      accessTokenLifespan: options.lifetimeSeconds ?? 3600,
      revokeRefreshToken: options.rotatesRefreshTokens ?? true,
      refreshTokenMaxReuse: 0,
    },
    clientScopes: scopes.map((scope) => ({
      name: scope,
      protocol: "openid-connect",
      attributes: { "include.in.token.scope": "true" },
    })),
    identityProviders: trustedIssuers.map(identityProvider),
    users: users.map((user) => ({
      username: user.name,
      enabled: true,
      email: `${user.name}@example.test`,
      emailVerified: true,
      firstName: user.name,
      lastName: "Test",
      credentials: [{ type: "password", value: user.password, temporary: false }],
      federatedIdentities: trustedIssuers
        .map((trusted, at) => ({ trusted, identityProvider: alias(trusted, at) }))
        .filter(({ trusted }) => trusted.subjects.includes(user.name))
        .map(({ identityProvider }) => ({ identityProvider, userId: user.name, userName: user.name })),
    })),
    clients: [...clients, API].map((client) => clientOf(client, scopes, trustedIssuers.map(alias))),
  };
}

function clientOf(client: TestClient, scopes: readonly string[], providers: readonly string[]): Representation {
  const { id, method, secret, grants = ["client_credentials"] } = client;
  return {
    clientId: id,
    enabled: !client.disabled,
    protocol: "openid-connect",
    publicClient: method === "none",
    clientAuthenticatorType: AUTHENTICATORS[method],
    secret,
    standardFlowEnabled: false,
    serviceAccountsEnabled: method !== "none" && grants.includes("client_credentials"),
    directAccessGrantsEnabled: grants.includes("password"),
    optionalClientScopes: scopes,
    protocolMappers: [AUDIENCE_OF_API],
    attributes: {
      ...authenticationAttributes(client),
      "standard.token.exchange.enabled": String(grants.includes(TOKEN_EXCHANGE)),
      "oauth2.jwt.authorization.grant.enabled": String(grants.includes(JWT_BEARER)),
      "oauth2.jwt.authorization.grant.idp": providers.join("##"),
    },
  };
}

function authenticationAttributes({ method, key, certificate }: TestClient): Record<string, string> {
  if (method === "client_secret_jwt") return { "token.endpoint.auth.signing.alg": "HS256" };
  if (method === "private_key_jwt" && key)
    return {
      "use.jwks.string": "true",
      "jwks.string": JSON.stringify({ keys: [key.jwk] }),
      "token.endpoint.auth.signing.alg": key.algorithm,
    };
  if (method === "tls_client_auth" && certificate !== undefined)
    return { "x509.subjectdn": new X509Certificate(certificate).subject };
  return {};
}

function identityProvider(trusted: TrustedIssuer, at: number): Representation {
  const key = createPublicKey({ key: trusted.key.jwk, format: "jwk" });
  return {
    alias: alias(trusted, at),
    providerId: "jwt-authorization-grant",
    enabled: true,
    config: {
      issuer: trusted.issuer,
      useJwksUrl: "false",
      publicKeySignatureVerifier: key.export({ type: "spki", format: "pem" }).toString(),
      publicKeySignatureVerifierKeyId: trusted.key.id,
      jwtAuthorizationGrantEnabled: "true",
      jwtAuthorizationGrantAssertionSignatureAlg: trusted.key.algorithm,
    },
  };
}

function alias(_: TrustedIssuer, at: number): string {
  return `issuer-${at}`;
}
