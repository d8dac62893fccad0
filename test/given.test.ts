import {
  AccessTokenRequest,
  ClientAuthentication,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  type LocalExecAccessTokenProps,
} from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { describe, expect, it, vi } from "vitest";
import { cxoneRequest, emptyStack } from "./requests";

const UNSET = undefined as unknown as string;
const secret = Secret.fromEnvironment("CLIENT_SECRET");
const request = cxoneRequest(secret);

const requestOf = (parts: object) => () =>
  AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
    ...parts,
  });

const verified = (props: object) => () =>
  new LocalExecAccessToken(emptyStack(), "verify", props as LocalExecAccessTokenProps);

describe("what has the wrong type is refused by its name", () => {
  it.each<[string, () => unknown, string]>([
    ["an unset name", () => Secret.fromEnvironment(UNSET), "fromEnvironment: the name is undefined. Allowed: "],
    [
      "an unset expression",
      () => Secret.fromExpression(UNSET),
      "fromExpression: the expression is undefined. Allowed: ",
    ],
    ["an unset path", () => Secret.fromFile(UNSET), "fromFile: the path is undefined. Allowed: an absolute path"],
    ["an unset URL", () => TokenEndpoint.fromUrl(UNSET), "fromUrl: the URL is undefined. Allowed: an https:// URL"],
    ["an unset region", () => TokenEndpoint.genesysCloud(UNSET), "the region or domain is undefined. Allowed: "],
    ["an unset client id", () => ClientAuthentication.clientSecretBasic(UNSET, secret), "the client id is undefined."],
    [
      "a command line",
      () => Secret.fromCommand("pass show x" as never),
      "argv is a string. Allowed: a list, such as [",
    ],
    ["a reference as a variable", () => Secret.fromVariable("${var.v}" as never), "variable is a string. Allowed: "],
    ["one scope", requestOf({ scopes: "read" }), 'scopes is a string. Allowed: a list, such as ["read", "write"].'],
    ["a number", requestOf({ parameters: { age: 5 } }), '"age" of parameters is a number. Allowed: text.'],
    ["a URL as endpoint", requestOf({ tokenEndpoint: "https://a.b" }), "tokenEndpoint is a string. Allowed: TokenEnd"],
    ["no authentication", requestOf({ clientAuthentication: UNSET }), "clientAuthentication is missing. Allowed: "],
    ["no request", verified({}), "stack/verify: request is missing. Allowed: AccessTokenRequest.clientCredentials("],
    ["the parts of a request", verified({ request: {} }), "stack/verify: request is a plain object. Allowed: "],
    [
      "run as one string",
      verified({ request, run: "a b" }),
      'stack/verify: run is a string. Allowed: a list, such as ["',
    ],
    [
      "seconds as text",
      verified({ request, timeoutSeconds: "30" }),
      "timeoutSeconds is a string. Allowed: whole seconds",
    ],
    [
      "cmd.exe",
      verified({ request, shell: "C:\\Windows\\cmd.exe" }),
      "which is not a POSIX shell. Allowed: the path of one",
    ],
    ["pwsh", verified({ request, shell: "pwsh" }), 'stack/verify: shell is "pwsh", which is not a POSIX shell.'],
  ])("%s", (_, give, message) => {
    expect(give).toThrow(message);
  });

  it("says that a variable of process.env is not set", () => {
    expect(() => Secret.fromFile(UNSET)).toThrow("process.env is undefined where it is not set at synthesis");
  });

  it("tells a variable from a literal", () => {
    const variable = new TerraformVariable(emptyStack(), "v", { sensitive: true });
    expect(() => ClientAuthentication.clientSecretPost("abc123", variable as never)).toThrow(
      "the client secret is given as a TerraformVariable. Give a Secret",
    );
  });
});

describe("the value of an environment variable in place of its name", () => {
  it("is refused, and not repeated", () => {
    vi.stubEnv("CXONE_CLIENT_SECRET", "hunter2hunter2");
    expect(() => Secret.fromEnvironment("hunter2hunter2")).toThrow(
      'the value of the environment variable "CXONE_CLIENT_SECRET" is given (not repeated here)',
    );
    expect(() => Secret.fromEnvironment("hunter2hunter2")).not.toThrow("hunter2");
    vi.unstubAllEnvs();
  });

  it("is allowed where it is a name again", () => {
    vi.stubEnv("NAME_OF_SECRET", "CXONE_CLIENT_SECRET");
    expect(() => Secret.fromEnvironment("CXONE_CLIENT_SECRET")).not.toThrow();
    vi.unstubAllEnvs();
  });
});
