import { TerraformCount, TerraformIterator, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { AccessTokenRequest, ClientAuthentication, LocalExecAccessToken, Secret, TokenEndpoint } from "../lib";
import { emptyStack, synthesized } from "./requests";

const COMMAND = ["/opt/tools/clean-up.sh"];

function requestWith(secret: Secret, audience = "orders"): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl("https://example.com/token"),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc", secret),
    parameters: { audience },
  });
}

describe("runAtDestroy", () => {
  it("is refused with a secret that Terraform knows, with the ways that there are", () => {
    const stack = emptyStack();
    const request = requestWith(Secret.ephemeralVariable(stack, "secret"));
    expect(() => new LocalExecAccessToken(stack, "token", { request, runAtDestroy: COMMAND })).toThrow(
      /the client secret is .*fromEnvironment.*\[secret-at-destroy\]/,
    );
  });

  it("is refused for what is refused of run", () => {
    const request = requestWith(Secret.fromEnvironment("SECRET"));
    const props = { request, runAtDestroy: ["./clean-up.sh"] };
    expect(() => new LocalExecAccessToken(emptyStack(), "token", props)).toThrow("of runAtDestroy is a relative path");
  });
});

describe("many requests", () => {
  const request = requestWith(Secret.fromEnvironment("SECRET"));

  it("by an iterator have its items in what they send", () => {
    const stack = emptyStack();
    const items = TerraformIterator.fromList(["orders", "billing"]);
    const each = requestWith(Secret.fromEnvironment("SECRET"), Token.asString(items.value));
    new LocalExecAccessToken(stack, "token", { request: each, forEach: items });
    const text = JSON.stringify(synthesized(stack));
    expect(text).toContain("form.audience=${urlencode(each.value)}");
    expect(text).toContain('"for_each":"${toset(');
  });

  it("by a count", () => {
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "token", { request, count: TerraformCount.of(3) });
    expect(JSON.stringify(synthesized(stack))).toContain('"count":3');
  });

  it("are by one of the two", () => {
    const props = { request, count: TerraformCount.of(3), forEach: TerraformIterator.fromList(["a"]) };
    expect(() => new LocalExecAccessToken(emptyStack(), "token", props)).toThrow("both forEach and count");
  });
});
