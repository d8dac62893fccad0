import { onTestFinished, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import type { RunningServer, ServerMake, ServerOptions } from "./test-server";

/** A server for one test, closed when the test has ended. */
export async function serverFor(
  context: TestContext,
  make: ServerMake,
  options: ServerOptions,
): Promise<RunningServer> {
  const server = await make.start(options);
  if ("unavailable" in server) cannotRun(context, `${make.name}: ${server.unavailable}`);
  onTestFinished(() => server.close());
  return server;
}

/** One server for several tests: the first of them starts it. Closed by whoever calls `close`, in afterAll. */
export class SharedServer {
  private started: ReturnType<ServerMake["start"]> | undefined;

  constructor(
    private readonly make: ServerMake,
    private readonly options: () => ServerOptions,
  ) {}

  async for(context: TestContext): Promise<RunningServer> {
    this.started ??= this.make.start(this.options());
    const server = await this.started;
    if ("unavailable" in server) cannotRun(context, `${this.make.name}: ${server.unavailable}`);
    return server;
  }

  async close(): Promise<void> {
    const server = await this.started;
    if (server && !("unavailable" in server)) await server.close();
  }
}
