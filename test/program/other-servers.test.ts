import { afterAll, describe, expect, it } from "vitest";
import { authlib } from "../server/authlib";
import { SharedServer } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { SCOPE, type RunningServer } from "../server/test-server";
import { runProgram } from "./run-program";

const SECRETS = {
  "the characters that a form escapes": "p&q=r%20s+t;u#v?w/x",
  "the characters that a shell and Terraform expand": "$HOME${x}%{y}$(id)`id`'a'\"b\"\\",
  "letters beyond ASCII": "pässwörd-日本",
  "a colon": "a:b",
};
const METHODS = ["client_secret_post", "client_secret_basic"] as const;

/** Ids that need encoding as much as the secrets do. */
const BY_SECRET = METHODS.flatMap((method) =>
  Object.entries(SECRETS).map(([title, secret], at) => ({ title, id: `client:${at}+%&=${method}`, secret, method })),
);
const POST = { id: "posts", method: "client_secret_post", secret: "s3cret" } as const;
const BASIC = { id: "basic", method: "client_secret_basic", secret: "words of letters" } as const;
const WITHOUT_GRANT = { ...POST, id: "no-grant", grants: ["password"] } as const;
const SIGNING = { id: "signing", method: "private_key_jwt", key: newTestKey("ES256") } as const;

const MAKES = [authlib];

/** What each make answers to a request that it refuses. */
const REFUSED: Record<string, { asked: Asked; scope?: string; answers: Record<string, string> }> = {
  "another secret by post": { asked: { ...POST, secret: "another" }, answers: { Authlib: "31: 401 invalid_client" } },
  "another secret by Basic": { asked: { ...BASIC, secret: "another" }, answers: { Authlib: "31: 401 invalid_client" } },
  "an unknown client by post": { asked: { ...POST, id: "nobody" }, answers: { Authlib: "31: 400 invalid_client" } },
  "an unknown client by Basic": { asked: { ...BASIC, id: "nobody" }, answers: { Authlib: "31: 401 invalid_client" } },
  "Basic in place of post": {
    asked: { ...POST, method: "client_secret_basic" },
    answers: { Authlib: "31: 401 invalid_client" },
  },
  "post in place of Basic": {
    asked: { ...BASIC, method: "client_secret_post" },
    answers: { Authlib: "31: 401 invalid_client" },
  },
  "a client without the grant": { asked: WITHOUT_GRANT, answers: { Authlib: "32: 400 unauthorized_client" } },
  "a client that signs": { asked: { ...POST, id: SIGNING.id }, answers: { Authlib: "31: 401 invalid_client" } },
  "a scope that it does not know": { asked: POST, scope: "unheard-of", answers: { Authlib: "32: 400 invalid_scope" } },
};

describe.each(MAKES.map((make) => [make.name, make] as const))("the program and %s", (_, make) => {
  const shared = new SharedServer(make, () => ({ clients: [...BY_SECRET, POST, BASIC, WITHOUT_GRANT, SIGNING] }));
  afterAll(() => shared.close());

  for (const client of BY_SECRET)
    it(`agree on ${client.title} by ${client.method}`, async (context) => {
      const server = await shared.for(context);
      const { code, stdout, stderr } = await ask(server, client);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const token = JSON.parse(stdout) as { access_token: string };
      expect(token).toMatchObject({ token_type: "Bearer", scope: SCOPE });
      expect(await server.isLive(token.access_token)).toBe(true);
      expect(server.tokenRequests.at(-1)?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    });

  it("agree on raw Basic credentials where form encoding would change nothing", async (context) => {
    const server = await shared.for(context);
    const { code } = await ask(server, { ...BASIC, method: "client_secret_basic_raw" });
    expect(code).toBe(0);
    const [, sent = ""] = /^Basic (.+)$/.exec(server.tokenRequests.at(-1)?.headers.authorization ?? "") ?? [];
    expect(Buffer.from(sent, "base64").toString()).toBe(`${BASIC.id}:${BASIC.secret}`);
  });

  for (const [title, { asked, scope, answers }] of Object.entries(REFUSED))
    it(`do not agree on ${title}`, async (context) => {
      const server = await shared.for(context);
      const { code, stdout, stderr } = await ask(server, asked, scope);
      const [, status] = /\n {2}status: (.+)\n/.exec(stderr) ?? [];
      const [, error] = /\n {2}error: (.+)\n/.exec(stderr) ?? [];
      expect(`${code}: ${status} ${error}`).toBe(answers[make.name]);
      expect(stdout).toBe("");
      expect(stderr).not.toContain(asked.secret);
    });
});

/** A client, with its method in the program's words. */
interface Asked {
  readonly id: string;
  readonly method: string;
  readonly secret: string;
}

function ask(server: RunningServer, client: Asked, scope = SCOPE) {
  const args = [
    `token_endpoint=${encodeURIComponent(server.tokenEndpoint)}`,
    "form.grant_type=client_credentials",
    `form.scope=${encodeURIComponent(scope)}`,
    `client_authentication=${client.method}`,
    `client_id=${encodeURIComponent(client.id)}`,
    "client_secret.environment=SECRET",
    "output=json",
  ];
  return runProgram(["/bin/sh"], args, { ...server.trust, SECRET: client.secret });
}
