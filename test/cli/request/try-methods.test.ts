import { afterAll, describe, expect, it } from "vitest";
import { authlib } from "../../server/authlib";
import { SharedServer } from "../../server/server-for";
import { json, startScriptedServer, type ReceivedRequest } from "../../server/scripted-server";
import { command } from "../command";

const SECRET = "p$ss+w%rd=";
/** It takes each client by the method that it is registered with; oidc-provider takes either. */
const shared = new SharedServer(authlib, () => ({
  clients: [
    { id: "posts", method: "client_secret_post", secret: SECRET },
    { id: "plain", method: "client_secret_basic", secret: "plain" },
  ],
}));

afterAll(() => shared.close());

const request = (endpoint: string, id: string, further: readonly string[], secret = SECRET) =>
  command(["request", "--token-endpoint", endpoint, "--client-id", id, "--client-secret-env", "S", ...further], {
    env: { S: secret },
  });

describe("after a refusal", () => {
  it("request says what else could be tried, and how many requests that makes", async (context) => {
    const server = await shared.for(context);
    const before = server.tokenRequests.length;
    const { status, stderr } = await request(server.tokenEndpoint, "posts", []);
    expect(status).toBe(31);
    expect(stderr).toContain("What else could be tried: --method post or --method basic-raw.");
    expect(stderr).toContain("with up to 2 more requests");
    expect(server.tokenRequests.length - before).toBe(1);
  });

  it("it proposes nothing that would send the same", async (context) => {
    const server = await shared.for(context);
    const { stderr } = await request(server.tokenEndpoint, "posts", [], "plain");
    expect(stderr).toContain("What else could be tried: --method post.");
    expect(stderr).toContain("with one more request");
  });

  it("it proposes no method where the method cannot be the cause", async () => {
    const scripted = await startScriptedServer((_, response) => {
      json(response, 400, { error: "invalid_scope" });
    });
    try {
      expect((await request(scripted.url, "a", [])).stderr).not.toContain("What else could be tried");
      expect((await request("http://127.0.0.1:9/token", "a", [])).stderr).not.toContain("What else could be tried");
    } finally {
      await scripted.close();
    }
  });
});

describe("--try-methods", () => {
  it("says first how many requests it makes, then which method the server takes, and the line of TypeScript", async (context) => {
    const server = await shared.for(context);
    const before = server.tokenRequests.length;
    const { status, stdout, stderr } = await request(server.tokenEndpoint, "posts", ["--try-methods"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^--try-methods makes up to 3 requests to \S+: basic, post, basic-raw\. Servers may lock/);
    expect(stdout).toContain("client: posts, by post\n");
    expect(stdout).toContain(
      'clientAuthentication: ClientAuthentication.clientSecretPost("posts", Secret.fromEnvironment("S")),',
    );
    expect(server.tokenRequests.length - before).toBe(2);
  });

  it("makes one request where the first is taken", async (context) => {
    const server = await shared.for(context);
    const before = server.tokenRequests.length;
    const { status, stdout } = await request(server.tokenEndpoint, "plain", ["--try-methods", "--json"], "plain");
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { status: 0, method: "basic", attempts: [{ status: 0 }] }]);
    expect(server.tokenRequests.length - before).toBe(1);
  });

  it("finds a server that does not decode", async () => {
    const raw = await startScriptedServer(({ headers }, response) => {
      const taken = headers.authorization === `Basic ${Buffer.from(`a:${SECRET}`).toString("base64")}`;
      json(
        response,
        taken ? 200 : 401,
        taken ? { access_token: "x", token_type: "bearer" } : { error: "invalid_client" },
      );
    });
    try {
      const { status, stdout } = await request(raw.url, "a", ["--try-methods", "--method", "post"]);
      expect(status).toBe(0);
      expect(stdout).toContain('clientSecretBasic("a", Secret.fromEnvironment("S"), { raw: true }),');
    } finally {
      await raw.close();
    }
  });

  it("says so where none is taken, and ends with the first one's status", async (context) => {
    const server = await shared.for(context);
    const { status, stdout, stderr } = await request(server.tokenEndpoint, "posts", ["--try-methods"], "wr+ng");
    expect([status, stdout]).toEqual([31, ""]);
    expect(stderr).toContain("No method was taken: basic, post, basic-raw.");
  });

  it.each([
    ["throttles", 429, { error: "slow_down" }],
    ["fails", 503, {}],
    ["refuses the scope", 400, { error: "invalid_scope" }],
  ])("stops where the server %s", async (_, status, body) => {
    const answered: ReceivedRequest[] = [];
    const scripted = await startScriptedServer((received, response) => {
      answered.push(received);
      if (answered.length === 1) json(response, 401, { error: "invalid_client" });
      else json(response, status, body);
    });
    try {
      const ran = await request(scripted.url, "a", ["--try-methods"]);
      expect([ran.status, answered.length]).toEqual([31, 2]);
    } finally {
      await scripted.close();
    }
  });
});
