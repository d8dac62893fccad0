import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TerraformCount } from "cdktf";
import {
  AccessTokenRequest,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  SignedJwt,
  TokenEndpoint,
  TokenRevocation,
} from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { FAULTS } from "../lib/faults";
import { cxoneRequest, emptyStack } from "./requests";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const codes = Object.keys(FAULTS);

/** The texts of the constructs' sources, but for the table itself. */
const sources = readdirSync(`${ROOT}lib`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "faults.ts")
  .map((name) => readFileSync(`${ROOT}lib/${name}`, "utf8"));

function thrownBy(give: () => unknown): Error & { code?: string; faults?: { code: string }[] } {
  try {
    give();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

describe("codes of errors", () => {
  it("are documented, each with what is wrong, in the order of the source", () => {
    const rows = [...readFileSync(`${ROOT}docs/errors.md`, "utf8").matchAll(/^\| `([a-z-]+)` \| (.*?) \| (.+) \|$/gm)];
    expect(rows.map(([, code, what]) => [code, what])).toEqual(Object.entries(FAULTS));
  });

  it.each(codes)("%s is one that the constructs give", (code) => {
    expect(sources.some((text) => text.includes(`"${code}"`))).toBe(true);
  });

  it("are the only way in which the constructs refuse something", () => {
    const others = sources.flatMap((text) => text.match(/throw new (?!FaultError)\w+/g) ?? []);
    // lib/require-peers.ts speaks before anything is loaded.
    expect(others).toEqual(["throw new Error"]);
  });
});

describe("all faults are told at once", () => {
  it("of a construct, by its path", () => {
    const error = thrownBy(
      () =>
        new LocalExecAccessToken(emptyStack(), "verify", {
          request: cxoneRequest(Secret.fromEnvironment("SECRET")),
          timeoutSeconds: 0,
          minimumLifetimeSeconds: 0.5,
          shell: "pwsh",
          triggers: { access_token_request: "x", a: "${b}" },
          run: [],
        }),
    );
    expect(error.message.split("\n").map((line) => [line.split(": ")[0], /\[([a-z-]+)\]$/.exec(line)?.[1]])).toEqual(
      [
        "reserved-trigger",
        "template-in-trigger",
        "empty-command",
        "invalid-shell",
        "invalid-seconds",
        "invalid-seconds",
      ].map((code) => ["stack/verify", code]),
    );
    expect(error.code).toBe("reserved-trigger");
    expect(error.faults).toHaveLength(6);
  });

  it("of a value, by its factory", () => {
    const error = thrownBy(() =>
      AccessTokenRequest.clientCredentials({ scope: "a", scopes: "a", parameters: { a: 1 } } as never),
    );
    expect(error.faults?.map(({ code }) => code)).toEqual([
      "unknown-property",
      "missing-property",
      "wrong-type",
      "wrong-type",
      "missing-property",
    ]);
  });

  const codesOf = (give: () => unknown) => thrownBy(give).faults?.map(({ code }) => code);
  const secret = Secret.fromEnvironment("SECRET");

  it.each([LocalExecAccessToken, EphemeralAccessToken, ExternalAccessToken])(
    "of a construct, whatever is wrong with a property: %o",
    (kind) => {
      const props = {
        request: cxoneRequest(secret),
        retries: 3,
        http1Only: "yes",
        timeoutSeconds: 0,
        responseFields: { id_token: { optional: 1 }, access_token: {} },
        proxy: "http://user@proxy",
      };
      expect(codesOf(() => new kind(emptyStack(), "verify", props as never))).toEqual([
        "unknown-property",
        "wrong-type",
        "wrong-type",
        "invalid-seconds",
        "invalid-proxy",
        "invalid-response-field",
      ]);
    },
  );

  it("of properties that exclude each other, one of which has a wrong type", () => {
    const props = { run: "a b", forEach: "a", count: TerraformCount.of(2), connectTimeoutSeconds: 0, script: "x" };
    expect(codesOf(() => new LocalExecAccessToken(emptyStack(), "verify", props as never))).toEqual([
      "unknown-property",
      "missing-property",
      "wrong-type",
      "wrong-type",
      "conflicting-properties",
      "invalid-seconds",
    ]);
  });

  it.each([EphemeralAccessToken, ExternalAccessToken])("of a token that is used later: %o", (kind) => {
    const props = { request: cxoneRequest(secret), revoke: TokenRevocation.discovered(), timeoutSeconds: 0 };
    const codes = ["revoked-before-use", "invalid-seconds"];
    expect(codesOf(() => new kind(emptyStack(), "verify", props as never))).toEqual(codes);
    expect(codesOf(() => kind.shared(emptyStack(), "verify", props as never))).toEqual(codes);
    const stack = emptyStack();
    kind.shared(stack, "verify", { request: props.request });
    expect(codesOf(() => kind.shared(stack, "verify", props as never))).toEqual(["revoked-before-use"]);
  });

  it("of a request, whatever is wrong with a property", () => {
    const request = {
      scope: "a",
      resources: "https://api.example.com/",
      scopes: ["a b", 'c"'],
      parameters: { a: 1, client_id: "x" },
      headers: { Host: "a" },
      subjectToken: secret,
      subjectTokenType: "urn:example:type",
      actorToken: "not a Secret",
      clientCertificate: { certificateFile: "client.pem" },
    };
    expect(codesOf(() => AccessTokenRequest.tokenExchange(request as never))).toEqual([
      "unknown-property",
      "missing-property",
      "wrong-type",
      "wrong-type",
      "literal-secret",
      "conflicting-properties",
      "invalid-scope",
      "invalid-scope",
      "invalid-header",
      "reserved-parameter",
      "missing-property",
      "relative-path",
    ]);
  });

  it("of an assertion of a wrong type, which is given all the same", () => {
    const request = { tokenEndpoint: TokenEndpoint.fromUrl("https://a.example/token"), assertion: 1 };
    expect(codesOf(() => AccessTokenRequest.jwtBearer(request as never))).toEqual(["wrong-type"]);
  });

  it("of a request to NICE CXone", () => {
    const request = { accessKeyId: 1, accessKeySecret: secret, issuer: "http://nice.example", scopes: ["a b"] };
    expect(codesOf(() => AccessTokenRequest.niceCxone(request as never))).toEqual([
      "missing-property",
      "wrong-type",
      "invalid-scope",
      "invalid-url",
    ]);
  });

  it("of a JWT", () => {
    const jwt = {
      algorithm: "none",
      key: "not a Secret",
      kid: "a",
      lifetimeSeconds: 0,
      claims: { iss: "a", tenant: 1 },
      issuer: 1,
    };
    expect(codesOf(() => SignedJwt.withPrivateKey(jwt as never))).toEqual([
      "unknown-property",
      "wrong-type",
      "literal-secret",
      "wrong-type",
      "unknown-algorithm",
      "invalid-seconds",
      "invalid-claim",
    ]);
  });

  it("of a token endpoint", () => {
    const options = { environment: "mars", host: "a/b", region: "x" };
    expect(codesOf(() => TokenEndpoint.cxoneAuthorizationApi(options as never))).toEqual([
      "unknown-property",
      "conflicting-properties",
      "unknown-region",
      "invalid-host",
    ]);
  });
});
