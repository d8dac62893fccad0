import { afterAll, expect, it } from "vitest";
import { authlib } from "../../server/authlib";
import { SharedServer } from "../../server/server-for";
import { command } from "../command";
import { Terminal } from "../terminal";

const SECRET = "p$ss+w%rd=";
const PASSWORD = "MDEyMzQ1Njc4OWFiY2RlZg==+/====";
const shared = new SharedServer(authlib, () => ({
  clients: [
    { id: "abc123", method: "client_secret_post", secret: SECRET, grants: ["password", "refresh_token"] },
    { id: "public", method: "none", grants: ["password"] },
  ],
  users: [{ name: "access key", password: PASSWORD }],
}));
afterAll(() => shared.close());

const USER = ["--grant", "password", "--username", "access key"];

it("request gets a token by a user's password, beside the client's secret", async (context) => {
  const { tokenEndpoint } = await shared.for(context);
  const client = ["--client-id", "abc123", "--client-secret-env", "S", "--method", "post"];
  const args = ["request", "--token-endpoint", tokenEndpoint, ...client, ...USER, "--password-env", "P"];
  const { status, stdout, stderr } = await command(args, { env: { S: SECRET, P: PASSWORD } });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain('clientSecretPost("abc123", Secret.fromEnvironment("S")),');
  expect((await command(args, { env: { S: SECRET, P: "wrong" } })).status).not.toBe(0);
});

it("request takes a public client, which has no secret", async (context) => {
  const { tokenEndpoint } = await shared.for(context);
  const client = ["--client-id", "public", "--method", "none"];
  const args = ["request", "--token-endpoint", tokenEndpoint, ...client, ...USER, "--password-env", "P"];
  const { status, stdout } = await command(args, { env: { P: PASSWORD } });
  expect([status, stdout]).toEqual([0, expect.stringContaining('ClientAuthentication.none("public"),')]);
});

it("request asks for each secret that is not given", async (context) => {
  const { tokenEndpoint } = await shared.for(context);
  const terminal = await Terminal.open(context);
  terminal.run("request", "--token-endpoint", tokenEndpoint, "--client-id", "abc123", "--method", "post", ...USER);
  await terminal.shows(/The client secret of abc123 .*: $/m);
  terminal.type(SECRET);
  terminal.press("Enter");
  await terminal.shows(/The password of abc123 .*: $/m);
  terminal.type(PASSWORD);
  terminal.press("Enter");
  const screen = await terminal.shows(/An access token was received\./);
  expect(screen).not.toMatch(/ss\+w|MDEy/);
});

it("request refuses a password as an argument, and wants the user's name", async () => {
  const args = ["request", "--token-endpoint", "http://127.0.0.1:9/", "--client-id", "a", "--grant", "password"];
  const literal = await command([...args, "--password", PASSWORD]);
  expect([literal.status, literal.stderr]).toEqual([
    10,
    expect.stringContaining("Give the password by --password-env"),
  ]);
  expect(literal.stderr).not.toContain("MDEy");
  expect(await command(args)).toMatchObject({
    status: 10,
    stderr: expect.stringContaining("needs --username") as string,
  });
});
