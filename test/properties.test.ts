import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { describe, expect, it } from "vitest";
import { cxoneRequest, emptyStack } from "./requests";

const secret = Secret.fromEnvironment("SECRET");
const request = cxoneRequest(secret);

/** What takes properties or options, by what it is called. The rest of what it takes is right. */
const TAKERS: Readonly<Record<string, (properties: never) => unknown>> = {
  "Secret.ephemeralVariable": (options) => Secret.ephemeralVariable(emptyStack(), "v", options),
  "Secret.fromFile": (options) => Secret.fromFile("/a", options),
  "Secret.fromCommand": (options) => Secret.fromCommand(["a"], options),
  "ClientAuthentication.clientSecretBasic": (options) => ClientAuthentication.clientSecretBasic("a", secret, options),
  "TokenEndpoint.cxoneAuthorizationApi": (options) => TokenEndpoint.cxoneAuthorizationApi(options),
  "AccessTokenRequest.clientCredentials": (properties) => AccessTokenRequest.clientCredentials(properties),
  "new LocalExecAccessToken": (properties) => new LocalExecAccessToken(emptyStack(), "a", properties),
  "new ExternalAccessToken": (properties) => new ExternalAccessToken(emptyStack(), "a", properties),
  "new EphemeralAccessToken": (properties) => new EphemeralAccessToken(emptyStack(), "a", properties),
  "ExternalAccessToken.shared": (properties) => ExternalAccessToken.shared(emptyStack(), "a", properties),
  "EphemeralAccessToken.shared": (properties) => EphemeralAccessToken.shared(emptyStack(), "a", properties),
};

describe.each(Object.entries(TAKERS))("%s", (_, take) => {
  it.each([
    ["text", "a string"],
    [["a"], "a list"],
    [5, "a number"],
    [null, "null"],
  ])("refuses %j in place of an object", (given, kind) => {
    expect(() => take(given as never)).toThrow(`the properties are given as ${kind}. Allowed: an object with `);
  });

  it("refuses a property that there is not, and names those that there are", () => {
    expect(() => take({ colour: "red" } as never)).toThrow(/there is no property "colour"\. Allowed: \w+/);
  });
});

it.each([
  ["scope", "scopes", () => AccessTokenRequest.clientCredentials({ scope: "a" } as never)],
  [
    "timeoutSecond",
    "timeoutSeconds",
    () => new LocalExecAccessToken(emptyStack(), "a", { request, timeoutSecond: 1 } as never),
  ],
  ["keepfinalNewLine", "keepFinalNewline", () => Secret.fromFile("/a", { keepfinalNewLine: true } as never)],
])("%s is near %s", (given, meant, take) => {
  expect(take).toThrow(`there is no property "${given}", did you mean "${meant}"?`);
});

describe("a construct refuses", () => {
  it.each([LocalExecAccessToken, ExternalAccessToken, EphemeralAccessToken])("no scope and no id: %o", (Construct) => {
    expect(() => new Construct(undefined as never, "a", { request })).toThrow(
      "the scope is undefined. Allowed: a construct",
    );
    expect(() => new Construct(emptyStack(), { request } as never, {} as never)).toThrow("the id is a plain object.");
    expect(() => new Construct(emptyStack(), "a", undefined as never)).toThrow(
      "the properties are given as undefined.",
    );
  });
});

it("a secret among secretParameters is no literal, and not repeated", () => {
  const give = () =>
    AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.genesysCloud("eu-central-1"),
      clientAuthentication: ClientAuthentication.clientSecretBasic("a", secret),
      secretParameters: { api_key: "hunter2" as never },
    });
  expect(give).toThrow('"api_key" of secretParameters is given as a literal (not repeated here). Give a Secret');
  expect(give).not.toThrow("hunter2");
});
