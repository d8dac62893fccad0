import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";

const AWK_FILES = fileURLToPath(new URL("../../lib/program/files/", import.meta.url));

/** Bytes 1 to 255, since an environment variable and an awk string hold all but NUL. */
const bytes = (maxLength: number) =>
  fc.uint8Array({ min: 1, max: 255, minLength: 1, maxLength }).map((array) => Buffer.from(array));

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

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "a", token_type: "bearer" });
  });
});
afterAll(() => server.close());

describe("generated secrets", () => {
  it("arrive byte for byte through the whole program: 1,000 of them", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(bytes(64), async (secret) => {
        const args = requestArguments(server.url, "client_secret.source=stdin").filter(
          (a) => !a.startsWith("client_secret.env"),
        );
        const result = await runProgram(["/bin/sh"], args, {}, undefined, `client_secret=${formEncoded(secret)}\n`);
        expect(result).toMatchObject({ code: 0, stderr: "" });
        expect(server.received.at(-1)?.body).toContain(`&client_secret=${formEncoded(secret)}`);
      }),
      { numRuns: 1000 },
    );
  });

  it("are encoded and decoded byte for byte: 10,000 of them", () => {
    const secrets = fc.sample(bytes(48), 10_000);
    const roundTrip = join(mkdtempSync(join(tmpdir(), "encoder-")), "round-trip.awk");
    writeFileSync(roundTrip, "BEGIN { form_tables() } { print encode(decode($0)) }");
    const { stdout, status } = spawnSync("awk", ["-f", `${AWK_FILES}form.awk`, "-f", roundTrip], {
      env: { ...process.env, LC_ALL: "C" },
      input: secrets.map((secret) => secret.toString("hex").replace(/../g, "%$&")).join("\n"),
      encoding: "latin1",
    });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual(secrets.map(formEncoded));
  });
});
