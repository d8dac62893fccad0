import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  constants,
  generateKeyPairSync,
  verify,
  type JsonWebKey,
} from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretEncodings } from "../audit/encodings";
import { LeakAudit } from "../audit/leak-audit";
import { cannotRun } from "../needs";
import { json, startScriptedServer, type ScriptedServer } from "../server/scripted-server";
import { newTestKey } from "../server/test-key";
import { requestArguments, runProgram } from "./run-program";
import { available, AWKS, SHELLS } from "./shells";
import { searchPath } from "./trials";

const PASSPHRASE = " a'\\b\" $(c) ";
const RS256 = newTestKey("RS256");
const PS256 = newTestKey("PS256");
const ES256 = newTestKey("ES256");
const ES384 = newTestKey("ES384");
/** One with the character whose inner block has NUL, and one that is longer than a block. */
const SECRETS = { short: "6p&q%'\"\\", long: `${"k€y".repeat(20)}%` };

let server: ScriptedServer;
/** How many requests are answered by 503 first. */
let failures = 0;
let hold: () => Promise<void> = () => Promise.resolve();
beforeAll(async () => {
  server = await startScriptedServer((_, response) => {
    void hold().then(() => {
      const status = failures-- > 0 ? 503 : 200;
      json(response, status, { access_token: "t0ken", token_type: "bearer" });
    });
  });
});
afterAll(() => server.close());

/** A request with two JWTs, one that authenticates the client and one that is the grant. */
function signing(...[client, grant]: [algorithm: string, further?: string[]][]): string[] {
  const jwt = (slot: string, [algorithm, further = []]: [algorithm: string, further?: string[]]) => [
    `secret=${slot}_key`,
    `secret=${slot}`,
    `${slot}_key.environment=${slot.toUpperCase()}_KEY`,
    `jwt=${slot}`,
    `jwt.${slot}.algorithm=${algorithm}`,
    `jwt.${slot}.key=${slot}_key`,
    ...further.map((argument) => argument.replaceAll("SLOT", slot)),
  ];
  return [
    ...requestArguments(server.url).filter((argument) => !argument.startsWith("client_secret.")),
    "client_authentication=private_key_jwt",
    ...(client ? jwt("client_assertion", client) : []),
    ...(grant ? ["form_secret.assertion=assertion", ...jwt("assertion", grant)] : []),
  ];
}
const ENCRYPTED = ["secret=SLOT_key_passphrase", "jwt.SLOT.passphrase=SLOT_key_passphrase"].concat(
  "SLOT_key_passphrase.environment=PASSPHRASE",
);

function encrypted(key: string): string {
  const options = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: PASSPHRASE } as const;
  return createPrivateKey(key).export(options).toString();
}

/** The claims of a JWT whose signature is right. */
function verified(jwt: string, by: JsonWebKey | string): Record<string, unknown> {
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const decoded = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  const text = Buffer.from(`${header}.${claims}`);
  const bytes = Buffer.from(signature, "base64url");
  const { alg } = decoded(header) as { alg: string };
  if (typeof by === "string") expect(bytes).toEqual(createHmac("sha256", by).update(text).digest());
  else {
    const key = createPublicKey({ key: by, format: "jwk" });
    const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    const options = { key, dsaEncoding: "ieee-p1363", ...(alg === "PS256" && pss) } as const;
    expect(verify(`sha${alg.slice(2)}`, text, options, bytes)).toBe(true);
  }
  return { ...decoded(header), ...decoded(claims) };
}

describe.each(SHELLS)("under %s", (title, shell) => {
  it.for(AWKS)("with %s, each algorithm signs", async ([awkTitle, awk], context) => {
    available(context, title, shell[0] ?? "");
    available(context, awkTitle, awk);
    const path = searchPath(awk);
    const pairs = [
      [["RS256"], RS256.privateKey, RS256.jwk, ["ES256"], ES256.privateKey.replaceAll("\n", "\\n"), ES256.jwk],
      [["PS256", ENCRYPTED], encrypted(PS256.privateKey), PS256.jwk, ["HS256"], SECRETS.short, SECRETS.short],
      [["ES384"], ES384.privateKey, ES384.jwk, ["HS256"], SECRETS.long, SECRETS.long],
    ] as [[string, string[]?], string, JsonWebKey, [string], string, JsonWebKey | string][];
    for (const [client, clientKey, clientVerifier, grant, grantKey, grantVerifier] of pairs) {
      const environment = { CLIENT_ASSERTION_KEY: clientKey, ASSERTION_KEY: grantKey, PASSPHRASE };
      const { code, stderr } = await runProgram(shell, signing(client, grant), environment, path);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const sent = new URLSearchParams(server.received.at(-1)?.body);
      const claims = verified(sent.get("client_assertion") ?? "", clientVerifier);
      expect(claims).toMatchObject({ aud: server.url, typ: "JWT" });
      expect(verified(sent.get("assertion") ?? "", grantVerifier)["jti"]).not.toBe(claims["jti"]);
    }
  });
});

it("a JWT says what it is told to, and the time", async () => {
  const further = [
    "jwt.SLOT.key_id=a%22b%5C+%0A%C3%A9",
    "jwt.SLOT.thumbprint=00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33",
    "jwt.SLOT.lifetime=90",
    "jwt.SLOT.claim.iss=i%26i",
    "jwt.SLOT.claim.aud=https%3A%2F%2Flogin.example.com",
    "jwt.SLOT.claim.https://example.com/file=x",
  ];
  const before = Math.floor(Date.now() / 1000);
  const { code } = await runProgram(["/bin/sh"], signing(["ES256", further]), {
    CLIENT_ASSERTION_KEY: ES256.privateKey,
  });
  expect(code).toBe(0);
  const claims = verified(new URLSearchParams(server.received.at(-1)?.body).get("client_assertion") ?? "", ES256.jwk);
  const issuedAt = Number(claims["iat"]);
  expect(issuedAt).toBeGreaterThanOrEqual(before);
  expect(claims).toEqual({
    alg: "ES256",
    typ: "JWT",
    kid: 'a"b\\ \né',
    x5t: "ABEiM0RVZneImaq7zN3u_wARIjM",
    iss: "i&i",
    aud: "https://login.example.com",
    "https://example.com/file": "x",
    iat: issuedAt,
    exp: issuedAt + 90,
    jti: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});

it("a SHA-256 in hexadecimal becomes x5t#S256", async () => {
  const args = signing(["ES256", [`jwt.SLOT.thumbprint=${"0f".repeat(32)}`]]);
  const { code } = await runProgram(["/bin/sh"], args, { CLIENT_ASSERTION_KEY: ES256.privateKey });
  expect(code).toBe(0);
  const claims = verified(new URLSearchParams(server.received.at(-1)?.body).get("client_assertion") ?? "", ES256.jwk);
  expect(claims["x5t#S256"]).toBe(Buffer.from("0f".repeat(32), "hex").toString("base64url"));
});

it("a further attempt has JWTs of its own", async () => {
  const before = server.received.length;
  failures = 1;
  const environment = { CLIENT_ASSERTION_KEY: ES256.privateKey, ASSERTION_KEY: ES384.privateKey };
  const { code } = await runProgram(["/bin/sh"], [...signing(["ES256"], ["ES384"]), "retry=2"], environment);
  expect(code).toBe(0);
  const sent = server.received.slice(before).map(({ body }) => new URLSearchParams(body));
  for (const [name, key] of [
    ["client_assertion", ES256.jwk],
    ["assertion", ES384.jwk],
  ] as const)
    expect(new Set(sent.map((form) => verified(form.get(name) ?? "", key)["jti"])).size).toBe(2);
});

describe("nothing is sent, and the exit status says so", () => {
  const small = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs8", format: "pem" });
  const cases: Record<string, [algorithm: string, further: string[], key: string, code: number, text: string]> = {
    "a key of another kind": ["RS256", [], ES256.privateKey, 15, "is an RSA key of 2048 bits or more"],
    "an RSA key where an EC key is needed": ["ES256", [], RS256.privateKey, 15, "is an EC key of the curve P-256"],
    "a key of a larger curve": ["ES256", [], ES384.privateKey, 15, "is an EC key of the curve P-256"],
    "a key of a smaller curve": ["ES384", [], ES256.privateKey, 15, "is an EC key of the curve P-384"],
    "an RSA key of 1024 bits": ["PS256", [], small.toString(), 15, "is an RSA key of 2048 bits or more"],
    "a key that is encrypted, without its passphrase": [
      "RS256",
      [],
      "ENCRYPTED",
      15,
      "is encrypted, and no passphrase",
    ],
    "a wrong passphrase": ["RS256", [...ENCRYPTED, "PASSPHRASE"], "ENCRYPTED", 15, "that its passphrase is right"],
    "a path in place of a key": ["RS256", [], "/etc/keys/client.pem", 15, "is no private key in PEM"],
    "a damaged key": ["RS256", [], RS256.privateKey.replace(/\n.{20}/, "\n"), 15, "could not be signed with RS256"],
    "no key": ["RS256", [], "", 11, "The client assertion key is missing"],
    "an algorithm that there is not": ["none", [], RS256.privateKey, 10, "the algorithm none is not one of RS256"],
    "a lifetime that is no number": ["ES256", ["jwt.SLOT.lifetime=1e9"], ES256.privateKey, 10, "is 1e9. Allowed"],
    "a thumbprint that is none": ["ES256", ["jwt.SLOT.thumbprint=ab"], ES256.privateKey, 10, "thumbprint ab is none"],
  };

  it.each(Object.entries(cases))("with %s", async (_, [algorithm, further, key, code, text]) => {
    const before = server.received.length;
    const wrong = further.at(-1) === "PASSPHRASE";
    const args = signing([algorithm, wrong ? further.slice(0, -1) : further]);
    const given = key === "ENCRYPTED" ? encrypted(RS256.privateKey) : key;
    const result = await runProgram(["/bin/sh"], args, { CLIENT_ASSERTION_KEY: given, PASSPHRASE: "another" });
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(text);
    expect(server.received).toHaveLength(before);
  });

  it("without openssl", async () => {
    const bin = mkdtempSync(join(tmpdir(), "without-openssl-"));
    for (const tool of ["awk", "curl", "head", "cat", "sleep"]) symlinkSync(found(tool), join(bin, tool));
    const environment = { CLIENT_ASSERTION_KEY: ES256.privateKey };
    const { code, stderr } = await runProgram(["/bin/sh"], signing(["ES256"]), environment, bin);
    rmSync(bin, { recursive: true });
    expect(code).toBe(12);
    expect(stderr).toContain("openssl is not on the PATH");
  });

  it.for(SHELLS)("when openssl fails in any of its steps, under %s", async ([title, shell], context) => {
    available(context, title, shell[0] ?? "");
    const before = server.received.length;
    // The fingerprints of the steps: by a key two, by a long secret seven.
    for (const [algorithm, key, steps] of [
      ["ES256", ES256.privateKey, ["*-sign*", "base64 -A"]],
      ["HS256", SECRETS.long, ["base64 -A -d", "base64 -d", "base64 -A", "*-binary*"]],
    ] as const)
      for (const step of steps)
        for (const failure of ['openssl "$@"; exit 1', "cat >/dev/null; exit 1", "kill -9 $$"]) {
          const pattern = step.replaceAll(" ", "\\ ");
          const path = searchPath("/usr/bin/awk", {
            openssl: `case $* in ${pattern}) ${failure} ;; *) openssl "$@" ;; esac`,
          });
          const result = await runProgram(shell, signing([algorithm]), { CLIENT_ASSERTION_KEY: key }, path);
          expect(result, `${step}: ${failure}`).toMatchObject({ code: 15, stdout: "" });
        }
    expect(server.received).toHaveLength(before);
  });

  it("when openssl hangs, after timeoutSeconds", async () => {
    const before = server.received.length;
    const path = searchPath("/usr/bin/awk", { openssl: "sleep 60" });
    const args = [...signing(["ES256"]), "timeout=1"];
    const { code } = await runProgram(["/bin/sh"], args, { CLIENT_ASSERTION_KEY: ES256.privateKey }, path);
    expect(code).toBe(13);
    expect(server.received).toHaveLength(before);
  });
});

it.for(SHELLS)("no key, secret or JWT is in an argument or an open file under %s", async ([title, shell], context) => {
  available(context, title, shell[0] ?? "");
  if (!existsSync("/proc/self/fd"))
    cannotRun(context, "command lines and open files are seen in /proc, as Linux has it");
  const folder = mkdtempSync(join(tmpdir(), "signing-"));
  mkdirSync(join(folder, "tmp"));
  const secret = `${SECRETS.long}0123456789`;
  const body = RS256.privateKey.split("\n")[5] ?? "";
  const audits = [secret, body, PASSPHRASE].map((text) => new LeakAudit(secretEncodings(text)));
  // openssl is watched while it signs, and curl while the server holds the request.
  const slow = searchPath("/usr/bin/awk", { openssl: 'sleep 0.05; openssl "$@"; status=$?; sleep 0.05; exit $status' });
  const program = { running: true };
  hold = async () => {
    for (const audit of audits) await audit.watchFor(40);
  };
  const watching = (async () => {
    while (program.running) for (const audit of audits) await audit.watchFor(10);
  })();
  const environment = { CLIENT_ASSERTION_KEY: encrypted(RS256.privateKey), ASSERTION_KEY: secret, PASSPHRASE };
  const args = signing(["RS256", ENCRYPTED], ["HS256"]);
  const { code, stderr } = await runProgram(shell, args, { ...environment, TMPDIR: join(folder, "tmp") }, slow);
  program.running = false;
  await watching;
  hold = () => Promise.resolve();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const sent = new URLSearchParams(server.received.at(-1)?.body);
  for (const audit of audits) {
    audit.files(folder);
    expect(audit.findings).toEqual([]);
    expect([...audit.looked.commandLines].join()).toMatch(/openssl/);
  }
  rmSync(folder, { recursive: true });
  expect(sent.get("assertion")).toBeDefined();
});

function found(tool: string): string {
  const folder = (process.env["PATH"] ?? "").split(delimiter).find((folder) => existsSync(join(folder, tool)));
  return join(folder ?? "", tool);
}
