import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const SECRET_SOURCES = {
  environment: Secret.fromEnvironment("CXONE_CLIENT_SECRET"),
  file: Secret.fromFile("/run/secrets/cxone"),
  command: Secret.fromCommand(["pass", "show", "cx one"]),
};

function requestWith(
  secret: Secret,
  more: { audience?: string; scopes?: string[]; clientId?: string } = {},
): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
    clientAuthentication: ClientAuthentication.clientSecretPost(more.clientId ?? "abc123", secret),
    scopes: more.scopes ?? ["urn:nice:cxone:platform:api"],
    ...(more.audience === undefined ? {} : { parameters: { audience: more.audience } }),
  });
}

function stack(): TerraformStack {
  return new TerraformStack(Testing.app(), "stack");
}

interface Synthesized {
  resource?: {
    null_resource: Record<
      string,
      { provisioner: { "local-exec": { interpreter: string[]; environment?: Record<string, string> } }[] }
    >;
  };
  data?: { external: Record<string, { program: string[] }> };
  provider?: Record<string, unknown[]>;
}

function synthesized(of: TerraformStack): Synthesized {
  return JSON.parse(Testing.synth(of, true)) as Synthesized;
}

describe("LocalExecAccessToken", () => {
  it("is a null_resource whose provisioner runs the program with the secret in its environment", () => {
    const at = stack();
    new LocalExecAccessToken(at, "verify", {
      request: requestWith(Secret.ephemeralVariable(at, "client_secret")),
      triggers: { day: "1" },
      timeoutSeconds: 5,
    });
    // The hash of the program's content: a change of the program is none of the construct.
    expect(Testing.synth(at, true).replace(/[0-9a-f]{32}/, "<hash>")).toMatchSnapshot();
  });

  it("starts a command with the token", () => {
    const at = stack();
    new LocalExecAccessToken(at, "call", {
      request: requestWith(SECRET_SOURCES.environment),
      run: ["./call.sh", "a b", "${x}"],
    });
    const [block] = Object.values(synthesized(at).resource?.null_resource ?? {});
    expect(block?.provisioner[0]?.["local-exec"].interpreter.slice(-4)).toEqual([
      "output=run",
      "run=.%2Fcall.sh",
      "run=a+b",
      "run=%24%7Bx%7D",
    ]);
  });

  it("encodes a reference by Terraform's urlencode", () => {
    const at = stack();
    const audience = new TerraformVariable(at, "audience", {}).stringValue;
    new LocalExecAccessToken(at, "verify", {
      request: requestWith(SECRET_SOURCES.file, { audience: `api://${audience}/x` }),
    });
    expect(Testing.synth(at)).toContain('"form.audience=api%3A%2F%2F${urlencode(var.audience)}%2Fx"');
  });
});

describe("ExternalAccessToken", () => {
  for (const [kind, secret] of Object.entries(SECRET_SOURCES))
    it(`is a data source whose program reads the secret from: ${kind}`, () => {
      const at = stack();
      const token = new ExternalAccessToken(at, "token", { request: requestWith(secret) });
      expect(synthesized(at).data?.external["token"]?.program.slice(7)).toMatchSnapshot();
      expect(Testing.synth(at)).not.toContain("cx one");
      expect(token.fqn).toContain("TfToken");
    });

  it("refuses a secret that Terraform knows, and names what is allowed", () => {
    const at = stack();
    const request = requestWith(Secret.ephemeralVariable(at, "client_secret"));
    expect(() => new ExternalAccessToken(at, "token", { request })).toThrow(
      /^stack\/token: the client secret is a Terraform variable.*fromEnvironment\("TF_VAR_/,
    );
  });
});

describe("what is synthesized", () => {
  it("has no JSON body and no raw text, whatever the literal parts of a request are", () => {
    const text = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(text, text, (clientId, audience) => {
        const at = stack();
        new LocalExecAccessToken(at, "verify", {
          request: requestWith(SECRET_SOURCES.environment, { clientId, audience }),
        });
        const [block] = Object.values(synthesized(at).resource?.null_resource ?? {});
        const args = block?.provisioner[0]?.["local-exec"].interpreter.slice(2) ?? [];
        for (const argument of args) expect(argument).toMatch(/^[A-Za-z0-9_.~%+=-]+$/);
        const sent = new URLSearchParams(args.join("&"));
        expect(sent.get("client_id")).toBe(clientId);
        expect(sent.get("form.audience")).toBe(audience);
      }),
      { numRuns: 200 },
    );
  });

  it("has one provider block of a kind, whether the user's comes or not", () => {
    const at = stack();
    new LocalExecAccessToken(at, "a", { request: requestWith(SECRET_SOURCES.environment) });
    new LocalExecAccessToken(at, "b", { request: requestWith(SECRET_SOURCES.environment) });
    expect(synthesized(at).provider).toEqual({ null: [{}] });
  });
});

describe("a secret is refused", () => {
  const literal = "hunter2-literal";
  it("as a literal, by an error that does not repeat it", () => {
    expect(() => Secret.fromExpression(literal)).toThrow(/literal string is given/);
    expect(() => Secret.fromExpression(literal)).not.toThrow(literal);
    expect(() => ClientAuthentication.clientSecretPost("id", literal as unknown as Secret)).toThrow(
      /given as a literal \(not repeated here\)/,
    );
  });

  const faults: [string, (at: TerraformStack) => Secret, RegExp][] = [
    [
      "as a function of literals",
      () => Secret.fromExpression(Fn.base64encode(literal)),
      /stack\/verify: the secret's expression holds no Terraform reference/,
    ],
    [
      "as a variable that is not sensitive",
      (at) => Secret.fromVariable(new TerraformVariable(at, "v", {})),
      /is not sensitive/,
    ],
    [
      "as a variable with a default",
      (at) => Secret.fromVariable(new TerraformVariable(at, "v", { sensitive: true, default: literal })),
      /has a default/,
    ],
    ["from another stack", () => Secret.ephemeralVariable(stack(), "v"), /belongs to another stack/],
  ];
  for (const [title, secret, message] of faults)
    it(title, () => {
      const at = stack();
      new LocalExecAccessToken(at, "verify", { request: requestWith(secret(at)) });
      let said = "";
      try {
        Testing.synth(at, true);
      } catch (error) {
        said = String(error);
      }
      expect(said).toMatch(message);
      expect(said).not.toContain(literal);
    });

  it("as a relative path", () => {
    expect(() => Secret.fromFile("secret.txt")).toThrow(/"secret.txt" is relative. Terraform runs in/);
  });
});

describe("TokenEndpoint", () => {
  it.each([
    "http://example.com/t",
    "https://u:p@example.com/t",
    "https://example.com/t#f",
    "example.com",
    "https://${var.host}/t",
  ])("refuses %s", (url) => {
    expect(() => TokenEndpoint.fromUrl(url)).toThrow(/Allowed: an https:/);
  });

  it("knows the vendors' places", () => {
    expect(TokenEndpoint.cxoneAuthorizationApi().url).toBe(
      "https://api.mypurecloud.com/api/v2/authorization/oauth2/token",
    );
    expect(TokenEndpoint.cxoneAuthorizationApi({ environment: "us-east-1" }).url).toBe(
      "https://api.us-east-1.genesyscloud.com/api/v2/authorization/oauth2/token",
    );
    expect(TokenEndpoint.genesysCloud("eu-central-1").url).toBe("https://login.mypurecloud.de/oauth/token");
    expect(TokenEndpoint.fromUrl("http://[::1]:8080/t").url).toBe("http://[::1]:8080/t");
  });
});
