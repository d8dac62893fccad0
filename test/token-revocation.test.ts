import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  TokenRevocation,
  type AccessTokenProps,
  type LocalExecAccessTokenProps,
} from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { emptyStack, synthesized } from "./requests";

const URL = "https://auth.example.com/oauth2/revoke?a=b";

function requestAt(tokenEndpoint: TokenEndpoint): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint,
    clientAuthentication: ClientAuthentication.clientSecretBasic("abc", Secret.fromEnvironment("SECRET")),
  });
}
const byUrl = requestAt(TokenEndpoint.fromUrl("https://auth.example.com/oauth2/token"));
const byIssuer = requestAt(TokenEndpoint.fromIssuer("https://auth.example.com"));

/** The program's arguments in each provisioner. */
function argumentsFor(props: LocalExecAccessTokenProps, stack = emptyStack()): string[][] {
  new LocalExecAccessToken(stack, "token", props);
  const { provisioner = [] } = synthesized(stack).resource.null_resource["token"] ?? {};
  return provisioner.map((one) => one["local-exec"].interpreter.slice(2));
}

describe("revoke", () => {
  it("is an argument of the program, at apply and at destroy, and no trigger", () => {
    const revoke = TokenRevocation.at(URL);
    const stack = emptyStack();
    const all = argumentsFor({ request: byUrl, run: ["true"], runAtDestroy: ["true"], revoke }, stack);
    expect(all).toHaveLength(2);
    for (const words of all) {
      expect(words).toContain(`revocation_endpoint=${encodeURIComponent(URL)}`);
      expect(words.join("&")).not.toContain("revocation_failure");
    }
    expect(JSON.stringify(synthesized(stack).resource.null_resource["token"]?.triggers)).not.toContain("revo");
    expect(argumentsFor({ request: byUrl }).join()).not.toContain("revocation");
  });

  it("finds the endpoint by the issuer, and tolerates a failure where that is said", () => {
    const revoke = TokenRevocation.discovered({ tolerateFailure: true });
    const [words] = argumentsFor({ request: byIssuer, revoke });
    expect(words).toEqual(expect.arrayContaining(["revocation_endpoint=discovered", "revocation_failure=tolerate"]));
    expect(
      argumentsFor({ request: byIssuer, revoke: TokenRevocation.at(URL, { tolerateFailure: false }) }).join(),
    ).not.toContain("revocation_failure");
  });

  it("takes a reference for the URL, which must not be sensitive", () => {
    const stack = emptyStack();
    const url = new TerraformVariable(stack, "url", { type: "string" });
    const [words] = argumentsFor({ request: byUrl, revoke: TokenRevocation.at(url.stringValue) }, stack);
    expect(words?.join()).toMatch(/revocation_endpoint=\$\{.*var\.url/);
    const another = emptyStack();
    const secret = new TerraformVariable(another, "url", { type: "string", sensitive: true });
    const props = { request: byUrl, revoke: TokenRevocation.at(secret.stringValue) };
    expect(() => argumentsFor(props, another)).toThrow(/the revocation endpoint's URL .*\[sensitive-value\]/s);
  });

  it.each(["http://auth.example.com/revoke", "https://u:p4ss@auth.example.com", "ftp://a", "${var.x}", "x"])(
    "refuses the URL %s",
    (url) => {
      expect(() => TokenRevocation.at(url)).toThrow(/^TokenRevocation\.at: .*\[invalid-url\]/s);
      expect(() => TokenRevocation.at(url)).not.toThrow("p4ss");
    },
  );

  it("refuses what no compiler has refused", () => {
    const options = { tolerate: true } as object;
    expect(() => TokenRevocation.at(undefined as unknown as string)).toThrow("[wrong-type]");
    expect(() => TokenRevocation.at(URL, options)).toThrow('there is no property "tolerate"');
    expect(() => TokenRevocation.discovered(options)).toThrow("[unknown-property]");
    const revoke = URL as unknown as TokenRevocation;
    expect(() => argumentsFor({ request: byUrl, revoke })).toThrow(
      "revoke is a string. Allowed: TokenRevocation.at(...)",
    );
  });

  it("refuses to find the endpoint of a server that is known by its token endpoint only", () => {
    const props = { request: byUrl, revoke: TokenRevocation.discovered() };
    expect(() => argumentsFor(props)).toThrow(
      /stack\/token: revoke is .*TokenEndpoint\.fromIssuer.*\[conflicting-properties\]/s,
    );
  });
});

describe("a token that is used later is not revoked:", () => {
  const props = { request: byUrl, revoke: TokenRevocation.at(URL) } as AccessTokenProps;
  it.each<[string, () => unknown]>([
    ["EphemeralAccessToken", () => new EphemeralAccessToken(emptyStack(), "token", props)],
    ["EphemeralAccessToken.shared", () => EphemeralAccessToken.shared(emptyStack(), "token", props)],
    ["ExternalAccessToken", () => new ExternalAccessToken(emptyStack(), "token", props)],
    ["ExternalAccessToken.shared", () => ExternalAccessToken.shared(emptyStack(), "token", props)],
  ])("%s refuses it", (_, make) => {
    expect(make).toThrow(/stack\/token: revoke is given, but .*LocalExecAccessToken with run.*\[revoked-before-use\]/s);
  });
});
