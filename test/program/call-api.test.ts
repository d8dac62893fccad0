import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { CALL_API } from "../../examples/call-api";
import { json, startScriptedServer } from "../server/scripted-server";
import { available, SHELLS } from "./shells";

/** Tools that keep what they are started with, where no shell has them as its own. */
function pathThatListens(folder: string): string {
  for (const tool of ["printf", "echo", "print"])
    writeFileSync(join(folder, tool), `#!/bin/sh\nexec /usr/bin/${tool} "$@" >"${folder}/called-${tool}"\n`, {
      mode: 0o755,
    });
  return `${folder}:${process.env["PATH"] ?? ""}`;
}

describe.each(SHELLS)("the example that calls an API, under %s", (title, shell) => {
  it("sends the token, and gives it to no command as an argument", async (context) => {
    available(context, title, shell[0] ?? "");
    const folder = mkdtempSync(join(tmpdir(), "call-api-"));
    const server = await startScriptedServer((_, response) => {
      json(response, 200, {});
    });
    const [command = "", ...options] = shell;
    await promisify(execFile)(command, [...options, "-c", CALL_API], {
      // With an input that is a socket, as here, bash takes itself for a remote shell, and reads the user's files, unless it is a nested one.
      env: { SHLVL: "2", PATH: pathThatListens(folder), ACCESS_TOKEN: "t0ken-0123456789._~+/=", API_URL: server.url },
    });
    await server.close();
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer t0ken-0123456789._~+/="]);
    expect(readdirSync(folder).filter((name) => name.startsWith("called-"))).toEqual([]);
  });
});
