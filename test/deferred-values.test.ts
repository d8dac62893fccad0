import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
  type ClientCredentialsRequest,
} from "cdktf-oauth2-token";
import { Fn, Lazy, TerraformVariable, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { argumentsOf, cxoneRequest, emptyStack, failureOf, synthesized } from "./requests";

const secret = Secret.fromEnvironment("SECRET");
const lazy = (text: string) => Lazy.stringValue({ produce: () => text });

function requestWith(more: Partial<ClientCredentialsRequest>): AccessTokenRequest {
  return AccessTokenRequest.clientCredentials({
    tokenEndpoint: TokenEndpoint.fromUrl("https://example.com/token"),
    clientAuthentication: ClientAuthentication.clientSecretPost("abc123", secret),
    ...more,
  });
}

function sent(stack: TerraformStack, request: AccessTokenRequest): URLSearchParams {
  new LocalExecAccessToken(stack, "verify", { request });
  return argumentsOf(
    synthesized(stack).resource.null_resource["verify"]?.provisioner[0]?.["local-exec"].interpreter ?? [],
  );
}

describe("a Lazy is known before it is encoded", () => {
  it.each(["abc123", 'file("/etc/hostname")', '${file("/etc/hostname")}', "a b&c=d%e", ""])(
    "as the literal text %j",
    (text) => {
      const request = requestWith({ parameters: { audience: lazy(text), both: `<${lazy(text)}>` } });
      const arguments_ = sent(emptyStack(), request);
      expect([arguments_.get("form.audience"), arguments_.get("form.both")]).toEqual([text, `<${text}>`]);
    },
  );

  it("as a reference, and as text with one", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "v", {}).stringValue;
    const number = new TerraformVariable(stack, "n", { type: "number" }).numberValue;
    const request = requestWith({
      parameters: { one: lazy(variable), two: lazy(`a/b ${lazy(variable)}`), three: lazy(`${number}`) },
    });
    new LocalExecAccessToken(stack, "verify", { request });
    const [local] = synthesized(stack).resource.null_resource["verify"]?.provisioner ?? [];
    expect(local?.["local-exec"].interpreter).toEqual(
      expect.arrayContaining([
        "form.one=${urlencode(var.v)}",
        "form.two=a%2Fb+${urlencode(var.v)}",
        "form.three=${urlencode(var.n)}",
      ]),
    );
  });

  it("in a trigger, where what it gives is no template", () => {
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "verify", { request: requestWith({}), triggers: { [lazy("${a}")]: lazy("${b}") } });
    expect(synthesized(stack).resource.null_resource["verify"]?.triggers).toMatchObject({ "$${a}": "$${b}" });
  });

  it.each([
    ["a literal", () => lazy("hunter2")],
    ["a template that is written out", () => lazy("${data.vault.secret}")],
    ["a literal within a function", () => Fn.upper(lazy("data.hunter2"))],
  ])("and refused as a secret where it gives %s", (_, of) => {
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(Secret.fromExpression(of())) });
    expect(failureOf(stack)).toContain("stack/verify: the secret's expression holds no Terraform reference");
    expect(failureOf(stack)).not.toContain("hunter2");
  });

  it("and taken as a secret where it gives a reference", () => {
    const stack = emptyStack();
    const reference = lazy(new TerraformVariable(stack, "v", { sensitive: true }).stringValue);
    new LocalExecAccessToken(stack, "verify", { request: cxoneRequest(Secret.fromExpression(reference)) });
    const [local] = synthesized(stack).resource.null_resource["verify"]?.provisioner ?? [];
    expect(local?.["local-exec"].environment).toEqual({
      ACCESS_TOKEN_REQUEST_CLIENT_SECRET: "${urlencode(var.v)}",
    });
  });
});

describe("scopes", () => {
  it("may have a list that only Terraform knows among them", () => {
    const stack = emptyStack();
    const list = new TerraformVariable(stack, "scopes", { type: "list(string)" }).listValue;
    const request = requestWith({ scopes: ["a", ...list, "b"] });
    expect(sent(stack, request).get("form.scope")).toBe('${urlencode(join(" ", concat(["a"], var.scopes, ["b"])))}');
  });

  it("may have a Lazy list among them", () => {
    const stack = emptyStack();
    const list = Lazy.listValue({ produce: () => ["b", "c"] });
    expect(sent(stack, requestWith({ scopes: ["a", ...list] })).get("form.scope")).toBe("a b c");
  });
});

describe("what is given is copied", () => {
  it("so that what becomes of it later changes nothing", () => {
    const scopes = ["a"];
    const parameters: Record<string, string> = { audience: "a" };
    const argv = ["pass", "show"];
    const given = {
      scopes,
      parameters,
      clientAuthentication: ClientAuthentication.clientSecretPost("id", Secret.fromCommand(argv)),
    };
    const request = requestWith(given);
    const stack = emptyStack();
    const props = { request, triggers: { a: "1" }, run: ["/bin/call"], dependsOn: [] as EphemeralAccessToken[] };
    new LocalExecAccessToken(stack, "verify", props);
    scopes.push("b");
    parameters["audience"] = "b";
    argv.push("other");
    given.scopes = ["c"];
    props.triggers.a = "2";
    props.run.push("x");
    props.dependsOn.push(new EphemeralAccessToken(stack, "later", { request }));
    const { triggers, provisioner, depends_on } = synthesized(stack).resource.null_resource["verify"] ?? {};
    const arguments_ = argumentsOf(provisioner?.[0]?.["local-exec"].interpreter ?? []);
    expect(triggers?.["a"]).toBe("1");
    expect(depends_on).toEqual([]);
    expect([...arguments_].filter(([name]) => /scope|audience|command|run/.test(name))).toEqual([
      ["form.scope", "a"],
      ["form.audience", "a"],
      ["client_secret.command", "pass"],
      ["client_secret.command", "show"],
      ["run", "/bin/call"],
    ]);
  });
});

describe("text that cannot be sent is refused in words", () => {
  it.each(["\ud800", "ab\udc00c"])("half of a surrogate pair", (text) => {
    expect(() => requestWith({ parameters: { audience: text } })).toThrow(
      /"audience" of parameters has half of a surrogate pair at character [13]/,
    );
    expect(() => ClientAuthentication.clientSecretPost(text, secret)).toThrow("the client id has half of a surrogate");
    expect(() => Secret.fromFile(`/${text}`)).toThrow("the path has half of a surrogate pair");
    expect(() => requestWith({ parameters: { audience: "😀" } })).not.toThrow();
  });

  it("an item that is taken out of a list that only Terraform knows", () => {
    const [item = ""] = new TerraformVariable(emptyStack(), "list", { type: "list(string)" }).listValue;
    expect(() => requestWith({ parameters: { audience: item } })).toThrow("Take it by Terraform: Fn.element(list, 0).");
  });
});

describe("a template that is written out in a trigger", () => {
  const build = (triggers: Record<string, string>) => {
    const stack = emptyStack();
    new LocalExecAccessToken(stack, "verify", { request: requestWith({}), triggers });
    return synthesized(stack).resource.null_resource["verify"]?.triggers;
  };

  it.each<[string, Record<string, string>]>([
    ["an expression", { a: "x ${timestamp()}" }],
    ["a directive", { a: "%{ if true }x%{ endif }" }],
    ["in the name", { "${path.module}": "x" }],
    ["behind an escaped dollar", { a: "$$${timestamp()}" }],
  ])("is refused: %s", (_, triggers) => {
    expect(() => build(triggers)).toThrow(
      "has a Terraform template written out as text, which Terraform would evaluate",
    );
  });

  it("is left as it is where Terraform's escapes say so, and a reference is taken", () => {
    expect(build({ a: "$${x} %%{y} $5 100%", b: Fn.timestamp() })).toMatchObject({
      a: "$${x} %%{y} $5 100%",
      b: "${timestamp()}",
    });
  });
});
