import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPE, startOAuthServer, type OAuthServer } from "../../server/oauth-server";
import { get } from "../../server/post";
import { json, startScriptedServer } from "../../server/scripted-server";
import { command } from "../command";

/** What a shell, a form and Basic each take for something else. */
const SECRET = `p$ss+w%rd= "'&\\`;
const folder = mkdtempSync(join(tmpdir(), "request-"));
const secretFile = join(folder, "client secret");
let server: OAuthServer;

beforeAll(async () => {
  writeFileSync(secretFile, `${SECRET}\n`);
  server = await startOAuthServer({
    clients: [
      { id: "posts", secret: SECRET, method: "client_secret_post" },
      { id: "basic", secret: SECRET, method: "client_secret_basic" },
    ],
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const request = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  command(["request", ...args], { env });
const by = (id: string, ...further: string[]) => [
  "--token-endpoint",
  server.tokenEndpoint,
  "--client-id",
  id,
  ...further,
];

describe("request gets an access token", () => {
  it.each([
    ["the environment", ["--client-secret-env", "THE_SECRET"], 'Secret.fromEnvironment("THE_SECRET")'],
    ["a file", ["--client-secret-file", secretFile], `Secret.fromFile("${secretFile}")`],
    ["a command", ["--client-secret-command", `cat '${secretFile}'`], `Secret.fromCommand(["cat", "${secretFile}"])`],
  ])("with the secret from %s, and says how TypeScript says so", async (_, given, typescript) => {
    const { status, stdout, stderr } = await request(by("basic", ...given), { THE_SECRET: SECRET });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      `  clientAuthentication: ClientAuthentication.clientSecretBasic("basic", ${typescript}),\n`,
    );
  });

  it("and revokes it with --revoke, so that it is alive no more", async () => {
    const revoke = ["--revoke", server.revocationEndpoint, "--client-secret-env", "S", "--show-token"];
    const { status, stdout, stderr } = await request(by("basic", ...revoke), { S: SECRET });
    expect([status, stderr]).toEqual([0, "The access token was revoked.\n"]);
    const [, token = ""] = /access token: (\S+)\n/.exec(stdout) ?? [];
    const answer = await get(server.api, { headers: { authorization: `Bearer ${token}` } });
    expect([token, answer.status]).toEqual([server.issued.at(-1), 401]);
    const wrong = await request(by("basic", "--revoke", server.tokenEndpoint, "--client-secret-env", "S"), {
      S: SECRET,
    });
    expect(wrong.status).toBe(52);
    expect(wrong.stderr).toContain("The access token was not revoked");
    const refused = await request(by("basic", "--revoke", "http://example.com/", "--client-secret-env", "S"), {
      S: SECRET,
    });
    expect([refused.status, refused.stderr]).toEqual([10, expect.stringContaining("--revoke: the URL is not https")]);
  });

  it("and says what came: type, lifetime, expiry and scope", async () => {
    const before = Date.now();
    const { stdout } = await request(by("posts", "--method", "post", "--scope", SCOPE, "--client-secret-env", "S"), {
      S: SECRET,
    });
    const [, expiry = ""] = /lifetime: 3600 seconds, until (\S+)\n/.exec(stdout) ?? [];
    expect(Date.parse(expiry)).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000 + 3_600_000);
    expect(stdout).toContain("token type: Bearer\n");
    expect(stdout).toContain(`scope: ${SCOPE}\n`);
  });

  it("and shows it only when asked to", async () => {
    const args = by("posts", "--method=post", "--client-secret-env=S");
    const hidden = await request(args, { S: SECRET });
    const shown = await request([...args, "--show-token"], { S: SECRET });
    const [first = "", second = ""] = server.issued.slice(-2);
    expect(hidden.stdout + hidden.stderr).not.toContain(first);
    expect(shown.stdout).toContain(`access token: ${second}\n`);
  });

  it("and gives it to programs as JSON", async () => {
    const args = by("posts", "--method=post", "--client-secret-env=S", "--scope", SCOPE, "--json");
    const { status, stdout } = await request(args, { S: SECRET });
    const hidden = JSON.parse(stdout) as { token: object };
    expect([status, hidden]).toMatchObject([
      0,
      {
        status: 0,
        clientId: "posts",
        method: "post",
        token: {
          tokenType: "Bearer",
          lifetimeSeconds: 3600,
          scope: { requested: [SCOPE], granted: [SCOPE], missing: [], unrequested: [] },
        },
        attempts: [{ method: "post", status: 0 }],
      },
    ]);
    expect(hidden.token).not.toHaveProperty("accessToken");
    const shown = JSON.parse((await request([...args, "--show-token"], { S: SECRET })).stdout) as object;
    expect(shown).toMatchObject({ token: { accessToken: server.issued.at(-1) } });
  });

  it("says how the granted scope differs from the requested one", async () => {
    const scripted = await startScriptedServer((_, response) => {
      json(response, 200, { access_token: "x", token_type: "bearer", scope: "read \u001b[31mextra" });
    });
    try {
      const endpoint = ["--token-endpoint", scripted.url, "--client-id", "a", "--client-secret-env", "S"];
      const { stdout } = await request([...endpoint, "--scope", "read write", "--json"], { S: SECRET });
      expect(JSON.parse(stdout)).toMatchObject({ token: { scope: { missing: ["write"] } } });
      const text = await request([...endpoint, "--scope", "read", "--scope", "write"], { S: SECRET });
      expect(text.stdout).toContain("requested, but not granted: write\n");
      expect(text.stdout).not.toContain("\u001b");
      expect(scripted.received.at(-1)?.body).toContain("scope=read+write");
    } finally {
      await scripted.close();
    }
  });
});

it("sends the further parameters in their order, form-encoded", async () => {
  const scripted = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "x", token_type: "bearer" });
  });
  try {
    const args = [
      "--token-endpoint",
      scripted.url,
      "--client-id",
      "a b",
      "--client-secret-env",
      "S",
      "--method",
      "post",
    ];
    await request([...args, "--parameter", "resource=https://a/?x=1&y", "--parameter", "resource=b"], { S: SECRET });
    expect(scripted.received[0]?.body).toBe(
      `grant_type=client_credentials&resource=https%3A%2F%2Fa%2F%3Fx%3D1%26y&resource=b&client_id=a+b&${new URLSearchParams({ client_secret: SECRET }).toString()}`,
    );
  } finally {
    await scripted.close();
  }
});

describe("request fails with the program's exit status and words", () => {
  it.each([
    [31, "of a client that is refused", ["--client-secret-env", "WRONG"], "The token endpoint refused"],
    [11, "of a secret that is empty", ["--client-secret-env", "EMPTY"], "The client secret"],
    [11, "of a file that is missing", ["--client-secret-file", "/no/such/file"], "/no/such/file"],
    [44, "of a lifetime that is too short", ["--client-secret-env", "S", "--minimum-lifetime", "3601"], "3601"],
  ])("%i %s", async (status, _, further, said) => {
    const ran = await request(by("basic", ...further), { S: SECRET, WRONG: "wrong", EMPTY: "" });
    expect([ran.status, ran.stdout]).toEqual([status, ""]);
    expect(ran.stderr).toContain(said);
  });

  it("20, where nothing listens", async () => {
    const args = [
      "--token-endpoint",
      "http://127.0.0.1:9/token",
      "--client-id",
      "a",
      "--client-secret-env",
      "S",
      "--json",
    ];
    const { status, stdout } = await request(args, { S: SECRET });
    expect([status, JSON.parse(stdout)]).toMatchObject([
      20,
      { status: 20, attempts: [{ status: 20, said: expect.any(String) as string }] },
    ]);
  });
});

it("knows the regions of Genesys Cloud", async () => {
  const at = (region: string) =>
    request(
      [
        "--genesys-cloud",
        region,
        "--client-id",
        "a",
        "--client-secret-env",
        "S",
        "--timeout",
        "1",
        "--connect-timeout",
        "1",
        "--json",
      ],
      // Nothing is sent to the vendor: there is no such proxy.
      { S: SECRET, https_proxy: "http://127.0.0.1:9" },
    );
  const { stdout } = await at("eu-central-1");
  expect(JSON.parse(stdout)).toMatchObject({ tokenEndpoint: "https://login.mypurecloud.de/oauth/token" });
  const unknown = await at("eu-central-3");
  expect([unknown.status, unknown.stdout]).toEqual([10, ""]);
  expect(unknown.stderr).toContain('did you mean "eu-central-1"?');
});

it("does not run what a shell alone could", async () => {
  for (const line of [
    "cat x | tr a b",
    "echo $HOME",
    "cat < x",
    "cat x; id",
    "cat `id`",
    "cat ~/x",
    "A=b cat",
    "cat 'x",
    "",
  ]) {
    const { status, stderr } = await request(by("basic", "--client-secret-command", line));
    expect([line, status]).toEqual([line, 10]);
    expect(stderr).toContain("--client-secret-command");
  }
});
