import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../lib/program/files/request.sh", import.meta.url));

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as Terraform does: a shell, the program, its arguments, an environment. */
export function runProgram(
  shell: string[],
  args: string[],
  environment: Record<string, string>,
  path = process.env["PATH"] ?? "",
  input: string | Buffer = "",
): Promise<ProgramResult> {
  const [command = "/bin/sh", ...options] = shell;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...options, PROGRAM, ...args, "access-token-request"], {
      env: { PATH: path, ...environment },
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => undefined); // A program that reads nothing may end before it is given anything.
    child.stdin.end(input);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("latin1")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("latin1")));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** The arguments that the constructs synthesize, for a request with its secret from the environment variable SECRET. */
export function requestArguments(url: string, ...further: string[]): string[] {
  return [
    `token_endpoint=${encodeURIComponent(url)}`,
    "form.grant_type=client_credentials",
    "form.scope=urn%3Anice%3Acxone%3Aplatform%3Aapi",
    "client_authentication=client_secret_post",
    "client_id=abc123",
    "client_secret.environment=SECRET",
    ...further,
  ];
}

/** What the program says, without what differs from run to run (the port) and from machine to machine (curl's words). */
export function ownWords(stderr: string): string {
  return stderr
    .replace(/(127\.0\.0\.1|localhost):\d+/g, "$1:PORT")
    .replace(/^( {2}curl: )\S.*$/m, "$1(curl's own words)");
}
