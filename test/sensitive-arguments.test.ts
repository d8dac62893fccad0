import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { Fn, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { cxoneRequest, emptyStack, failureOf, synthesized } from "./requests";

const secret = Secret.fromEnvironment("CLIENT_SECRET");
const plain = cxoneRequest(secret);

function stackWithVariable() {
  const stack = emptyStack();
  return { stack, value: new TerraformVariable(stack, "v", { type: "string", sensitive: true }).stringValue };
}

describe("a sensitive variable is refused where others can read it", () => {
  it.each([LocalExecAccessToken, ExternalAccessToken, EphemeralAccessToken])("in a parameter of %o", (Construct) => {
    const { stack, value } = stackWithVariable();
    new Construct(stack, "token", { request: cxoneRequest(secret, { audience: `a ${value}` }) });
    expect(failureOf(stack)).toContain(
      'stack/token: the parameter "audience" holds the variable "stack/v", which is sensitive, but it can be read in the process list.',
    );
  });

  it.each<
    [string, (value: string) => { request: AccessTokenRequest; run?: string[]; triggers?: Record<string, string> }]
  >([
    ["run", (value) => ({ request: plain, run: ["./call-api.sh", value] })],
    ['the trigger "rotated"', (value) => ({ request: plain, triggers: { rotated: value } })],
    ["the command of Secret.fromCommand", (value) => ({ request: cxoneRequest(Secret.fromCommand(["echo", value])) })],
    [
      "the token endpoint's URL",
      (value) => ({
        request: AccessTokenRequest.clientCredentials({
          tokenEndpoint: TokenEndpoint.fromUrl(`https://a.example/token?key=${value}`),
          clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
        }),
      }),
    ],
    [
      "scopes",
      (value) => ({
        request: AccessTokenRequest.clientCredentials({
          tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
          clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
          scopes: [value],
        }),
      }),
    ],
  ])("in %s", (name, props) => {
    const { stack, value } = stackWithVariable();
    new LocalExecAccessToken(stack, "verify", props(value));
    expect(failureOf(stack)).toContain(`stack/verify: ${name} holds the variable "stack/v", which is sensitive`);
  });

  it("but not a hash of it, what is declared no secret, or a client id", () => {
    const { stack, value } = stackWithVariable();
    new LocalExecAccessToken(stack, "verify", {
      request: AccessTokenRequest.clientCredentials({
        tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
        clientAuthentication: ClientAuthentication.clientSecretPost(value, secret),
        parameters: { audience: Fn.nonsensitive(value) as string },
      }),
      triggers: { rotated: Fn.sha256(value) },
    });
    expect(synthesized(stack).resource.null_resource["verify"]?.triggers).toMatchObject({
      rotated: "${sha256(var.v)}",
    });
  });
});

it("a sensitive variable is refused in a trigger that is written as Terraform's text", () => {
  const { stack } = stackWithVariable();
  new LocalExecAccessToken(stack, "token", { request: plain, triggers: { rotated: "${var.v}" } });
  expect(failureOf(stack)).toContain('the trigger "rotated" holds the variable "stack/v", which is sensitive');
});
