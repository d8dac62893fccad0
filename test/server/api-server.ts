import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ProtectedApi } from "./protected-api";
import type { RunningServer } from "./test-server";

/** An API on loopback that answers to the live access tokens of a server, and keeps notes. */
export interface ApiServer {
  readonly url: string;
  /** The statuses that it has answered with so far. */
  readonly answers: readonly number[];
  close(): Promise<void>;
}

export async function startApiServer({ isLive }: Pick<RunningServer, "isLive">): Promise<ApiServer> {
  const api = new ProtectedApi(async (token) =>
    token !== "" && (await isLive(token)) ? { client: "", scope: "" } : undefined,
  );
  const server = createServer((request, response) => void api.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    answers: api.answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
