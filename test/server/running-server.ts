import type { Front } from "./front";
import type { RunningServer } from "./test-server";

/** What differs from make to make; addresses are relative to the issuer. */
export interface ServerBehind {
  readonly title: string;
  readonly issuer: string;
  readonly token: string;
  readonly introspection?: string;
  readonly revocation?: string;
  readonly metadata: string;
  readonly isLive: (accessToken: string) => Promise<boolean>;
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
    isLive: behind.isLive,
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

/** Asks an introspection endpoint (RFC 7662), in the name of a client with client_secret_post. */
export async function isActive(
  endpoint: string,
  token: string,
  client?: { id: string; secret: string },
): Promise<boolean> {
  const body = new URLSearchParams({ token, ...(client && { client_id: client.id, client_secret: client.secret }) });
  const answer = await fetch(endpoint, { method: "POST", body });
  if (answer.status !== 200) throw new Error(`Introspection was answered by ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { active: boolean }).active;
}
