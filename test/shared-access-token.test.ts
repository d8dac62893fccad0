import { EphemeralAccessToken, ExternalAccessToken, Secret } from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { cxoneRequest, emptyStack } from "./requests";

describe.each([
  ["EphemeralAccessToken", EphemeralAccessToken],
  ["ExternalAccessToken", ExternalAccessToken],
] as const)("%s.shared", (name, Kind) => {
  const request = cxoneRequest(Secret.fromEnvironment("SECRET"));

  it("makes one construct of the stack, whoever asks for it", () => {
    const stack = emptyStack();
    const first = Kind.shared(new Construct(stack, "a"), "token", { request, timeoutSeconds: 5 });
    const again = cxoneRequest(Secret.fromEnvironment("SECRET"));
    expect(Kind.shared(new Construct(stack, "b"), "token", { request: again, timeoutSeconds: 5 })).toBe(first);
    expect(first.node.path).toBe("stack/token");
  });

  it("knows equal references as equal", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "audience", {});
    const asked = () => ({
      request: cxoneRequest(Secret.fromEnvironment("SECRET"), { audience: variable.stringValue }),
    });
    expect(Kind.shared(stack, "token", asked())).toBe(Kind.shared(stack, "token", asked()));
  });

  it("refuses another request, and other options", () => {
    const stack = emptyStack();
    Kind.shared(stack, "token", { request });
    for (const props of [{ request: cxoneRequest(Secret.fromEnvironment("OTHER")) }, { request, timeoutSeconds: 5 }])
      expect(() => Kind.shared(stack, "token", props)).toThrow(
        `stack/token: it is shared for another request, or with other options, so ${name}.shared cannot give it.`,
      );
  });

  it("refuses an id that something else has", () => {
    const stack = emptyStack();
    new Construct(stack, "token");
    expect(() => Kind.shared(stack, "token", { request })).toThrow("the id is taken by a construct that is not shared");
  });
});

it("a shared token of one kind is none of the other", () => {
  const stack = emptyStack();
  const request = cxoneRequest(Secret.fromEnvironment("SECRET"));
  ExternalAccessToken.shared(stack, "token", { request });
  expect(() => EphemeralAccessToken.shared(stack, "token", { request })).toThrow("it is shared for another request");
});

it("a secret that Terraform knows is a part of what is shared", () => {
  const stack = emptyStack();
  EphemeralAccessToken.shared(stack, "token", { request: cxoneRequest(Secret.ephemeralVariable(stack, "one")) });
  const other = cxoneRequest(Secret.ephemeralVariable(stack, "two"));
  expect(() => EphemeralAccessToken.shared(stack, "token", { request: other })).toThrow("another request");
});
