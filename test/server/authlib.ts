import { join } from "node:path";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { announce } from "../engine/engine-for";
import { pythonEnvironment } from "../engine/python-environment";
import { startFront, type Front } from "./front";
import { behindFront, isActive, type ServerBehind } from "./running-server";
import { startServerProcess } from "./server-process";
import { JWT_BEARER, SCOPE, TOKEN_EXCHANGE, type ServerMake, type ServerOptions, type TestClient } from "./test-server";

const FOLDER = fileURLToPath(new URL("authlib", import.meta.url));
const ISSUER_PATH = "/tenants/one";
const STARTED = /^\{"port": (\d+), "version": "([\d.]+)"\}$/m;

/** Asks the server about tokens, as an API does. */
const API: TestClient = {
  id: "an-api",
  method: "client_secret_post",
  secret: "secret-of-the-api",
  grants: [],
};

/** Authlib with Flask. Its issuer has a path, so its metadata is at the place that RFC 8414 says and nowhere below. */
export const authlib: ServerMake = {
  name: "Authlib",
  supports: {
    grants: ["client_credentials", "password", "refresh_token", JWT_BEARER, TOKEN_EXCHANGE],
    methods: ["client_secret_post", "client_secret_basic", "client_secret_jwt", "private_key_jwt", "none"],
    algorithms: ["RS256", "PS256", "ES256", "ES384"],
    metadata: "oauth-authorization-server",
    audience: ["token endpoint", "issuer"],
    revocation: true,
    resource: true,
  },
  async start(options) {
    const environment = await pythonEnvironment("authlib", join(FOLDER, "requirements.txt"), announce);
    if ("unavailable" in environment) return environment;
    const front = await startFront(options);
    return behindFront(front, () => startBehind(front, environment.python, options));
  },
};

async function startBehind(front: Front, python: string, options: ServerOptions): Promise<ServerBehind> {
  const issuer = front.origin + ISSUER_PATH;
  const server = await startServerProcess({
    command: python,
    args: [join(FOLDER, "server.py")],
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: "1" },
    input: `${JSON.stringify(configuration(issuer, options))}\n`,
    isUp: (output) => STARTED.test(output),
    timeoutMs: 60_000,
  });
  const [, port, version] = STARTED.exec(server.output()) ?? [];
  front.passTo(Number(port));
  return {
    title: `Authlib ${version}`,
    issuer,
    token: "/token",
    introspection: "/introspect",
    revocation: "/revoke",
    metadata: `${front.origin}/.well-known/oauth-authorization-server${ISSUER_PATH}`,
    isLive: (token) => isActive(`http://127.0.0.1:${port}${ISSUER_PATH}/introspect`, token, API),
    stop: server.stop,
  };
}

function configuration(issuer: string, options: ServerOptions) {
  return {
    issuer,
    issuerPath: ISSUER_PATH,
    clients: [...options.clients, API].map(({ id, method, secret, key, grants = ["client_credentials"] }) => ({
      ...{ id, method, secret, grants },
      jwk: key?.jwk,
    })),
    users: options.users ?? [],
    trustedIssuers: (options.trustedIssuers ?? []).map(({ issuer, key, subjects }) => ({
      ...{ issuer, subjects },
      jwk: key.jwk,
    })),
    scopes: options.scopes ?? [SCOPE],
    lifetimeSeconds: options.lifetimeSeconds ?? 3600,
    rotatesRefreshTokens: options.rotatesRefreshTokens ?? true,
    clockAheadSeconds: options.clockAheadSeconds ?? 0,
  };
}
