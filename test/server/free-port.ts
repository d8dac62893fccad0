import { createServer, type Server } from "node:net";

/** Below the ports that systems choose by themselves, so that no connection takes one before the server does. */
const [FIRST, LAST] = [20_000, 32_000];

/** Two ports of loopback that are free now, for a server that cannot tell which ones it was given. */
export async function freePorts(): Promise<[number, number]> {
  const held = [await hold(), await hold()] as const;
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return [held[0].port, held[1].port];
}

async function hold(): Promise<{ server: Server; port: number }> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => {
        resolve(false);
      });
      server.listen(port, "127.0.0.1", () => {
        resolve(true);
      });
    });
    if (isFree) return { server, port };
  }
  throw new Error(`No port from ${FIRST} to ${LAST} is free`);
}
