import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  type LocalExecAccessTokenProps,
} from "cdktf-oauth2-token";
import {
  App,
  conditional,
  Fn,
  Lazy,
  Op,
  propertyAccess,
  TerraformLocal,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from "cdktf";
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
    ["run", (value) => ({ request: plain, run: ["/opt/tools/call-api.sh", value] })],
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

describe("what is sensitive is followed to where others can read it", () => {
  const refused = (build: (stack: TerraformStack, value: string) => Partial<LocalExecAccessTokenProps>) => {
    const { stack, value } = stackWithVariable();
    new LocalExecAccessToken(stack, "verify", { request: plain, ...build(stack, value) });
    return failureOf(stack);
  };
  const audience = (text: unknown) => ({ request: cxoneRequest(secret, { audience: Token.asString(text) }) });
  const VARIABLE = 'holds the variable "stack/v", which is sensitive';

  it.each<[string, (stack: TerraformStack, value: string) => Partial<LocalExecAccessTokenProps>]>([
    ["through a local", (stack, value) => audience(new TerraformLocal(stack, "l", value).asString)],
    [
      "through a local of a local, within a list",
      (stack, value) => {
        const inner = new TerraformLocal(stack, "inner", { list: ["a", `b ${value}`] });
        return audience(Fn.join("", [new TerraformLocal(stack, "outer", inner.expression).asString]));
      },
    ],
    [
      "through a local that is written as text",
      (stack) => audience(new TerraformLocal(stack, "l", "${upper(var.v)}").asString),
    ],
    ["beside text that looks like a hash", (_, value) => audience(Fn.join("md5(", ["a", value, ")"]))],
    ["in quoted text within a call", (_, value) => audience(Fn.format("nonsensitive(%s)", [value]))],
    ["beside a hash of it", (_, value) => audience(`${Fn.sha256(value)}${Fn.upper(value)}`)],
    ["as a condition", (_, value) => audience(conditional(Op.eq(value, "a"), "b", "c"))],
    ["as an index", (stack, value) => audience(Fn.lookup(new TerraformLocal(stack, "l", { a: "b" }).asAnyMap, value))],
    ["in the name of a trigger", (_, value) => ({ triggers: { [`a ${value}`]: "b" } })],
    ["in a trigger", (_, value) => ({ triggers: { a: value } })],
    ["in secretVersion", (_, value) => ({ secretVersion: value })],
    ["in shell", (_, value) => ({ shell: `/opt/${value}/sh` })],
    ["in timeoutSeconds", (_, value) => ({ timeoutSeconds: Token.asNumber(Fn.tonumber(value)) })],
    ["in connectTimeoutSeconds", (_, value) => ({ connectTimeoutSeconds: Token.asNumber(Fn.parseint(value, 10)) })],
    ["in minimumLifetimeSeconds", (_, value) => ({ minimumLifetimeSeconds: Token.asNumber(Fn.tonumber(value)) })],
    ["through a Lazy", (_, value) => audience(Lazy.stringValue({ produce: () => `a ${value}` }))],
    [
      "in a scope among a list",
      (_, value) => ({ request: requestWithScopes(["a", ...Token.asList(Fn.split(",", value))]) }),
    ],
  ])("%s", (_, build) => {
    expect(refused(build)).toContain(VARIABLE);
  });

  it("names what it is in, as its user knows it", () => {
    expect(refused((_, value) => ({ timeoutSeconds: Token.asNumber(Fn.tonumber(value)) }))).toContain(
      "stack/verify: timeoutSeconds holds",
    );
    expect(refused((_, value) => ({ triggers: { [value]: "b" } }))).toContain("the name of a trigger holds");
  });

  it("where Fn.sensitive marks it", () => {
    expect(refused(() => audience(Fn.sensitive("${data.vault.x}")))).toContain(
      'the parameter "audience" holds a value that is marked sensitive by Fn.sensitive',
    );
  });

  it("where the variable is ephemeral only", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "v", {});
    variable.addOverride("ephemeral", true);
    new LocalExecAccessToken(stack, "verify", { request: plain, run: ["/bin/call", variable.stringValue] });
    expect(failureOf(stack)).toContain('run holds the variable "stack/v", which is ephemeral');
  });

  it.each([
    ["a variable", (stack: TerraformStack) => new TerraformVariable(stack, "v", { sensitive: true }).stringValue],
    [
      "a local",
      (stack: TerraformStack) =>
        new TerraformLocal(stack, "l", new TerraformVariable(stack, "v", { sensitive: true }).stringValue).asString,
    ],
  ])("from another stack: %s", (_, of) => {
    const app = new App({ outdir: Testing.app().outdir });
    const [other, stack] = [new TerraformStack(app, "other"), new TerraformStack(app, "stack")];
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(secret, { audience: of(other) }) });
    expect(() => {
      app.synth();
    }).toThrow('the parameter "audience" holds the variable "other/v", which is sensitive');
  });

  it("in a second synthesis of the same tick, and in one after a construct is added", () => {
    const { stack, value } = stackWithVariable();
    new LocalExecAccessToken(stack, "verify", { request: plain });
    synthesized(stack);
    const local = new TerraformLocal(stack, "late", value);
    new LocalExecAccessToken(stack, "second", { request: plain, triggers: { a: local.asString } });
    expect(failureOf(stack)).toContain('stack/second: the trigger "a" holds the variable "stack/v"');
    local.expression = Fn.sha256(value);
    expect(() => synthesized(stack)).not.toThrow();
  });

  it("but not where a construct is removed", () => {
    const { stack, value } = stackWithVariable();
    new LocalExecAccessToken(stack, "verify", { request: plain, triggers: { a: value } });
    stack.node.tryRemoveChild("verify");
    expect(() => synthesized(stack)).not.toThrow();
  });

  it("and not what is only near it: a member of a local beside it, a hash of more than it", () => {
    const { stack, value } = stackWithVariable();
    const local = new TerraformLocal(stack, "l", { open: "a", hidden: value });
    new LocalExecAccessToken(stack, "verify", {
      request: plain,
      triggers: {
        open: Token.asString(propertyAccess(local.expression, ["open"])),
        hashed: Fn.md5(Fn.join(")", ["(", value])),
      },
    });
    expect(() => synthesized(stack)).not.toThrow();
  });

  it("ends in a circle of locals, which Terraform refuses itself", () => {
    const stack = emptyStack();
    new TerraformLocal(stack, "a", "${local.b}");
    const local = new TerraformLocal(stack, "b", "${local.a}");
    new LocalExecAccessToken(stack, "verify", { request: plain, triggers: { a: local.asString } });
    expect(() => synthesized(stack)).not.toThrow();
  });
});

function requestWithScopes(scopes: string[]): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
    scopes,
  });
}
