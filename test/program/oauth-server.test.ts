import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPrivateCa, type PrivateCa } from "../server/private-ca";
import { SCOPE, startOAuthServer, type OAuthClient, type OAuthServer } from "../server/oauth-server";
import { ownWords, runProgram } from "./run-program";

/** RFC 6749's VSCHAR, which is all that this server takes: space to tilde. */
const VSCHAR = String.fromCharCode(...Array.from({ length: 0x7e - 0x20 + 1 }, (_, at) => 0x20 + at));

const SECRETS = {
  "every character that RFC 6749 allows": VSCHAR,
  "all of them, twice encoded already": encodeURIComponent(encodeURIComponent(VSCHAR)),
  "what a shell would expand": "$HOME ${x} $(id) `id` !! ~ * ?",
  "what Terraform would interpolate": "${var.x} %{if true} $${x} %%{x}",
  quotes: `"double" 'single' \\ \\\\ \\" \\n`,
  "what a form separates by": "a&b=c+d%20e;f#g?h",
  "what curl reads a file for": "@/etc/passwd",
  "what curl takes for an option": '-K -\\"',
  "a colon, as in Basic credentials": "a:b:c",
  "an access key secret": "MDEyMzQ1Njc4OWFiY2RlZg==+/====",
  "spaces around it": " leading and trailing ",
  "4,096 characters": "k$".repeat(2048),
};
const METHODS = ["client_secret_post", "client_secret_basic"] as const;

/** Ids that need encoding as much as the secrets do. */
const CLIENTS: (OAuthClient & { title: string })[] = METHODS.flatMap((method) =>
  Object.entries(SECRETS).map(([title, secret], at) => ({ title, id: `client:${at} +%&=${method}`, secret, method })),
);

function byMethod(method: OAuthClient["method"]): OAuthClient {
  return CLIENTS.find((client) => client.method === method) as OAuthClient;
}

function argumentsFor(endpoint: string, client: OAuthClient, ...further: string[]): string[] {
  return [
    `token_endpoint=${encodeURIComponent(endpoint)}`,
    "form.grant_type=client_credentials",
    `form.scope=${encodeURIComponent(SCOPE)}`,
    `client_authentication=${client.method}`,
    `client_id=${encodeURIComponent(client.id)}`,
    "client_secret.environment=SECRET",
    "output=json",
    ...further,
  ];
}

describe.each(["http", "https"])("the program and an OpenID Connect server over %s", (scheme) => {
  const folder = mkdtempSync(join(tmpdir(), "private-ca-"));
  let ca: PrivateCa | undefined;
  let server: OAuthServer;
  let trust: Record<string, string> = {};

  beforeAll(async () => {
    ca = scheme === "https" ? createPrivateCa(folder) : undefined;
    trust = ca ? { CURL_CA_BUNDLE: ca.caFile } : {};
    server = await startOAuthServer({ clients: CLIENTS, ...(ca && { tls: ca }) });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (client: OAuthClient, environment: Record<string, string> = trust, ...further: string[]) =>
    runProgram(["/bin/sh"], argumentsFor(server.tokenEndpoint, client, ...further), {
      ...environment,
      SECRET: client.secret,
    });

  for (const client of CLIENTS)
    it(`agree on ${client.title} by ${client.method}`, async () => {
      const { code, stdout, stderr } = await ask(client);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        access_token: server.issued.at(-1),
        token_type: "Bearer",
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
        scope: SCOPE,
      });
      expect(server.tokenRequests.at(-1)).toBe("application/x-www-form-urlencoded");
    });

  it("give a token that an API of the server takes", async () => {
    const client = byMethod("client_secret_post");
    const curl = ["curl", "-sS", "-H", "@-", server.api];
    const script = `printf "Authorization: Bearer %s\\n" "$ACCESS_TOKEN" | ${curl.join(" ")}`;
    const run = ["sh", "-c", script].map((word) => `run=${encodeURIComponent(word)}`);
    const { code, stdout, stderr } = await ask(client, trust, "output=run", ...run);
    expect({ code, said: stderr.split("\n").length }).toEqual({ code: 0, said: 2 });
    expect(stderr).toContain("From here on, output and exit status are those of the command of run (sh).\n");
    expect(JSON.parse(stdout)).toEqual({ client: client.id, scope: SCOPE });
    expect(server.apiAnswers).toEqual([200]);
  });

  it.each(METHODS)("refuse another secret by %s", async (method) => {
    const { code, stderr } = await ask({ ...byMethod(method), secret: "another" });
    expect(code).toBe(31);
    expect(stderr).toContain("\n  status: 401\n  error: invalid_client\n");
  });

  if (scheme === "https")
    it("do not meet without the private certificate authority", async () => {
      const client = byMethod("client_secret_post");
      const { code, stdout, stderr } = await ask(client, {});
      expect({ code, stdout }).toEqual({ code: 21, stdout: "" });
      const asked = server.tokenRequests.length;
      expect(ownWords(stderr)).toMatchInlineSnapshot(`
        "The certificate of the token endpoint's host was not issued by an authority that this machine trusts. For a private certificate authority, give its file as caFile, or set CURL_CA_BUNDLE where Terraform runs.
          token endpoint: https://127.0.0.1:PORT/token
          curl: (curl's own words)
        "
      `);
      expect(server.tokenRequests).toHaveLength(asked);
    });
});
