import { ClientAuthentication, ExternalAccessToken, LocalExecAccessToken, Secret } from "cdktf-oauth2-token";
import {
  App,
  conditional,
  Fn,
  Op,
  propertyAccess,
  ref,
  TerraformLocal,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from "cdktf";
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

  it.each(["1st", "a b", "a.b", "a-b"])("refuses %j, which cannot be set as a variable", (id) => {
    expect(() => Secret.ephemeralVariable(emptyStack(), id)).toThrow(
      `stack: Secret.ephemeralVariable: "${id}" cannot be the name of a Terraform variable that TF_VAR_`,
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

describe("a secret that is a literal in part is refused", () => {
  const reference = (stack: TerraformStack) => Token.asString(ref("data.vault.secret", stack));

  const decoded = (stack: TerraformStack) => Token.asAny(Fn.jsondecode(reference(stack)));

  it("at once, where it is given so", () => {
    const give = () => Secret.fromExpression(`${LITERAL}${reference(emptyStack())}`);
    expect(give).toThrow("the secret's expression has literal text beside a reference (not repeated here)");
    expect(give).not.toThrow("hunter2");
  });

  it.each<[string, (stack: TerraformStack) => unknown, string]>([
    ["a local", (stack) => new TerraformLocal(stack, "l", LITERAL).asString, "holds no Terraform reference"],
    [
      "a local of a local",
      (stack) => new TerraformLocal(stack, "m", new TerraformLocal(stack, "l", LITERAL).asString).asString,
      "holds no Terraform reference",
    ],
    [
      "a local with both",
      (stack) => new TerraformLocal(stack, "l", `${LITERAL}\${data.a.b}`).asString,
      "beside a reference",
    ],
    ["join", (stack) => Fn.join("", [LITERAL, reference(stack)]), "beside a reference"],
    ["format", (stack) => Token.asString(Fn.format(`${LITERAL}%s`, [reference(stack)])), "beside a reference"],
    ["a number", (stack) => Fn.join("", [reference(stack), "12345"]), "beside a reference"],
    ["coalesce", (stack) => Token.asString(Fn.coalesce([reference(stack), LITERAL])), "beside a reference"],
    [
      "a condition",
      (stack) => conditional(Op.eq(reference(stack), "a"), reference(stack), LITERAL),
      "beside a reference",
    ],
    ["a replacement", (stack) => Fn.replace(reference(stack), "a", LITERAL), "beside a reference"],
    [
      "a here-document",
      (stack) => new TerraformLocal(stack, "l", `\${<<EOT\n${LITERAL}\nEOT\n}`).asString,
      "reference",
    ],
  ])("in %s", (_, expression, why) => {
    expect(failureWith((stack) => Secret.fromExpression(Token.asString(expression(stack))))).toContain(why);
  });

  it.each<[string, (stack: TerraformStack) => unknown]>([
    ["the name of a member", (stack) => Token.asString(Fn.lookup(decoded(stack), "client_secret"))],
    ["what splits it", (stack) => Token.asString(Fn.element(Fn.split("abc", reference(stack)), 1))],
    ["a pattern", (stack) => Token.asString(Fn.regex("[a-z]+", reference(stack)))],
    ["an index", (stack) => propertyAccess(decoded(stack), ["a b", 0])],
    ["what is only compared", (stack) => conditional(Op.eq(reference(stack), "abc"), reference(stack), "")],
    ["a colon between two", (stack) => Fn.join(":", [reference(stack), reference(stack)])],
    [
      "the member of a local",
      (stack) =>
        propertyAccess(new TerraformLocal(stack, "l", { user: "me", secret: reference(stack) }).expression, ["secret"]),
    ],
  ])("but not for %s", (_, expression) => {
    const stack = emptyStack();
    const secret = Secret.fromExpression(Token.asString(expression(stack)));
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(secret) });
    expect(() => synthesized(stack)).not.toThrow();
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

  it("comes from no command with a relative path", () => {
    for (const command of ["./secret.sh", "bin/secret", "..\\secret.exe"])
      expect(() => Secret.fromCommand([command])).toThrow("of argv is a relative path. Terraform runs in");
    for (const command of ["pass", "/bin/pass", "C:\\pass.exe", "C:/pass.exe"])
      expect(() => Secret.fromCommand([command])).not.toThrow();
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
