import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce } from "../engine/engine-for";
import { goBuild, partsOf, toolchainFor, type GoModule } from "../engine/go-build";
import { cached } from "../engine/tool-cache";
import { freePorts } from "./free-port";
import { startFront, type Front } from "./front";
import { send } from "./post";
import { behindFront, isActive, type ServerBehind } from "./running-server";
import { startServerProcess } from "./server-process";
import {
  JWT_BEARER,
  SCOPE,
  type ServerMake,
  type ServerOptions,
  type TestClient,
  type Unavailable,
} from "./test-server";

/** SQLite, in which it keeps everything in memory, is in C. */
const MODULE: GoModule = { folder: "hydra", cgo: true, tags: "sqlite,sqlite_omit_load_extension" };
const VERSION = "2.3.0";

/** Ory Hydra. Of a client's JWT it takes no audience but the token endpoint. */
export const hydra: ServerMake = {
  name: "Hydra",
  supports: {
    grants: ["client_credentials", JWT_BEARER],
    methods: ["client_secret_post", "client_secret_basic", "private_key_jwt", "none"],
    algorithms: ["RS256", "PS256", "ES256", "ES384"],
    metadata: "openid-configuration",
    audience: ["token endpoint"],
    revocation: true,
    resource: false,
  },
  async start(options) {
    const built = await obtainHydra();
    if ("unavailable" in built) return built;
    const front = await startFront(options);
    return behindFront(front, () => startBehind(front, built.binary, options));
  },
};

async function obtainHydra(): Promise<{ binary: string } | Unavailable> {
  try {
    const from = await partsOf(MODULE, await toolchainFor(MODULE));
    const folder = await cached({
      name: "hydra",
      from,
      build: (into) => {
        announce("Building Ory Hydra from its pinned source with Go, once (minutes)");
        return goBuild(MODULE, { package: "github.com/ory/hydra/v2", binary: join(into, "hydra") }, announce);
      },
    });
    return { binary: join(folder, "hydra") };
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  }
}

async function startBehind(front: Front, binary: string, options: ServerOptions): Promise<ServerBehind> {
  const [port, adminPort] = await freePorts();
  const admin = `http://127.0.0.1:${adminPort}/admin`;
  const server = await startServerProcess({
    command: binary,
    // In this mode it takes requests without TLS, which ends at the front.
    args: ["serve", "all", "--dev", "--sqa-opt-out"],
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      DSN: "memory",
      SECRETS_SYSTEM: randomUUID(),
      SERVE_PUBLIC_HOST: "127.0.0.1",
      SERVE_PUBLIC_PORT: String(port),
      SERVE_ADMIN_HOST: "127.0.0.1",
      SERVE_ADMIN_PORT: String(adminPort),
      TTL_ACCESS_TOKEN: `${options.lifetimeSeconds ?? 3600}s`,
      URLS_SELF_ISSUER: front.origin,
    },
    isUp: () => isReady(`http://127.0.0.1:${adminPort}/health/ready`),
    timeoutMs: 120_000,
  });
  try {
    await fill(admin, options);
  } catch (error) {
    await server.stop();
    throw error;
  }
  front.passTo(port);
  return {
    title: `Hydra ${VERSION}`,
    issuer: front.origin,
    token: "/oauth2/token",
    revocation: "/oauth2/revoke",
    metadata: `${front.origin}/.well-known/openid-configuration`,
    isLive: (token) => isActive(`${admin}/oauth2/introspect`, token),
    stop: server.stop,
  };
}

async function isReady(url: string): Promise<boolean> {
  return send(url).then(
    ({ status }) => status === 200,
    () => false,
  );
}

async function fill(admin: string, { clients, trustedIssuers = [], scopes = [SCOPE] }: ServerOptions): Promise<void> {
  for (const client of clients) await create(`${admin}/clients`, metadataOf(client, scopes));
  for (const { issuer, key, subjects } of trustedIssuers)
    for (const subject of subjects)
      await create(`${admin}/trust/grants/jwt-bearer/issuers`, {
        ...{ issuer, subject, scope: scopes, jwk: key.jwk },
        expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      });
}

function metadataOf(client: TestClient, scopes: readonly string[]) {
  const { id, method, secret, key, grants = ["client_credentials"] } = client;
  return {
    client_id: id,
    client_secret: secret,
    grant_types: grants,
    scope: scopes.join(" "),
    token_endpoint_auth_method: method,
    ...(key && { jwks: { keys: [key.jwk] }, token_endpoint_auth_signing_alg: key.algorithm }),
  };
}

async function create(url: string, content: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const { status, body } = await send(url, { method: "POST", headers, body: JSON.stringify(content) });
  if (status !== 201) throw new Error(`Hydra answered POST ${url} by ${status} ${body}`);
}
