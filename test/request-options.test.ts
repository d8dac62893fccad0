import { DefaultTokenResolver, Fn, StringConcat, TerraformVariable, Token, Tokenization } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Retry,
  Secret,
  TokenEndpoint,
  type AccessTokenProps,
  type AccessTokenRequestProps,
  type ResponseFieldOptions,
} from "../lib";
import { emptyStack, synthesized } from "./requests";

const clientAuthentication = ClientAuthentication.clientSecretBasic("abc", Secret.fromEnvironment("CLIENT_SECRET"));
const tokenEndpoint = TokenEndpoint.fromUrl("https://example.com/token");

function requestWith(more: Partial<AccessTokenRequestProps>): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({ tokenEndpoint, clientAuthentication, ...more });
}

function wordsWith(more: Partial<AccessTokenProps>): string[] {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request: requestWith({}), ...more });
  return synthesized(stack).data.external["token"]?.program ?? [];
}

describe("retry", () => {
  it("is up to three times, as often as is said, or never", () => {
    expect(wordsWith({})).toContain("retry=3");
    expect(wordsWith({ retry: Retry.upTo(10) })).toContain("retry=10");
    expect(wordsWith({ retry: Retry.never() }).join()).not.toContain("retry=");
  });

  it.each([0, 11, -1, 1.5, NaN])("of %s is refused", (times) => {
    expect(() => Retry.upTo(times)).toThrow("[invalid-retry]");
  });
});

it("HTTP/1.1 alone is an option", () => {
  expect(wordsWith({ http1Only: true })).toContain("http_version=1.1");
  expect(wordsWith({}).join()).not.toContain("http_version");
});

describe("headers", () => {
  it("are form-encoded arguments", () => {
    expect(requestWith({ headers: { "X-Tenant": 'a "b"' } })._arguments).toContain("header.X-Tenant=a+%22b%22");
  });

  it.each([
    ["Authorization", "x", "use clientAuthentication"],
    ["content-type", "x", "form-encoded"],
    ["Cookie", "x", "clientAuthentication"],
    ["Accept-Encoding", "x", "read as it is"],
    ["X-Api-Key", "x", "secretParameters"],
    ["X Y", "x", "a name that is not allowed"],
    ["X", "", "empty value"],
    ["X", "a\r\nB: c", "line break"],
  ])("%s: %j is refused", (name, value, why) => {
    expect(() => requestWith({ headers: { [name]: value } })).toThrow(why);
  });
});

describe("resources", () => {
  it("are a parameter each, in their order", () => {
    const { _arguments: words } = requestWith({ resources: ["https://b.example/", "https://a.example/"] });
    expect(words.filter((word) => word.startsWith("form.resource="))).toEqual([
      "form.resource=https%3A%2F%2Fb.example%2F",
      "form.resource=https%3A%2F%2Fa.example%2F",
    ]);
  });

  it.each(["", "api", "https://a.example/#b", "https://a .example/"])(
    "are absolute URIs, and %j is none",
    (resource) => {
      expect(() => requestWith({ resources: [resource] })).toThrow("[invalid-resource]");
      expect(() => requestWith({ parameters: { resource } })).not.toThrow();
    },
  );

  it("are not given by name too", () => {
    expect(() => requestWith({ resources: ["https://a.example/"], parameters: { resource: "x" } })).toThrow(
      "[reserved-parameter]",
    );
  });
});

describe("repeated parameters", () => {
  const repeatedParameters = { audience: ["b", "a"], resource: ["urn:x"] };
  const sentOf = ({ _arguments: words }: AccessTokenRequest) => words.filter((word) => /^form\.(aud|res)/.test(word));

  it("are sent once for each value, in their order", () => {
    const sent = ["form.audience=b", "form.audience=a", "form.resource=urn%3Ax"];
    expect(sentOf(requestWith({ repeatedParameters }))).toEqual(sent);
    expect(sentOf(requestWith({ repeatedParameters: { audience: [] } }))).toEqual([]);
  });

  it.each<[string, Partial<AccessTokenRequestProps>, string]>([
    ["in parameters too", { repeatedParameters, parameters: { Audience: "c" } }, "[repeated-parameter]"],
    ["by a property too", { repeatedParameters, resources: ["urn:y"] }, "[reserved-parameter]"],
    ["that something else sets", { repeatedParameters: { scope: ["a", "b"] } }, "[reserved-parameter]"],
    ["that are secrets", { repeatedParameters: { password: ["a", "b"] } }, "[reserved-parameter]"],
    ["whose name is none", { repeatedParameters: { "a b": ["a"] } }, "[invalid-parameter-name]"],
    [
      "with one text",
      { repeatedParameters: { audience: "a" as never } },
      '"audience" of repeatedParameters is a string',
    ],
  ])("%s are refused", (_, given, why) => {
    expect(() => requestWith(given)).toThrow(why);
  });
});

describe("a list that only Terraform knows", () => {
  it.each<[string, (list: string[]) => AccessTokenRequest]>([
    ["resources", (list) => requestWith({ resources: ["urn:x", ...list] })],
    ["repeatedParameters", (list) => requestWith({ repeatedParameters: { audience: list } })],
    [
      "audiences",
      (audiences) => {
        const secret = { subjectToken: Secret.fromEnvironment("T"), subjectTokenType: "urn:t", audiences };
        return AccessTokenRequest.tokenExchange({ tokenEndpoint, ...secret });
      },
    ],
  ])("is refused in %s, since each item is a parameter of its own", (_, request) => {
    const list = new TerraformVariable(emptyStack(), "list", { type: "list(string)" }).listValue;
    expect(() => request(list)).toThrow("[list-reference]");
    expect(() => request([Token.asString(Fn.element(list, 0))])).not.toThrow();
  });
});

describe("response fields", () => {
  const responseFields = { instance_url: { sensitive: false }, id_token: { optional: true } };

  it("are read by name, sensitive unless said otherwise", () => {
    const stack = emptyStack();
    const request = requestWith({});
    const external = new ExternalAccessToken(stack, "external", { request, responseFields });
    const ephemeral = new EphemeralAccessToken(stack, "ephemeral", { request, responseFields });
    const resolved = (text: string): unknown =>
      Tokenization.resolve(text, {
        scope: stack,
        resolver: new DefaultTokenResolver(new StringConcat()),
        preparing: false,
      });
    expect(wordsWith({ responseFields })).toEqual(
      expect.arrayContaining(["response_field=instance_url", "optional_response_field=id_token"]),
    );
    expect(resolved(external.responseField("instance_url"))).toBe(
      '${data.external.external.result["response_instance_url"]}',
    );
    expect(resolved(external.responseField("id_token"))).toMatch(/^\$\{sensitive\(/);
    expect(resolved(ephemeral.responseField("id_token"))).toMatch(/^\$\{sensitive\(.*response_id_token/);
    expect(() => external.responseField("instanceurl")).toThrow('did you mean "instance_url"');
  });

  it.each([
    [{ access_token: {} }, "use accessToken"],
    [{ "a b": {} }, "not allowed"],
    [{ "a-b": {}, a_b: {} }, "would both be ACCESS_TOKEN_RESPONSE_A_B"],
    [{ a: { optinal: true } }, 'did you mean "optional"'],
  ])("%j are refused", (fields, why) => {
    const props = { request: requestWith({}), responseFields: fields as Record<string, ResponseFieldOptions> };
    expect(() => new LocalExecAccessToken(emptyStack(), "token", props)).toThrow(why);
  });
});

describe("NICE CXone", () => {
  const accessKeySecret = Secret.fromEnvironment("ACCESS_KEY_SECRET");

  it("is the password grant at its issuer, in one call", () => {
    const request = AccessTokenRequest.niceCxone({ clientAuthentication, accessKeyId: "key", accessKeySecret });
    expect(request._arguments).toEqual(
      AccessTokenRequest.password({
        tokenEndpoint: TokenEndpoint.fromUrl("https://cxone.niceincontact.com/auth/token"),
        clientAuthentication,
        username: "key",
        password: accessKeySecret,
        scopes: ["openid"],
      })._arguments,
    );
  });

  it("has an issuer for FedRAMP", () => {
    const { url } = TokenEndpoint.niceCxone({ issuer: "https://cxone-gov.niceincontact.com/" });
    expect(url).toBe("https://cxone-gov.niceincontact.com/auth/token");
    expect(() => TokenEndpoint.niceCxone({ issuer: "http://cxone.example" })).toThrow("[invalid-url]");
  });
});

it("a request may have no grant type, for servers that take none", () => {
  const { _arguments: words } = AccessTokenRequest.withoutGrantType({
    tokenEndpoint,
    secretParameters: { refresh_token: Secret.fromEnvironment("API_TOKEN") },
  });
  expect(words.join("&")).not.toContain("grant_type");
  expect(words).toContain("form_secret.refresh_token=refresh_token");
});
