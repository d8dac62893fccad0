import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram, type ProgramResult } from "./run-program";
import { available, AWKS } from "./shells";

const AWK_FILES = fileURLToPath(new URL("../../lib/program/files/", import.meta.url));

/** Bytes 1 to 255, since an environment variable and an awk string hold all but NUL. */
const bytes = (maxLength: number) =>
  fc.uint8Array({ min: 1, max: 255, minLength: 1, maxLength }).map((array) => Buffer.from(array));
const METHODS = ["client_secret_post", "client_secret_basic", "client_secret_basic_raw"];
const EVERY_BYTE = Buffer.from(Array.from({ length: 255 }, (_, at) => at + 1));

/** How RFC 6749 appendix B encodes bytes, written independently of the program. */
function formEncoded(value: Buffer): string {
  return [...value]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9_.~-]/.test(character)) return character;
      return character === " " ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

const folder = mkdtempSync(join(tmpdir(), "generated-secrets-"));
const file = join(folder, "secret");
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    // No secret that is generated may be this token: the program refuses a token that is its own secret.
    json(response, 200, { access_token: "the-token-that-no-secret-is", token_type: "bearer" });
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The secret that the server was given last, as the method sends it. */
function sent(by: string): string {
  const request = server.received.at(-1);
  const basic = Buffer.from(request?.headers.authorization?.replace("Basic ", "") ?? "", "base64").toString("latin1");
  if (by !== "client_secret_post") return basic.replace(/^abc123:/, "");
  return /&client_secret=([^&]*)$/.exec(request?.body ?? "")?.[1] ?? "";
}

function expected(secret: Buffer, by: string): string {
  if (by === "client_secret_basic_raw") return secret.toString("latin1");
  // Every server decodes "%20", and some that percent-decode the credentials only would keep a "+".
  return by === "client_secret_basic" ? formEncoded(secret).replaceAll("+", "%20") : formEncoded(secret);
}

/** Sends secrets through the whole program, one of every byte among them, as a channel hands them over. */
async function expectToArrive(runs: number, channel: (secret: Buffer, args: string[]) => Promise<ProgramResult>) {
  await fc.assert(
    fc.asyncProperty(bytes(64), fc.constantFrom(...METHODS), async (secret, by) => {
      const args = requestArguments(server.url, `client_authentication=${by}`);
      const result = await channel(
        secret,
        args.filter((arg) => !arg.startsWith("client_secret.environment=")),
      );
      expect(result).toMatchObject({ code: 0, stderr: "" });
      expect(sent(by)).toBe(expected(secret, by));
    }),
    { numRuns: runs, examples: METHODS.map((by): [Buffer, string] => [EVERY_BYTE, by]) },
  );
}

/** Hands raw bytes over in an environment variable, which Node, with its UTF-8, cannot. */
const WITH_SECRET = 'SECRET=$(cat; printf x) && SECRET=${SECRET%x} && export SECRET && exec "$0" "$@" </dev/null';

describe("generated secrets of bytes 1 to 255", () => {
  it("arrive through the whole program, given by Terraform: 1,000 of them", { timeout: 300_000 }, async () => {
    await expectToArrive(1000, (secret, args) =>
      runProgram(
        ["/bin/sh"],
        [...args, "client_secret.source=stdin"],
        {},
        undefined,
        `client_secret=${formEncoded(secret)}\n`,
      ),
    );
  });

  it("arrive from a provisioner's environment: 200 of them", async () => {
    await expectToArrive(200, (secret, args) =>
      runProgram(["/bin/sh"], args, { ACCESS_TOKEN_REQUEST_CLIENT_SECRET: formEncoded(secret) }),
    );
  });

  it("arrive from an environment variable: 200 of them", async () => {
    await expectToArrive(200, (secret, args) =>
      runProgram(
        ["/bin/sh", "-c", WITH_SECRET, "/bin/sh"],
        [...args, "client_secret.environment=SECRET"],
        {},
        undefined,
        secret,
      ),
    );
  });

  it("arrive from a file: 200 of them", async () => {
    await expectToArrive(200, (secret, args) => {
      writeFileSync(file, Buffer.concat([secret, Buffer.from("\n")]));
      return runProgram(["/bin/sh"], [...args, `client_secret.file=${encodeURIComponent(file)}`], {});
    });
  });

  it("arrive from a command, final newlines and all: 200 of them", async () => {
    await expectToArrive(200, (secret, args) => {
      writeFileSync(file, secret);
      const command = ["cat", file].map((word) => `client_secret.command=${encodeURIComponent(word)}`);
      return runProgram(["/bin/sh"], [...args, ...command, "client_secret.final_newline=keep"], {});
    });
  });

  it.for(AWKS)("are encoded and decoded by %s: 10,000 of them", ([title, awk], context) => {
    available(context, title, awk);
    const secrets = fc.sample(bytes(48), 10_000);
    expect(new Set(secrets.flatMap((secret) => [...secret])).size).toBe(255);
    const bin = join(folder, title.replace(" ", "-"));
    mkdirSync(bin);
    symlinkSync(awk, join(bin, "awk"));
    const roundTrip = join(folder, "round-trip.awk");
    writeFileSync(roundTrip, "BEGIN { form_tables() } { print encode(decode($0)) }");
    const { stdout, status } = spawnSync(join(bin, "awk"), ["-f", `${AWK_FILES}form.awk`, "-f", roundTrip], {
      env: { LC_ALL: "C" },
      input: secrets.map((secret) => secret.toString("hex").replace(/../g, "%$&")).join("\n"),
      encoding: "latin1",
    });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual(secrets.map(formEncoded));
  });
});
