import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { startFront, type Front } from "./front";
import { VERSION } from "./keycloak/distribution";
import { API, realmOf } from "./keycloak/realm";
import { ADMINISTRATOR, type SharedKeycloak } from "./keycloak/setup";
import { post, send } from "./post";
import { behindFront, isActive, type ServerBehind } from "./running-server";
import { JWT_BEARER, TOKEN_EXCHANGE, type ServerMake, type ServerOptions } from "./test-server";

/** A realm of Keycloak, in tests of `npm run test:keycloak` only. */
export const keycloak: ServerMake = {
  name: "Keycloak",
  supports: {
    grants: ["client_credentials", "password", "refresh_token", JWT_BEARER, TOKEN_EXCHANGE],
    methods: [
      "client_secret_post",
      "client_secret_basic",
      "client_secret_jwt",
      "private_key_jwt",
      "tls_client_auth",
      "none",
    ],
    algorithms: ["RS256", "PS256", "ES256", "ES384"],
    metadata: "openid-configuration",
    audience: ["token endpoint", "issuer"],
    revocation: true,
    resource: false,
  },
  async start(options) {
    const shared = inject("keycloak");
    if ("unavailable" in shared) return shared;
    const front = await startFront(options);
    front.passTo(shared.port);
    return behindFront(front, () => startRealm(front, shared, options));
  },
};

async function startRealm(front: Front, shared: SharedKeycloak, options: ServerOptions): Promise<ServerBehind> {
  const admin = await Administration.of(shared);
  const name = randomUUID();
  const parts = realmOf(name, options);
  await admin.send("POST", "/admin/realms", parts.realm);
  const own = `/admin/realms/${name}`;
  for (const scope of parts.clientScopes) await admin.send("POST", `${own}/client-scopes`, scope);
  for (const provider of parts.identityProviders)
    await admin.send("POST", `${own}/identity-provider/instances`, provider);
  for (const user of parts.users) await admin.send("POST", `${own}/users`, user);
  for (const client of parts.clients) await admin.send("POST", `${own}/clients`, client);

  const issuer = `${front.origin}/realms/${name}`;
  const endpoints = "/protocol/openid-connect";
  const { protocol, host } = new URL(front.origin);
  const asTheFront = { "x-forwarded-host": host, "x-forwarded-proto": protocol.replace(":", "") };
  return {
    title: `Keycloak ${VERSION}`,
    issuer,
    token: `${endpoints}/token`,
    introspection: `${endpoints}/token/introspect`,
    revocation: `${endpoints}/revoke`,
    metadata: `${issuer}/.well-known/openid-configuration`,
    // A token names its issuer, which is the address that was asked.
    isLive: (token) => isActive(`${admin.origin}/realms/${name}${endpoints}/token/introspect`, token, API, asTheFront),
    stop: async () => {
      await (await Administration.of(shared)).send("DELETE", own);
    },
  };
}

/** Keycloak's admin REST API, for a minute: so long lives its token. */
class Administration {
  private constructor(
    readonly origin: string,
    private readonly token: string,
  ) {}

  static async of({ port, password }: SharedKeycloak): Promise<Administration> {
    const origin = `http://127.0.0.1:${port}`;
    const form = { grant_type: "password", client_id: "admin-cli", username: ADMINISTRATOR, password };
    const answer = await post(`${origin}/realms/master/protocol/openid-connect/token`, form);
    if (answer.status !== 200)
      throw new Error(`Keycloak's administrator was answered by ${answer.status} ${answer.body}`);
    return new Administration(origin, (answer.json as { access_token: string }).access_token);
  }

  async send(method: string, path: string, content?: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const body = content && JSON.stringify(content);
    const { status, body: said } = await send(this.origin + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    if (status >= 300) throw new Error(`Keycloak answered ${method} ${path} by ${status} ${said}`);
  }
}
