import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Root reads everything, unless it gives up what lets it; so that what may not be read can be tested as root too. */
const WITHOUT_OVERRIDE = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"];

/** Starts the real command line in a folder. */
export function command(
  folder: string,
  args: readonly string[],
  options: {
    readonly asOrdinaryUser?: boolean;
    readonly heapMegabytes?: number;
    readonly environment?: Readonly<Record<string, string>>;
    /** When it is killed: generously more than what it may take. */
    readonly killAfterMs?: number;
  } = {},
): Ran {
  const drop = options.asOrdinaryUser === true && process.getuid?.() === 0 ? WITHOUT_OVERRIDE : [];
  const heap = options.heapMegabytes === undefined ? [] : [`--max-old-space-size=${options.heapMegabytes}`];
  const [program = "", ...rest] = [...drop, process.execPath, ...heap, "--import", TSX, MAIN, ...args];
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    cwd: folder,
    encoding: "utf8",
    timeout: options.killAfterMs ?? 120_000,
    killSignal: "SIGKILL",
    env: { ...process.env, ...options.environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Writes files, by their path within a folder. */
export function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A secret that no output may ever show. */
export const SECRET = "s3cr3t-9f8e7d6c5b4a";

export const WRONG = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "curl -sf https://login.example.com/oauth/token -H 'Content-Type: application/json' -d '{\\"grant_type\\":\\"client_credentials\\",\\"client_id\\":\\"abc\\",\\"client_secret\\":\\"${SECRET}\\"}' -o /dev/null"
  }
}
`;

/** Nothing but JSON where a form belongs: one rule, and another for its header. */
export const JSON_ONLY = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "curl -sf https://login.example.com/oauth/token -d '{\\"grant_type\\":\\"client_credentials\\",\\"client_id\\":\\"abc\\"}' -o /dev/null"
  }
}
`;

export const FINE = `resource "null_resource" "fine" {}\n`;
