import type { Front } from "./front";
import { asFields, asHeader, post, type Trust } from "./post";
import type { Granted, RunningServer, TestClient, TestUser } from "./test-server";

/** What differs from make to make; addresses are relative to the issuer. */
export interface ServerBehind {
  readonly title: string;
  readonly issuer: string;
  readonly token: string;
  readonly introspection?: string;
  readonly revocation?: string;
  readonly metadata: string;
  readonly isLive: RunningServer["isLive"];
  /** @default by the password grant */
  readonly newRefreshToken?: RunningServer["newRefreshToken"];
  readonly stop: () => Promise<void>;
}

export function runningServer(front: Front, behind: ServerBehind): RunningServer {
  const tokenEndpoint = behind.issuer + behind.token;
  return {
    title: behind.title,
    issuer: behind.issuer,
    tokenEndpoint,
    ...(behind.introspection !== undefined && { introspectionEndpoint: behind.issuer + behind.introspection }),
    ...(behind.revocation !== undefined && { revocationEndpoint: behind.issuer + behind.revocation }),
    metadata: behind.metadata,
    trust: front.trust,
    requests: front.requests,
    get tokenRequests() {
      return front.requests.filter(({ path }) => front.origin + path === tokenEndpoint);
    },
    get granted() {
      return front.answers
        .filter(({ path, status }) => front.origin + path === tokenEndpoint && status === 200)
        .map(({ body }) => JSON.parse(body) as Granted);
    },
    get issued() {
      return this.granted.map((answer) => answer.access_token);
    },
    isLive: behind.isLive,
    newRefreshToken:
      behind.newRefreshToken ?? ((client, user) => refreshTokenByPassword(tokenEndpoint, front.trust, client, user)),
    close: async () => {
      await front.close();
      await behind.stop();
    },
  };
}

/** Starts what is behind a front; where that fails, the front is closed. */
export async function behindFront(front: Front, start: () => Promise<ServerBehind>): Promise<RunningServer> {
  try {
    return runningServer(front, await start());
  } catch (error) {
    await front.close();
    throw error;
  }
}

/** Needs a client that has the password grant and no better method than client_secret_basic. */
async function refreshTokenByPassword(
  tokenEndpoint: string,
  trust: Trust,
  client: TestClient,
  user: TestUser,
): Promise<string> {
  const form = { grant_type: "password", username: user.name, password: user.password };
  const answer = await post(tokenEndpoint, { ...form, ...asFields(client) }, { trust, headers: asHeader(client) });
  const { refresh_token: token } = answer.json as { refresh_token?: string };
  if (token === undefined) throw new Error(`No refresh token in the answer ${answer.status} ${answer.body}`);
  return token;
}

/** Asks an introspection endpoint (RFC 7662), in the name of a client with client_secret_post where it wants one. */
export async function isActive(
  endpoint: string,
  token: string,
  client?: TestClient,
  headers: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const answer = await post(endpoint, { token, ...(client && asFields(client)) }, { headers });
  if (answer.status !== 200) throw new Error(`Introspection was answered by ${answer.status} ${answer.body}`);
  return (answer.json as { active: boolean }).active;
}
