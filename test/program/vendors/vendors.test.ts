import { createPrivateKey, createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json, startScriptedServer, type ReceivedRequest, type ScriptedServer } from "../../server/scripted-server";
import { newTestKey } from "../../server/test-key";
import { runProgram } from "../run-program";
import { documentedArguments } from "./documented";
import { OWN_WAYS } from "./own-ways";
import type { Jwt, Vendor } from "./vendor";
import { WITH_CLIENT } from "./with-client";
import { WITH_JWT } from "./with-jwt";

const VENDORS: readonly Vendor[] = [...WITH_CLIENT, ...WITH_JWT, ...OWN_WAYS];
const KEY = newTestKey("RS256");
const ENCRYPTED = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "pass+/=&%" } as const;
const documented = documentedArguments();

/** As the vendors make them: with characters that a form and Basic encode. */
function secretOf(name: string, { assertion }: Vendor): string {
  if (name === assertion?.passphrase) return ENCRYPTED.passphrase;
  if (name !== assertion?.key) return `${name.toLowerCase()}+/=$!|`;
  return assertion.passphrase === undefined
    ? KEY.privateKey.replaceAll("\n", "\\n")
    : createPrivateKey(KEY.privateKey).export(ENCRYPTED).toString();
}

it("are those of the page, each of them", () => {
  expect(VENDORS.map(({ example }) => example).sort()).toEqual([...documented.keys()].sort());
});

describe.each(VENDORS.map((vendor) => [vendor.example, vendor] as const))("%s", (example, vendor) => {
  let server: ScriptedServer;
  let answer: { status: number; body: object | string };
  beforeAll(async () => {
    server = await startScriptedServer((_, response) => {
      const { status, body } = answer;
      if (typeof body === "string") response.writeHead(status, { "content-type": "text/html" }).end(body);
      else json(response, status, body);
    });
  });
  afterAll(() => server.close());

  const request = (...further: string[]) => {
    const args = (documented.get(example) ?? []).map((argument) =>
      argument.startsWith("token_endpoint=") ? `token_endpoint=${encodeURIComponent(server.url)}` : argument,
    );
    const names = args.flatMap((argument) => /\.environment=(.*)/.exec(argument)?.[1] ?? []);
    const environment = Object.fromEntries(names.map((name) => [name, secretOf(name, vendor)]));
    return runProgram(["/bin/sh"], [...args, ...further], environment);
  };

  it("gives a token for what it takes", async () => {
    answer = { status: 200, body: filled(vendor.answer, vendor) };
    const { code, stdout, stderr } = await request();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ access_token: vendor.answer["access_token"] });
    expect(server.received.map((received) => taken(received, vendor, server.url))).toEqual([expected(vendor)]);
  });

  it.each(vendor.refusals.map((one) => [one.title, one] as const))("is understood: %s", async (_, one) => {
    answer = one;
    const { code, stdout, stderr } = await request("retry=0");
    const [, listed = ""] = /Likely causes, most likely first:\n((?: {2}- .*\n)+)/.exec(stderr) ?? [];
    const causes = listed.split("\n").map((line) => line.slice(4));
    expect({ code, cause: causes[(one.place ?? 1) - 1], stdout }).toEqual({
      code: one.code,
      cause: one.cause,
      stdout: "",
    });
    for (const name of Object.values(vendor.form)) expect(stderr).not.toContain(secretOf(name, vendor));
  });
});

interface Taken {
  readonly form: Readonly<Record<string, unknown>>;
  readonly basic: readonly string[] | undefined;
  readonly assertion: object | undefined;
}

function expected(vendor: Vendor): Taken {
  const { form, basic, assertion } = vendor;
  return {
    form: filled(form, vendor),
    basic: basic && [basic.id, secretOf(basic.secret, vendor)],
    assertion: assertion && {
      header: { alg: "RS256", typ: "JWT", ...(assertion.keyId !== undefined && { kid: assertion.keyId }) },
      claims: { aud: "the token endpoint", ...assertion.claims },
      lifetimeSeconds: assertion.lifetimeSeconds,
      verified: true,
    },
  };
}

/** With each secret for the name of its environment variable. */
function filled<Value>(members: Readonly<Record<string, Value>>, vendor: Vendor): Record<string, Value | string> {
  const isName = (value: unknown): value is string => typeof value === "string" && /^[A-Z_]+$/.test(value);
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, isName(value) ? secretOf(value, vendor) : value]),
  );
}

/** The request, as the vendor reads it. */
function taken({ headers, body }: ReceivedRequest, { basic, assertion }: Vendor, url: string): Taken {
  expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
  const { assertion: jwt, ...form } = Object.fromEntries(new URLSearchParams(body));
  const credentials = headers.authorization?.replace(/^Basic /, "");
  const decode = (half: string) => (basic?.decodes === true ? decodeURIComponent(half.replaceAll("+", " ")) : half);
  return {
    form,
    basic: credentials === undefined ? undefined : halves(credentials).map(decode),
    assertion: assertion && jwt !== undefined ? read(jwt, assertion, url) : undefined,
  };
}

function halves(credentials: string): [string, string] {
  const text = Buffer.from(credentials, "base64").toString("latin1");
  const colon = text.indexOf(":");
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function read(jwt: string, { claims: wanted }: Jwt, url: string): object {
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const parsed = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  const { iat, exp, jti, ...claims } = parsed(payload);
  expect(jti).toMatch(/./);
  if (!("aud" in wanted) && claims["aud"] === url) claims["aud"] = "the token endpoint";
  return {
    header: parsed(header),
    claims,
    lifetimeSeconds: Number(exp) - Number(iat),
    verified: verify(
      "sha256",
      Buffer.from(`${header}.${payload}`),
      createPublicKey(KEY.privateKey),
      Buffer.from(signature, "base64url"),
    ),
  };
}
