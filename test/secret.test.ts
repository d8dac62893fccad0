import { ClientAuthentication, ExternalAccessToken, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import { App, Fn, TerraformLocal, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { secretEncodings } from "./audit/encodings";
import { cxoneRequest, emptyStack, failureOf, synthesized } from "./requests";

const LITERAL = "hunter2+literal";

function expectNoLiteral(message: string): void {
  for (const [name, form] of Object.entries(secretEncodings(LITERAL))) expect(message, name).not.toContain(form);
}

function failureWith(secret: (stack: TerraformStack) => Secret): string {
  const stack = emptyStack();
  new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(secret(stack)) });
  const failure = failureOf(stack);
  expectNoLiteral(failure);
  return failure;
}

describe("a literal secret is refused, and not repeated", () => {
  it.each([
    ["as a secret", () => ClientAuthentication.clientSecretPost("id", LITERAL as unknown as Secret)],
    ["as an expression", () => Secret.fromExpression(LITERAL)],
  ])("%s", (_, give) => {
    let message = "";
    try {
      give();
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/(given as a literal|a literal string is given) \(not repeated here\)/);
    expect(message).toContain("fromEnvironment");
    expectNoLiteral(message);
  });

  it.each([
    ["base64encode", () => Fn.base64encode(LITERAL)],
    ["join", () => Token.asString(Fn.join("", [LITERAL, "x"]))],
    ["a function within a literal", () => Fn.upper(`a.b ${Fn.lower(LITERAL)} c.d`)],
    ["a literal with dots in it", () => Fn.base64encode(`a.b $\${c.d} ${LITERAL}`)],
  ])("as a function of literals: %s", (_, expression) => {
    expect(failureWith(() => Secret.fromExpression(expression()))).toContain(
      "stack/verify: the secret's expression holds no Terraform reference",
    );
  });

  it("as a variable's default", () => {
    const failure = failureWith((stack) =>
      Secret.fromVariable(new TerraformVariable(stack, "v", { sensitive: true, default: LITERAL })),
    );
    expect(failure).toContain('stack/verify: the variable "stack/v" has a default (not repeated here)');
    expect(failure).toContain("set TF_VAR_v in the environment");
  });

  it("as the default of a variable that an expression names", () => {
    const failure = failureWith((stack) =>
      Secret.fromExpression(
        Fn.trimspace(new TerraformVariable(stack, "v", { sensitive: true, default: LITERAL }).stringValue),
      ),
    );
    expect(failure).toContain("has a default (not repeated here)");
  });
});

describe("Secret.ephemeralVariable", () => {
  it("declares a variable named exactly as its id, in nested scopes too", () => {
    const stack = emptyStack();
    const team = new Construct(stack, "team");
    new LocalExecAccessToken(team, "verify", { request: cxoneRequest(Secret.ephemeralVariable(team, "team_secret")) });
    expect(synthesized(stack).variable).toMatchObject({ team_secret: { sensitive: true, ephemeral: true } });
  });

  it("has the description given", () => {
    const stack = emptyStack();
    Secret.ephemeralVariable(stack, "s", { description: "From the vault." });
    expect(synthesized(stack).variable["s"]).toMatchObject({ description: "From the vault." });
  });

  it.each(["count", "source"])("refuses %j, which Terraform keeps for itself", (id) => {
    expect(() => Secret.ephemeralVariable(emptyStack(), id)).toThrow(`Terraform keeps the name "${id}" for itself`);
  });

  it.each(["1st", "a b", "a.b"])("refuses %j, which is no name of a variable", (id) => {
    expect(() => Secret.ephemeralVariable(emptyStack(), id)).toThrow(
      `stack: Secret.ephemeralVariable: "${id}" is no name for a Terraform variable`,
    );
  });
});

describe("Secret.fromVariable", () => {
  it("refuses a variable that is not sensitive", () => {
    expect(failureWith((stack) => Secret.fromVariable(new TerraformVariable(stack, "v", {})))).toContain(
      'stack/verify: the variable "stack/v" is not sensitive',
    );
  });

  it("judges what is synthesized, overrides included", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "v", {});
    variable.addOverride("sensitive", true);
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(Secret.fromVariable(variable)) });
    expect(synthesized(stack).variable["v"]).toEqual({ sensitive: true });
    variable.addOverride("default", LITERAL);
    expect(failureOf(stack)).toContain("has a default");
  });
});

describe("Secret.fromExpression", () => {
  it("takes a reference, and a function of one", () => {
    const stack = emptyStack();
    const local = new TerraformLocal(stack, "stored", "${data.vault.secret}");
    for (const [id, expression] of Object.entries({ a: local.asString, b: Fn.trimspace(local.asString) }))
      new LocalExecAccessToken(stack, id, { request: cxoneRequest(Secret.fromExpression(expression)) });
    expect(synthesized(stack).resource.null_resource["b"]?.provisioner[0]?.["local-exec"].environment).toEqual({
      ACCESS_TOKEN_REQUEST_CLIENT_SECRET: "${urlencode(trimspace(local.stored))}",
    });
  });
});

describe("a secret of another stack is refused", () => {
  it.each([
    ["a variable", (other: TerraformStack) => Secret.ephemeralVariable(other, "v")],
    [
      "an expression",
      (other: TerraformStack) => Secret.fromExpression(new TerraformLocal(other, "l", "${data.x.y}").asString),
    ],
  ])("%s", (_, secret) => {
    const app = new App({ outdir: Testing.app().outdir });
    const other = new TerraformStack(app, "other");
    const stack = new TerraformStack(app, "stack");
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(secret(other)) });
    expect(() => {
      app.synth();
    }).toThrow(/stack\/verify: .* belongs to another stack\. .*Declare the secret in the stack that uses it/);
  });
});

describe("a secret that the program reads", () => {
  it.each(["1A", "A B", "hunter2+literal", "PATH", "ACCESS_TOKEN", ""])("is in no environment variable %j", (name) => {
    expect(() => Secret.fromEnvironment(name)).toThrow("Give the variable's name, never the secret itself");
    if (name === LITERAL) expect(() => Secret.fromEnvironment(name)).not.toThrow(LITERAL);
  });

  it("is in no relative path, because Terraform runs elsewhere", () => {
    expect(() => Secret.fromFile("secret.txt")).toThrow(
      'the path "secret.txt" is relative. Terraform runs in cdktf.out/stacks/<stack>',
    );
    expect(() => Secret.fromFile("C:/secret.txt")).not.toThrow();
  });

  it("comes from no empty command, and from none that only Terraform knows", () => {
    expect(() => Secret.fromCommand([])).toThrow("Secret.fromCommand: argv has no command. Give it with its arguments");
    expect(() => Secret.fromCommand([""])).toThrow("argv has no command");
    const list = new TerraformVariable(emptyStack(), "argv", { type: "list(string)" }).listValue;
    expect(() => Secret.fromCommand(list)).toThrow("is a list that only Terraform knows");
  });
});

describe("ExternalAccessToken", () => {
  it("refuses a secret that Terraform knows, and names what is allowed", () => {
    const stack = emptyStack();
    const request = cxoneRequest(Secret.ephemeralVariable(stack, "client_secret"));
    expect(() => new ExternalAccessToken(stack, "token", { request })).toThrow(
      /^stack\/token: the client secret is a Terraform variable, which a data source would write into state\..*fromEnvironment\("TF_VAR_/,
    );
  });
});
