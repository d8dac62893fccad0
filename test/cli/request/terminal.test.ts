import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOAuthServer, type OAuthServer } from "../../server/oauth-server";
import { startScriptedServer } from "../../server/scripted-server";
import { Terminal } from "../terminal";

const SECRET = `p$ss+w%rd= "'&\\typed`;
let server: OAuthServer;

beforeAll(async () => {
  server = await startOAuthServer({ clients: [{ id: "abc123", secret: SECRET, method: "client_secret_basic" }] });
});
afterAll(() => server.close());

const at = (endpoint: string) => ["request", "--token-endpoint", endpoint, "--client-id", "abc123"];

describe("on a terminal, the secret", () => {
  it("is asked for, and not shown while it is typed, edited and sent", async (context) => {
    const terminal = await Terminal.open(context);
    terminal.run(...at(server.tokenEndpoint));
    await terminal.shows(/The client secret of abc123 \(what you type is not shown\): $/m);
    terminal.type(`${SECRET}zz`);
    terminal.press("BSpace");
    terminal.press("BSpace");
    terminal.press("Enter");
    const screen = await terminal.shows(/An access token was received\./);
    expect(screen).toContain(
      'ClientAuthentication.clientSecretBasic("abc123", Secret.ephemeralVariable(this, "client_secret")),',
    );
    expect(screen).not.toMatch(/ss\+w|typed/);
    expect(await terminal.status()).toBe(0);
    expect(await terminal.isRestored()).toBe(true);
  });

  it("that is empty is missing", async (context) => {
    const terminal = await Terminal.open(context);
    terminal.run(...at(server.tokenEndpoint));
    await terminal.shows(/is not shown\): $/m);
    terminal.press("Enter");
    await terminal.shows(/The client secret that was typed is empty/);
    expect(await terminal.status()).toBe(11);
  });

  it.for([
    ["Ctrl-C", "C-c", 130],
    ["Ctrl-D", "C-d", 11],
  ] as const)("is not given where %s is pressed, and the terminal is as it was", async ([, key, status], context) => {
    const requests = server.tokenRequests.length;
    const terminal = await Terminal.open(context);
    terminal.run(...at(server.tokenEndpoint));
    await terminal.shows(/is not shown\): $/m);
    terminal.type("half of it");
    terminal.press(key === "C-d" ? "C-u" : key);
    if (key === "C-d") terminal.press(key);
    await terminal.shellWaits();
    expect(await terminal.status()).toBe(status);
    expect(await terminal.isRestored()).toBe(true);
    expect(terminal.screen()).not.toContain("half of it");
    expect(server.tokenRequests.length).toBe(requests);
  });
});

it("Ctrl-C ends a request that is under way, with all that it has started", async (context) => {
  const silent = await startScriptedServer(() => undefined);
  try {
    const terminal = await Terminal.open(context, { S: SECRET });
    terminal.run(...at(silent.url), "--client-secret-env", "S");
    await expect.poll(() => silent.received.length, { timeout: 60_000 }).toBe(1);
    terminal.press("C-c");
    await terminal.shellWaits();
    expect(await terminal.status()).toBe(130);
    terminal.type(`ps -o args= -t "$(tty)" | grep -c "[c]url"`);
    terminal.press("Enter");
    expect(await terminal.shows(/^0$/m)).toContain("0");
  } finally {
    await silent.close();
  }
});

describe("colours are shown", () => {
  const GREEN = /\u001b\[32m/;

  it("on a terminal", async (context) => {
    const terminal = await Terminal.open(context, { S: SECRET });
    terminal.run(...at(server.tokenEndpoint), "--client-secret-env", "S");
    await terminal.shows(/An access token was received\./);
    expect(terminal.screen(true)).toMatch(GREEN);
  });

  it("not where NO_COLOR is set", async (context) => {
    const terminal = await Terminal.open(context, { S: SECRET, NO_COLOR: "1" });
    terminal.run(...at(server.tokenEndpoint), "--client-secret-env", "S");
    await terminal.shows(/An access token was received\./);
    expect(terminal.screen(true)).not.toMatch(GREEN);
  });
});
