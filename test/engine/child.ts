import { spawn } from "node:child_process";
import { constants } from "node:os";

/** What became of a command. Nothing throws: a test judges failures as much as successes. */
export interface Run {
  /** The exit status; 128 + n for signal n, 127 where the command could not be started. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in the order they arrived. */
  readonly output: string;
  /** Whether it was ended for taking too long. */
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Environment;
  readonly timeoutMs: number;
  readonly onOutput?: (chunk: string) => void;
  /** Ends the command as if it took too long. */
  readonly signal?: AbortSignal;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const KILL_AFTER_MS = 5_000;
const running = new Set<number>();

/** Runs a command in a process group of its own, so that whatever it started ends with it. */
export function runChild(command: string, args: readonly string[], options: RunOptions): Promise<Run> {
  return new Promise((resolve) => {
    const text = { stdout: "", stderr: "", output: "" };
    let timedOut = false;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const group = child.pid;
    if (group !== undefined) remember(group);

    let killer: NodeJS.Timeout | undefined;
    const giveUp = () => {
      if (group === undefined || timedOut) return;
      timedOut = true;
      signalGroup(group, "SIGTERM");
      killer = setTimeout(() => {
        signalGroup(group, "SIGKILL");
      }, KILL_AFTER_MS);
    };
    const limit = setTimeout(giveUp, options.timeoutMs);
    options.signal?.addEventListener("abort", giveUp, { once: true });

    const finish = (code: number) => {
      clearTimeout(limit);
      clearTimeout(killer);
      options.signal?.removeEventListener("abort", giveUp);
      if (group !== undefined) {
        // The command itself went at the first signal; what it had started may have not.
        if (timedOut) signalGroup(group, "SIGKILL");
        forget(group);
      }
      resolve({ code, ...text, timedOut });
    };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8");
      child[stream].on("data", (chunk: string) => {
        text[stream] += chunk;
        text.output += chunk;
        options.onOutput?.(chunk);
      });
    }
    child.once("error", (error) => {
      text.stderr += error.message;
      text.output += error.message;
      finish(127);
    });
    child.once("close", (code, signal) => {
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // It ended by itself in between.
  }
}

/** A group of its own does not get the terminal's Ctrl-C: it is passed on, for as long as something runs. */
function remember(group: number): void {
  if (running.size === 0) {
    process.on("exit", killAll);
    process.on("SIGINT", passOn);
    process.on("SIGTERM", passOn);
  }
  running.add(group);
}

function forget(group: number): void {
  running.delete(group);
  if (running.size === 0) {
    process.off("exit", killAll);
    process.off("SIGINT", passOn);
    process.off("SIGTERM", passOn);
  }
}

function killAll(): void {
  for (const group of running) signalGroup(group, "SIGKILL");
}

function passOn(signal: NodeJS.Signals): void {
  for (const group of running) signalGroup(group, signal);
  process.off("SIGINT", passOn);
  process.off("SIGTERM", passOn);
  process.kill(process.pid, signal);
}
