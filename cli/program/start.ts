import { spawn } from "node:child_process";
import { programPath } from "./files.js";

/** One run of the program. */
export interface Start {
  readonly shell: string;
  /** Form-encoded `name=value`, as the constructs synthesize them. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The secrets' lines, where they travel on standard input. */
  readonly stdin: string;
  readonly workingDirectory: string;
  /** Is given what the program says as it says it: a secret's command may ask its user something. */
  readonly onSaid?: (text: Buffer) => void;
}

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A shell that cannot be started, as shells say it themselves. */
const NO_SHELL = 127;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs the program as Terraform does. A signal ends it first, and then this process. */
export function startProgram(start: Start): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(start.shell, [programPath(), ...start.args], {
      cwd: start.workingDirectory,
      env: start.environment,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdin.on("error", () => undefined); // A program that refuses its arguments does not wait for its input.
    child.stdin.end(start.stdin);
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      stderr.push(chunk);
      start.onSaid?.(chunk);
    });
    let received: NodeJS.Signals | undefined;
    const pass = (signal: NodeJS.Signals): void => {
      received = signal;
      child.kill("SIGTERM");
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const end = (status: number, said: string): void => {
      for (const signal of SIGNALS) process.off(signal, pass);
      // Whoever waits goes on no more: the signal ends this process once the last program has ended.
      if (received !== undefined) process.kill(process.pid, received);
      else resolve({ status, stdout: text(stdout), stderr: said });
    };
    child.on("error", ({ message }) => {
      end(NO_SHELL, `The program was not started: ${message}. Give a POSIX shell by --shell.\n`);
    });
    child.on("close", (code) => {
      end(code ?? 143, text(stderr));
    });
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
