import {
  AccessTokenRequest,
  ClientAuthentication,
  ExternalAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformVariable, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { argumentsOf, cxoneRequest, emptyStack, synthesized } from "./requests";

const secret = Secret.fromEnvironment("SECRET");

function requestFor(more: { scopes?: string[]; parameters?: Record<string, string> }): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl("https://example.com/token"),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
    ...more,
  });
}

function sent(request: AccessTokenRequest): URLSearchParams {
  const stack = emptyStack();
  new ExternalAccessToken(stack, "token", { request });
  return argumentsOf(synthesized(stack).data.external["token"]?.program ?? []);
}

describe("AccessTokenRequest.clientCredentials", () => {
  it("sends the grant, the scopes separated by spaces, and further parameters", () => {
    const arguments_ = sent(requestFor({ scopes: ["a", "b:c"], parameters: { audience: "https://api.example.com" } }));
    expect(Object.fromEntries(arguments_)).toMatchObject({
      "form.grant_type": "client_credentials",
      "form.scope": "a b:c",
      "form.audience": "https://api.example.com",
    });
  });

  it("sends no scope parameter where no scope is given", () => {
    expect([...sent(requestFor({ scopes: [] })).keys()]).not.toContain("form.scope");
  });

  it("takes a list of scopes that only Terraform knows", () => {
    const stack = emptyStack();
    const scopes = new TerraformVariable(stack, "scopes", { type: "list(string)" }).listValue;
    new ExternalAccessToken(stack, "token", { request: requestFor({ scopes }) });
    expect(synthesized(stack).data.external["token"]?.program).toContain(
      'form.scope=${urlencode(join(" ", var.scopes))}',
    );
  });

  it.each(["a b", 'a"b', "a\\b", "é", ""])("refuses the scope %j", (scope) => {
    expect(() => requestFor({ scopes: [scope] })).toThrow("is not allowed. A scope has no spaces, quotes");
  });

  it.each(["grant_type", "scope", "client_id", "client_secret", "Client_Secret", "client_assertion", "refresh_token"])(
    "refuses the reserved parameter %s",
    (name) => {
      expect(() => requestFor({ parameters: { [name]: "x" } })).toThrow(`the parameter "${name}" is reserved`);
    },
  );

  it("refuses a parameter that is given twice, in other letters", () => {
    expect(() => requestFor({ parameters: { audience: "a", Audience: "b" } })).toThrow(
      'the parameter "Audience" is given twice, as "audience" too',
    );
  });

  it("refuses a parameter name that is no name", () => {
    expect(() => requestFor({ parameters: { "a b": "x" } })).toThrow('the parameter name "a b" is not allowed');
  });

  it("is a value: one request serves two constructs", () => {
    const request = cxoneRequest(secret);
    const stack = emptyStack();
    new ExternalAccessToken(stack, "one", { request });
    new ExternalAccessToken(stack, "two", { request });
    const { one, two } = synthesized(stack).data.external;
    expect(one).toEqual(two);
  });
});

describe("ClientAuthentication", () => {
  it("refuses an empty client id", () => {
    expect(() => ClientAuthentication.clientSecretPost("", secret)).toThrow("the client id is empty");
  });

  it("refuses a colon in the id of raw Basic credentials, where it would end the id", () => {
    expect(() => ClientAuthentication.clientSecretBasic("a:b", secret, { raw: true })).toThrow(
      'the client id "a:b" has a ":"',
    );
    expect(() => ClientAuthentication.clientSecretBasic("a:b", secret)).not.toThrow();
  });

  it("takes a client id that only Terraform knows", () => {
    const id = new TerraformVariable(emptyStack(), "id", {}).value as unknown;
    expect(() => ClientAuthentication.clientSecretBasic(Token.asString(id), secret, { raw: true })).not.toThrow();
  });
});
