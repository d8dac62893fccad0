import { spawn } from "node:child_process";
import type { Environment } from "../engine/child";

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** What it is given on standard input, which stays open. */
  readonly input?: string;
  /** Reads from what it has printed so far whether it is up; undefined until then. */
  readonly isUp: (output: string) => Promise<boolean> | boolean;
  readonly timeoutMs: number;
}

export interface ServerProcess {
  /** What it has printed so far, on both streams. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const KILL_AFTER_MS = 10_000;
const ASK_EVERY_MS = 50;

/** Starts a server in a process group of its own, and waits until it is up. What fails is thrown with what it printed. */
export async function startServerProcess(server: ServerCommand): Promise<ServerProcess> {
  const child = spawn(server.command, server.args, {
    cwd: server.cwd,
    env: server.env,
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  let ended: string | undefined;
  const end = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      ended = error.message;
      resolve();
    });
    child.once("close", (code, signal) => {
      ended ??= `ended with ${signal ?? String(code)}`;
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  child.stdin.on("error", () => undefined); // It may end before it has read anything: that is told below.
  child.stdin.write(server.input ?? "");

  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // The whole group has ended.
    }
  };
  // Nothing that these tests start outlives them.
  const killAtExit = () => {
    kill("SIGKILL");
  };
  process.once("exit", killAtExit);
  const stop = async () => {
    child.stdin.end();
    kill("SIGTERM");
    const killer = setTimeout(killAtExit, KILL_AFTER_MS);
    await end;
    clearTimeout(killer);
    kill("SIGKILL");
    process.off("exit", killAtExit);
  };

  const limit = Date.now() + server.timeoutMs;
  while (!(await server.isUp(output))) {
    if (ended === undefined && Date.now() < limit) {
      await Promise.race([end, new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))]);
      continue;
    }
    const why = ended ?? `was not up after ${server.timeoutMs / 1000} s`;
    await stop();
    throw new Error(`${server.command} ${why}:\n${output.trim().split("\n").slice(-20).join("\n")}`);
  }
  return { output: () => output, stop };
}
