import { mkdtempSync, writeFileSync, mkdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { requestArguments, runProgram } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";

const NASTY = [
  "$HOME ${x} %{x} $(id) `id`",
  "\"double\" 'single' \\ back\\\\slash",
  "a&b+c%20d=e",
  "@/etc/passwd",
  " leading and trailing ",
  "inner\nnewline",
  "trailing newlines\n\n",
  "zürich €",
  "x1x0",
  "k".repeat(8192),
];

let server: ScriptedServer;
const directory = mkdtempSync(join(tmpdir(), "program-"));

beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    json(response, 200, { token_type: "Bearer", access_token: 'a"b\\c', expires_in: 3600 });
  });
});
afterAll(() => server.close());

function sent(): { secret: string; basic: string } {
  const request = server.received.at(-1);
  const secret = new URLSearchParams(request?.body ?? "").get("client_secret") ?? "";
  const header = request?.headers.authorization ?? "";
  return { secret, basic: Buffer.from(header.replace("Basic ", ""), "base64").toString("utf8") };
}

async function expectEverySecretToArrive(shell: string[], path?: string): Promise<void> {
  for (const secret of NASTY) {
    const { code, stdout, stderr } = await runProgram(
      shell,
      requestArguments(server.url, "output=json"),
      { SECRET: secret },
      path,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ access_token: 'a"b\\c', scope: "urn:nice:cxone:platform:api" });
    expect(sent().secret).toBe(secret);
    const file = join(directory, "secret");
    writeFileSync(file, `${secret}\n`);
    const fromFile = requestArguments(server.url, `client_secret.file=${encodeURIComponent(file)}`).filter(
      (a) => !a.startsWith("client_secret.env"),
    );
    expect(await runProgram(shell, fromFile, {}, path)).toMatchObject({ code: 0, stderr: "" });
    expect(sent().secret).toBe(secret);
  }
}

/** How a secret is given; what Terraform passes on standard input has no newline at its end. */
const GIVEN: Record<string, (slot: string, file: string) => string[]> = {
  environment: (slot) => [`${slot}.environment=VARIABLE`],
  file: (slot, file) => [`${slot}.file=${file}`],
  command: (slot, file) => [`${slot}.command=cat`, `${slot}.command=${file}`],
  "standard input": (slot) => [`${slot}.source=stdin`],
};

describe.each(SHELLS)("several secrets arrive, each from its own place, under %s,", (title, shell) => {
  const pairs = Object.keys(GIVEN).flatMap((one) => Object.keys(GIVEN).map((other) => ({ one, other })));
  it.for(pairs)("from $one and from $other", async ({ one, other }, context) => {
    available(context, title, shell[0] ?? "");
    const secret = 's3cret &"+%';
    const file = join(directory, "one of two");
    writeFileSync(file, `${secret}\n`);
    const slots = { client_secret: one, password: other };
    const args = [
      ...requestArguments(server.url).filter((argument) => !argument.startsWith("client_secret.")),
      "form_secret.password=password",
      ...Object.entries(slots).flatMap(([slot, place]) => [
        `secret=${slot}`,
        ...(GIVEN[place]?.(slot, encodeURIComponent(file)) ?? []),
      ]),
    ];
    const input = Object.entries(slots)
      .filter(([, place]) => place === "standard input")
      .map(([slot]) => `${slot}=${encodeURIComponent(secret)}`)
      .join("\n");
    const result = await runProgram(shell, args, { VARIABLE: secret }, undefined, input);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    const form = new URLSearchParams(server.received.at(-1)?.body);
    expect([form.get("client_secret"), form.get("password")]).toEqual([secret, secret]);
  });
});

describe("every byte of a secret arrives", () => {
  for (const [title, shell] of SHELLS)
    it(`under ${title}`, async (context) => {
      available(context, title, shell[0] ?? "");
      await expectEverySecretToArrive(shell);
    });

  for (const [title, file] of AWKS)
    it(`with ${title}`, async (context) => {
      available(context, title, file);
      const bin = join(directory, title.replace(" ", "-"));
      mkdirSync(bin);
      symlinkSync(file, join(bin, "awk"));
      await expectEverySecretToArrive(["/bin/sh"], `${bin}:${process.env["PATH"] ?? ""}`);
    });

  it("in Basic credentials, form-encoded or raw", async () => {
    const basic = (method: string) => requestArguments(server.url).map((a) => a.replace("client_secret_post", method));
    for (const secret of NASTY) {
      await runProgram(["/bin/sh"], basic("client_secret_basic_raw"), { SECRET: secret });
      expect(sent().basic).toBe(`abc123:${secret}`);
      await runProgram(["/bin/sh"], basic("client_secret_basic"), { SECRET: secret });
      expect(decodeURIComponent(sent().basic.replace(/\+/g, " "))).toBe(`abc123:${secret}`);
    }
  });

  it("from a command, without one newline at its end", async () => {
    const args = requestArguments(
      server.url,
      "client_secret.command=printf",
      "client_secret.command=a%25sb%0A%0A",
      "client_secret.command=%24x",
    ).filter((a) => !a.startsWith("client_secret.env"));
    expect(await runProgram(["/bin/sh"], args, {})).toMatchObject({ code: 0 });
    expect(sent().secret).toBe("a$xb\n");
  });
});

describe("a command that is run with the token", () => {
  it("has it in its environment, and the client's secret not; its exit status counts", async () => {
    const run = [
      "output=run",
      "run=sh",
      "run=-c",
      `run=${encodeURIComponent('printf "%s|%s|%s" "$ACCESS_TOKEN" "${SECRET-none}" "$1"; exit 7')}`,
      "run=x",
      "run=a+%0A",
    ];
    const result = await runProgram(["/bin/sh"], requestArguments(server.url, ...run), { SECRET: "s" });
    expect(result).toEqual({
      code: 7,
      stdout: 'a"b\\c|none|a \n',
      stderr:
        "The access token was received. From here on, output and exit status are those of the command of run (sh).\n",
    });
  });

  it.each(SHELLS)("that is missing is told so, where Terraform runs, under %s", async (_, shell) => {
    const args = requestArguments(server.url, "output=run", "run=no-such-command");
    const result = await runProgram(shell, args, { SECRET: "s" });
    expect(result).toEqual({
      code: 12,
      stdout: "",
      stderr:
        "The access token was received, but the command of run (no-such-command) was not found on the machine that runs Terraform, or may not be started. Install it there, or give its absolute path.\n",
    });
  });
});
