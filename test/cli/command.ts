import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** The command line as a user types it, run from the sources. */
export const COMMAND: readonly string[] = [process.execPath, "--import", import.meta.resolve("tsx"), MAIN];

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Is told the process's id as soon as it runs. */
  readonly onStart?: (pid: number) => void;
}

/** Runs a command without a terminal, as a pipeline does. */
export function command(args: readonly string[], { env = {}, cwd, onStart }: Circumstances = {}): Promise<Ran> {
  const [node = "", ...before] = COMMAND;
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...before, ...args], {
      ...(cwd !== undefined && { cwd }),
      env: { PATH: process.env["PATH"], ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (status, signal) => {
      resolve({ status, signal, stdout, stderr });
    });
  });
}
