import { join } from "node:path";
import { LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { json, startScriptedServer } from "../../server/scripted-server";
import { Terminal } from "../terminal";
import { postRequest, synthesized } from "./app";

const GREEN = /\u001b\[32m/;

/** A folder with one synthesized stack, whose secret is in the environment variable S. */
const stackFor = (url: string): string => {
  const folder = synthesized({
    app: (stack) => {
      const request = postRequest(url, "abc123", Secret.fromEnvironment("S"));
      new LocalExecAccessToken(stack, "verified", { request });
    },
  });
  return join(folder, "cdktf.out");
};

describe("verify on a terminal", () => {
  it.for([
    ["in colours", {}, true],
    ["without them where NO_COLOR is set", { NO_COLOR: "1" }, false],
  ] as const)("shows what was granted, %s", async ([, environment, coloured], context) => {
    const server = await startScriptedServer((_, response) => {
      json(response, 200, { access_token: "a.b", token_type: "Bearer" });
    });
    const terminal = await Terminal.open(context, { S: "s3cr3t+/=", ...environment });
    terminal.run("verify", stackFor(server.url));
    await terminal.shows(/1 request for 1 construct: 1 granted/);
    expect(GREEN.test(terminal.screen(true))).toBe(coloured);
    expect(await terminal.status()).toBe(0);
    await server.close();
  });

  it("is ended by Ctrl-C, with all that it has started", async (context) => {
    const silent = await startScriptedServer(() => undefined);
    const terminal = await Terminal.open(context, { S: "s3cr3t+/=" });
    terminal.run("verify", stackFor(silent.url));
    await expect.poll(() => silent.received.length, { timeout: 60_000 }).toBe(1);
    terminal.press("C-c");
    await terminal.shellWaits();
    expect(await terminal.status()).toBe(130);
    terminal.type(`ps -o args= -t "$(tty)" | grep -c "[c]url"`);
    terminal.press("Enter");
    expect(await terminal.shows(/^0$/m)).toContain("0");
    await silent.close();
  });
});
