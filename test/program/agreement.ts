import { afterAll, expect, it } from "vitest";
import { SharedServer } from "../server/server-for";
import { newTestKey } from "../server/test-key";
import { SCOPE, type RunningServer, type ServerMake } from "../server/test-server";
import { runProgram } from "./run-program";

const SECRETS = {
  "the characters that a form escapes": "p&q=r%20s+t;u#v?w/x",
  "the characters that a shell and Terraform expand": "$HOME${x}%{y}$(id)`id`'a'\"b\"\\",
  "letters beyond ASCII": "pässwörd-日本",
  "a colon": "user:pass:word",
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
const PUBLIC = { id: "public", method: "none", grants: ["password"] } as const;

const NOT_AGREED = {
  "another secret by post": { asked: { ...POST, secret: "another" } },
  "another secret by Basic": { asked: { ...BASIC, secret: "another" } },
  "an unknown client by post": { asked: { ...POST, id: "nobody" } },
  "an unknown client by Basic": { asked: { ...BASIC, id: "nobody" } },
  "Basic in place of post": { asked: { ...POST, method: "client_secret_basic" } },
  "post in place of Basic": { asked: { ...BASIC, method: "client_secret_post" } },
  "raw Basic with a secret that looks encoded": {
    asked: { ...POST, secret: "100%", method: "client_secret_basic_raw" },
  },
  "a client without the grant": { asked: WITHOUT_GRANT },
  "a client that signs": { asked: { ...POST, id: SIGNING.id } },
  "a public client": { asked: { ...POST, id: PUBLIC.id } },
  "a scope that it does not know": { asked: POST, scope: "unheard-of" },
} satisfies Record<string, { asked: Asked; scope?: string }>;

/** The status of the answer and its error; "taken" where the make gives a token. */
export type Answers = Readonly<Record<keyof typeof NOT_AGREED, string>>;

/** Tests of the program with a make, whose answers to what it refuses are those of real servers. */
export function testAgreement(make: ServerMake, answers: Answers): void {
  const clients = [...BY_SECRET, POST, BASIC, WITHOUT_GRANT, SIGNING, PUBLIC];
  const shared = new SharedServer(make, () => ({ clients }));
  afterAll(() => shared.close());

  for (const client of BY_SECRET)
    it(`agree on ${client.title} by ${client.method}`, async (context) => {
      const server = await shared.for(context);
      const { code, stdout, stderr } = await ask(server, client);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const token = JSON.parse(stdout) as { access_token: string; token_type: string; scope: string };
      expect(token.token_type).toMatch(/^bearer$/i);
      expect(token.scope.split(" ")).toContain(SCOPE);
      expect(await server.isLive(token.access_token)).toBe(true);
      expect(server.tokenRequests.at(-1)?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    });

  it("agree on raw Basic credentials where decoding changes nothing", async (context) => {
    const server = await shared.for(context);
    const { code } = await ask(server, { ...BASIC, method: "client_secret_basic_raw" });
    expect(code).toBe(0);
    const [, sent = ""] = /^Basic (.+)$/.exec(server.tokenRequests.at(-1)?.headers.authorization ?? "") ?? [];
    expect(Buffer.from(sent, "base64").toString()).toBe(`${BASIC.id}:${BASIC.secret}`);
  });

  for (const [title, request] of Object.entries(NOT_AGREED) as [keyof Answers, { asked: Asked; scope?: string }][])
    it(`meet with ${title}`, async (context) => {
      const server = await shared.for(context);
      const { code, stdout, stderr } = await ask(server, request.asked, request.scope);
      const [, status] = /\n {2}status: (.+)\n/.exec(stderr) ?? [];
      const [, error] = /\n {2}error: (.+)\n/.exec(stderr) ?? [];
      expect(code === 0 ? "taken" : `${status} ${error}`, stderr).toBe(answers[title]);
      expect([0, 31, 32]).toContain(code);
      expect(stdout === "").toBe(code !== 0);
      expect(stderr).not.toContain(`${request.asked.secret}\n`);
    });
}

/** A client, with its method in the program's words. */
interface Asked {
  readonly id: string;
  readonly method: string;
  readonly secret: string;
}

export function ask(server: RunningServer, client: Asked, scope = SCOPE) {
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
