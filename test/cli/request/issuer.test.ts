import { afterAll, describe, expect, it } from "vitest";
import { authlib } from "../../server/authlib";
import { oidcProvider } from "../../server/oidc-provider";
import { startScriptedServer } from "../../server/scripted-server";
import { SharedServer } from "../../server/server-for";
import { command } from "../command";

const SECRET = "p$ss+w%rd=";
const CLIENT = ["--client-id", "basic", "--client-secret-env", "S"];
const request = (...args: readonly string[]) => command(["request", ...args], { env: { S: SECRET } });

describe.each([oidcProvider, authlib])("by the metadata of $name, request", (make) => {
  const shared = new SharedServer(make, () => ({
    clients: [{ id: "basic", method: "client_secret_basic", secret: SECRET }],
  }));
  afterAll(() => shared.close());

  it("gets a token, and says of which issuer", async (context) => {
    const server = await shared.for(context);
    const { issuer } = server;
    const text = await request("--issuer", issuer, ...CLIENT);
    expect([text.status, text.stderr]).toEqual([0, ""]);
    expect(text.stdout).toContain(`  issuer: ${issuer}\n`);
    expect(await server.isLive(server.issued.at(-1) ?? "")).toBe(true);
    const { status, stdout } = await request("--issuer", issuer, ...CLIENT, "--json");
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { issuer }]);
    expect(JSON.parse(stdout)).not.toHaveProperty("tokenEndpoint");
  });

  it("finds the revocation endpoint too", async (context) => {
    const server = await shared.for(context);
    const { status, stderr } = await request("--issuer", server.issuer, ...CLIENT, "--revoke", "discovered");
    expect([status, stderr]).toEqual([0, "The access token was revoked.\n"]);
    expect(await server.isLive(server.issued.at(-1) ?? "")).toBe(false);
  });

  it("announces its attempts by the issuer", async (context) => {
    const { issuer } = await shared.for(context);
    const { stderr } = await request("--issuer", issuer, ...CLIENT, "--try-methods");
    expect(stderr).toContain(`requests to the token endpoint of ${issuer}: basic, post, basic-raw.`);
  });
});

it("ends with 16 where the issuer has no metadata, and sends no secret", async () => {
  const server = await startScriptedServer((_, response) => response.writeHead(404).end());
  const { status, stdout, stderr } = await request("--issuer", server.url, ...CLIENT);
  await server.close();
  expect([status, stdout]).toEqual([16, ""]);
  expect(stderr).toContain(`issuer: ${server.url}\n`);
  expect(server.received.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    [undefined, ""],
    [undefined, ""],
  ]);
});

it.each([
  [
    ["--issuer", "https://a.example", "--token-endpoint", "https://a.example/token"],
    "Both --token-endpoint and --issu",
  ],
  [["--issuer", "https://a.example", "--genesys-cloud", "eu-central-1"], "Both --issuer and --genesys-cloud"],
  [[], "Give it by --token-endpoint URL or --issuer URL or --genesys-cloud REGION."],
  [["--issuer"], "--issuer needs a value"],
  [["--issuer", ""], "--issuer: this is not a URL"],
  [["--issuer", "http://a.example"], "--issuer: the URL is not https"],
  [["--issuer", "https://a.example/?hunter2"], "--issuer: the URL has a query"],
  [["--token-endpoint", "https://a.example/token", "--revoke", "discovered"], "goes with --issuer"],
])("refuses %j", async (where, said) => {
  const { status, stdout, stderr } = await request(...where, "--client-id", "a");
  expect([status, stdout]).toEqual([10, ""]);
  expect(stderr).toContain(said);
  expect(stderr).not.toContain("hunter2");
});
