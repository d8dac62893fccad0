import { createPublicKey, X509Certificate } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type Provider from "oidc-provider";
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from "oidc-provider";
import { CERTIFICATE_VERIFIED, CLIENT_CERTIFICATE, startFront, type Front } from "./front";
import { behindFront, type ServerBehind } from "./running-server";
import { SCOPE, type ClientMethod, type ServerMake, type ServerOptions, type TestClient } from "./test-server";

const METHODS: readonly ClientMethod[] = [
  "client_secret_post",
  "client_secret_basic",
  "client_secret_jwt",
  "private_key_jwt",
  "tls_client_auth",
  "self_signed_tls_client_auth",
  "none",
];
export const REVOCATION = "/revoke";
const ALGORITHMS = ["RS256", "PS256", "ES256", "ES384"] as const;

/** oidc-provider, certified for OpenID Connect. A secret may have RFC 6749's VSCHAR only. */
export const oidcProvider: ServerMake = {
  name: "oidc-provider",
  supports: {
    grants: ["client_credentials", "refresh_token"],
    methods: METHODS,
    algorithms: ALGORITHMS,
    metadata: "openid-configuration",
    audience: ["token endpoint", "issuer"],
    revocation: true,
    resource: true,
  },
  async start(options) {
    const front = await startFront(options);
    return behindFront(front, () => startBehind(front, options));
  },
};

async function startBehind(front: Front, options: ServerOptions): Promise<ServerBehind> {
  const provider = await createProvider(front.origin, options);
  // TLS ends at the front, which tells what it saw.
  provider.proxy = true;
  const answer = provider.callback();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  front.passTo((server.address() as AddressInfo).port);
  return {
    title: "oidc-provider",
    issuer: front.origin,
    token: "/token",
    introspection: "/token/introspection",
    revocation: REVOCATION,
    metadata: `${front.origin}/.well-known/openid-configuration`,
    isLive: async (token) => {
      const found = (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token));
      return found?.isValid ?? false;
    },
    newRefreshToken: (client, user) => newRefreshToken(provider, client.id, user.name, options.scopes ?? [SCOPE]),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** What the provider itself is told; the rest is the front's. */
type ProviderOptions = Omit<ServerOptions, "tls" | "demandsClientCertificate" | "intercept" | "lifetimeSeconds"> & {
  /** Asked for each token, where it is a function. */
  readonly lifetimeSeconds?: number | (() => number);
};

/** The provider itself, for an address that it is told. */
export function createProvider(origin: string, options: ProviderOptions): Promise<Provider> {
  return withoutWarnings(async () => {
    const { default: OidcProvider } = await import("oidc-provider");
    return new OidcProvider(origin, configuration(options));
  });
}

function configuration(options: ProviderOptions): Configuration {
  const { scopes = [SCOPE], lifetimeSeconds = 3600 } = options;
  return {
    clients: options.clients.map(metadataOf),
    clientAuthMethods: [...METHODS],
    enabledJWA: { clientAuthSigningAlgValues: ["HS256", ...ALGORITHMS] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      mTLS: {
        enabled: true,
        tlsClientAuth: true,
        selfSignedTlsClientAuth: true,
        certificateAuthorized: (ctx) => ctx.get(CERTIFICATE_VERIFIED) === "SUCCESS",
        certificateSubjectMatches: (ctx, property, expected) =>
          property === "tls_client_auth_subject_dn" && certificateOf(ctx)?.subject === expected,
        getCertificate: (ctx) => certificateOf(ctx)?.toString(),
      },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: scopes.join(" "), accessTokenFormat: "opaque" }),
      },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // By itself it knows the grant only with the scope offline_access.
    issueRefreshToken: () => true,
    rotateRefreshToken: options.rotatesRefreshTokens ?? true,
    routes: { revocation: REVOCATION },
    scopes: [...scopes],
    ttl: { AccessToken: lifetimeSeconds, ClientCredentials: lifetimeSeconds, RefreshToken: 86_400, Grant: 86_400 },
  };
}

function metadataOf(client: TestClient): ClientMetadata {
  const { id, method, secret, key, certificate, grants = ["client_credentials"] } = client;
  return {
    client_id: id,
    grant_types: [...grants],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: method,
    ...(secret !== undefined && { client_secret: secret }),
    ...(key && { jwks: { keys: [key.jwk] } }),
    ...(method === "tls_client_auth" &&
      certificate !== undefined && { tls_client_auth_subject_dn: new X509Certificate(certificate).subject }),
    ...(method === "self_signed_tls_client_auth" &&
      certificate !== undefined && { jwks: { keys: [jwkOf(certificate)] } }),
  };
}

/** A key with its certificate, which is how a client of RFC 8705 section 2.2 is made known. */
function jwkOf(certificate: string) {
  const x5c = [new X509Certificate(certificate).raw.toString("base64")];
  return { ...createPublicKey(certificate).export({ format: "jwk" }), x5c };
}

function certificateOf(ctx: KoaContextWithOIDC): X509Certificate | undefined {
  const [, der] = /^:(.+):$/.exec(ctx.get(CLIENT_CERTIFICATE)) ?? [];
  return der === undefined ? undefined : new X509Certificate(Buffer.from(der, "base64"));
}

async function newRefreshToken(
  provider: Provider,
  clientId: string,
  accountId: string,
  scopes: readonly string[],
): Promise<string> {
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error(`The server has no client ${clientId}`);
  const scope = scopes.join(" ");
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(scope);
  const refreshToken = new provider.RefreshToken({
    accountId,
    client,
    grantId: await grant.save(),
    scope,
    gty: "authorization_code",
  });
  return refreshToken.save();
}

/**
 * The server warns of each setting that would not do in production, and of Node 20, when it is loaded: here they are
 * meant.
 */
async function withoutWarnings<T>(action: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (text: unknown, ...rest: unknown[]) => {
    if (!String(text).includes("oidc-provider WARNING")) warn(text, ...rest);
  };
  try {
    return await action();
  } finally {
    console.warn = warn;
  }
}
